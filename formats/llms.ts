import type { Edition } from '../newsroom/edition/edition.ts';
import { compareIn, shorten } from '../newsroom/model/text.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath, licensePath, pathOf } from '../site/addresses/routes.ts';
import { absolute } from '../site/addresses/absolute.ts';
import { indexedKinds } from '../site/collections/view.ts';
import { indexTitle } from '../site/words/labels.ts';
import { english } from '../site/words/words-of.ts';

/** The number of newest stories. */
const maxStories = 20;
/**
 * The largest number of sections, and of topics. Topics with the most stories are preferred. A long file is of no use to a
 * model with a small context.
 */
const maxTopics = 50;
/** The largest number of characters of the description after a link. */
const maxDescription = 200;

/**
 * What a language model can read first (rule O5; https://llmstxt.org): a name, a sentence, lists of links, and at the end
 * what it can do without. The length does not grow with the archive.
 */
export function writeLlms(edition: Edition): string {
  const { site } = edition;
  const link = (path: string, title: string, words?: string): string =>
    `- [${plain(title)}](${absolute(site.url, path).replace(/[()]/g, encodeURIComponent)})${words ? `: ${plain(shorten(words, maxDescription))}` : ''}`;
  const compare = compareIn(site.language);
  const sections = edition
    .topicsUnder(undefined)
    .filter(({ slug }) => !edition.topicElsewhere(slug))
    .slice(0, maxTopics);
  const roots = new Set(sections.map(({ slug }) => slug));
  const topics = edition
    .collectionCounts('topic')
    .filter(({ slug }) => !roots.has(slug))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, maxTopics)
    // A topic that another title owns has its page there.
    .flatMap(({ slug }) => (edition.topicElsewhere(slug) ? [] : (edition.topic(slug) ?? [])))
    .toSorted((a, b) => compare(a.title, b.title));
  const blocks = [
    `# ${plain(site.name)}`,
    `> ${plain(site.description ?? `Stories of ${site.name}.`)}`,
    'Every story is to be had as Markdown: its address with `.md` behind it.',
    list(
      'Newest stories',
      edition
        .newest('all', '', maxStories)
        // A story with a canonical address belongs to another site, or to another title.
        .filter(({ canonical }) => canonical === undefined)
        .map(({ address, headline, standfirst }) => link(`${address}.md`, headline, standfirst)),
    ),
    list(
      'Sections',
      sections.map(({ slug, title, standfirst }) => link(collectionPath('topic', slug), title, standfirst)),
    ),
    list(
      'Topics',
      topics.map(({ slug, title, standfirst }) => link(collectionPath('topic', slug), title, standfirst)),
    ),
    list('The site', [
      link('/about', edition.page('/about')?.title ?? `About ${site.name}`),
      ...edition.pages.flatMap(({ slug, title, description }) =>
        slug === 'about' ? [] : [link(`/${slug}`, title, description)],
      ),
      link('/topics', 'All topics'),
      ...(edition.count('all', '') > 0 ? [link('/latest', 'Latest stories'), link('/archive', 'Archive')] : []),
      ...indexedKinds(edition).map((kind) => link(pathOf({ page: 'collections', kind }), indexTitle(english, kind))),
      ...(edition.corrections.count > 0 ? [link('/corrections', 'Corrections')] : []),
      ...(site.license ? [link(licensePath, 'Terms of use for machines (RSL)')] : []),
    ]),
    list(
      'Other titles',
      edition.otherTitles.map(({ name, url }) => `- [${plain(name)}](${url}/)`),
    ),
    list('Optional', [
      ...feedFormats.map((format) => link(feedPath('/', format), format.words, 'The newest stories in full')),
      link('/sitemap.xml', 'Sitemap', 'Every page'),
    ]),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function list(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

/** Text on one line, escaped for Markdown. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
}
