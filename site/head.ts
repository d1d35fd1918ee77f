import type { Metadata } from 'next';
import { shorten } from '../newsroom/model/text.ts';
import type { View } from './views.ts';
import { dayInWords, monthInWords } from './dates.ts';

/** What a page says of itself in its head. */
export function headOf(view: View): Metadata {
  const { site } = view.frame;
  const { title, description } = wordsOf(view);
  const canonical =
    view.page === 'article' && view.story.canonical
      ? view.story.canonical
      : site.url + encodeURI(view.path === '/' ? '' : view.path);
  const hidden = view.page === 'not-found' || view.page === 'gone' || view.page === 'empty';
  return {
    metadataBase: new URL(site.url),
    title: view.page === 'front' || title === site.name ? site.name : `${title} — ${site.name}`,
    ...(description && { description: shorten(description, 200) }),
    robots: hidden
      ? { index: false }
      : { index: true, 'max-image-preview': 'large', 'max-snippet': -1, 'max-video-preview': -1 },
    ...(!hidden && { alternates: { canonical } }),
  };
}

function wordsOf(view: View): { title: string; description?: string } {
  const { site } = view.frame;
  switch (view.page) {
    case 'front':
    case 'empty':
      return { title: site.name, ...(site.description !== undefined && { description: site.description }) };
    case 'article':
      return { title: view.story.seoTitle ?? view.story.headline, description: view.story.standfirst };
    case 'article-links':
      return {
        title: `Related links: ${view.story.headline}`,
        description: `What to read besides “${view.story.headline}”, and why.`,
      };
    case 'topics':
      return { title: 'All topics', description: `Every topic of ${site.name}.` };
    case 'hub': {
      const number = view.list.number;
      return {
        title: number === undefined ? view.hub.title : `${view.hub.title}, page ${number}`,
        description:
          view.detail.standfirst ??
          `Stories on ${view.hub.title} in ${site.name}${number === undefined ? '' : `, page ${number} from the oldest`}.`,
      };
    }
    case 'topic-links':
      return {
        title: `${view.topic.title}: related links`,
        description: `${view.topic.learn}: sources, explainers, reports and neighbouring topics.`,
      };
    case 'year':
      return { title: `Archive of ${view.year}`, description: `All stories of ${view.year} in ${site.name}.` };
    case 'month':
      return {
        title: `Archive of ${monthInWords(view.month, site.language)}`,
        description: `All stories of ${monthInWords(view.month, site.language)} in ${site.name}.`,
      };
    case 'day':
      return {
        title: `${dayInWords(view.day, site.language)}${view.list.number === undefined ? '' : `, page ${view.list.number}`}`,
        description: `All stories of ${dayInWords(view.day, site.language)} in ${site.name}.`,
      };
    case 'about':
      return { title: view.title, ...(site.description !== undefined && { description: site.description }) };
    case 'gone':
      return { title: 'Withdrawn' };
    case 'not-found':
      return { title: 'Not found' };
  }
}
