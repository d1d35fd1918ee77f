import type { Edition } from '../newsroom/edition/edition.ts';
import { feedFormats, feedPath } from '../site/feeds.ts';
import { hubPath } from '../site/routes.ts';
import { absolute } from './addresses.ts';

/** What a language model may want to know first (rule O5; https://llmstxt.org): a name, a sentence, lists of links. */
export function writeLlms(edition: Edition): string {
  const { site } = edition;
  const link = (path: string, title: string, words?: string): string =>
    `- [${plain(title)}](${absolute(site.url, path).replace(/[()]/g, encodeURIComponent)})${words ? `: ${plain(words)}` : ''}`;
  const sections = edition.topicsUnder(undefined);
  const roots = new Set(sections.map(({ slug }) => slug));
  const topics = edition.hubs('topic').filter(({ slug }) => !roots.has(slug));
  const blocks = [
    `# ${plain(site.name)}`,
    `> ${plain(site.description ?? `Stories of ${site.name}.`)}`,
    list(
      'Sections',
      sections.map(({ slug, title, standfirst }) => link(hubPath('topic', slug), title, standfirst)),
    ),
    list(
      'Topics',
      topics.map(({ slug, title }) => link(hubPath('topic', slug), title, edition.topic(slug)?.standfirst)),
    ),
    list('The site', [
      link('/about', `About ${site.name}`),
      link('/topics', 'All topics'),
      link('/sitemap.xml', 'Sitemap'),
      ...feedFormats.map((format) => link(feedPath('/', format), format.words, 'The newest stories in full')),
    ]),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function list(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

/** Text that Markdown takes for nothing but text, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
}
