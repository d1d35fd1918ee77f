import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import type { NearStory, RelatedList } from '../../newsroom/edition/related.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { relatedLink } from '../../site/related/links.ts';
import { english } from '../../site/words/words-of.ts';
import { storyAddresses } from '../../site/paths.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { withPublicStory } from '../public-story.ts';
import { withPresentTitles } from '../present-edition.ts';

const usage = 'Usage: dateline related ADDRESS [--title NAME] [--json], or --all --json';

/** A line of the list. */
interface Line {
  /** An address of this site, or an absolute one where the desk picked a page elsewhere. */
  path: string;
  headline: string;
  score: number;
  reasons: string[];
  list: RelatedList | 'picked';
}

/** The score of what the desk picked: more than any other. */
const pickedScore = 100;

/**
 * `dateline related`: the Related Links of an article as the site shows them, the nearest first, or of all articles with
 * one JSON line for each. Exit 0 done, 1 there is no such public article, or `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const request = requestIn(args);
  if (typeof request === 'string') return refused(request, usage);
  const { asked, json } = request;
  return withPresentTitles(title, (titles) => {
    if (asked === undefined) {
      titles.at(title, printAll);
      return 0;
    }
    const text = withPublicStory(titles, title, asked, (edition, story, shownOn) => {
      const related = linesOf(edition, story);
      return json ? jsonOf(story.address, related, shownOn) : inWords(story, related, shownOn);
    });
    if (text === undefined) {
      console.error(
        [
          `dateline: there is no public article at ${printable(asked)}${title === undefined ? '' : ` on ${title}`}. The address of an article is such as /2026/01/13/slug.`,
          'If it is a draft, or is not public yet or any more, `npx dateline preview` shows it with its Related Links (docs/publishing.md).',
        ].join('\n'),
      );
      return 1;
    }
    console.log(text);
    return 0;
  });
}

function requestIn(args: string[]): { asked: string | undefined; json: boolean } | string {
  const parsed = parsedArguments({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
  });
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [asked, ...others] = positionals;
  if (values.all && asked !== undefined) return '--all is every article: name none beside it.';
  if (values.all && !values.json) return '--all prints JSON: add --json.';
  if (!values.all && asked === undefined) return 'name an article by its address, such as /2026/01/13/slug.';
  if (others.length > 0) return 'name one article.';
  return { asked, json: values.json };
}

function printAll(edition: Edition, title: string | undefined): void {
  for (const address of storyAddresses(edition)) {
    const found = edition.lookup(address);
    if (found.state === 'public') process.stdout.write(`${jsonOf(address, linesOf(edition, found.story), title)}\n`);
  }
}

function jsonOf(path: string, related: readonly Line[], title: string | undefined): string {
  return JSON.stringify({ path, ...(title !== undefined && { title }), related });
}

function linesOf(edition: Edition, story: FullStory): Line[] {
  const { picked, sameStory, background, more } = edition.related(story);
  const near: NearStory[] = [...sameStory, ...background, ...more].toSorted((a, b) => b.score - a.score);
  const line = (item: Parameters<typeof relatedLink>[1], score: number, list: Line['list']): Line => {
    const { href, title, reasons } = relatedLink(english, item);
    return { path: href, headline: title, score, reasons, list };
  };
  return [
    ...picked.map((item) => line(item, pickedScore, 'picked')),
    ...near.map((item) => line(item, Math.round(item.score * 10_000) / 10_000, item.list)),
  ];
}

function inWords({ headline, address }: FullStory, lines: readonly Line[], title: string | undefined): string {
  return [
    `${headline}\n${address}${title === undefined ? '' : ` (${title})`}`,
    ...(lines.length === 0 ? ['Nothing is related.'] : []),
    ...lines.map(
      ({ path, headline: words, score, reasons, list }) =>
        `${list === 'picked' ? '  picked' : score.toFixed(3).padStart(8)}  ${words}\n          ${path}\n          ${reasons.join(', ')}`,
    ),
  ]
    .map(printable)
    .join('\n\n');
}
