import { join } from 'node:path';
import { machine, note, print, printTable, thousands, withFolder } from './measure.ts';
import { archivesIn } from './related/archives.ts';
import { baselines } from './related/baselines.ts';
import { datelineLists } from './related/dateline.ts';
import type { Archive, Lists } from './related/documents.ts';

/**
 * The quality of lists of related stories: what Dateline finds, and what simpler methods find in the same archives.
 *
 *     npx node bench/related.ts FOLDER
 *
 * FOLDER holds `current-events-2025` (a year of news in brief, one file a day) and `digitalgov` (the posts of a newsroom).
 * Two runs print the same figures, apart from the time for each article. Each figure is the mean over n queries:
 *
 * - `threads P@3`: a query is a brief of a running story with at least four briefs; the innermost bullet above it names the
 *   story. The figure is how many of the first three in the list are of the same story, divided by three. All briefs are in
 *   the archive. The text of all bullets above, targets of links and sources in brackets are left out. The topic of a brief
 *   is the section of the day's file.
 * - `threads, older P@3`: the same with lists of older briefs only, for briefs with at least three older ones in their story.
 *   If an old page must not change when a story is published, its list can have no other.
 * - `events P@3`: the queries of `threads` in the sections on disasters, armed conflicts and crime whose story is an event:
 *   its name has a year. `look-alikes`: how many of the first three are in the same section and of another named story,
 *   divided by three.
 * - `links R@10`: a query is a post that links to at least one older post. The figure is the share of these posts that are
 *   among the first ten older posts in its list. Targets of links are left out of the texts.
 * - `no link words: links R@10`: the words of links to other posts are left out too.
 * - `same report P@3`: reports of the same event among reports of the same kind are not at hand, so they are made. Each post
 *   in a series (“Name of the series: …”) with at least 24 sentences is dealt out into four texts, sentence by sentence,
 *   without headline and summary. Each text is a query, and the other three of its post are right. The topic is the series,
 *   and the dates are chosen at random within 30 days, so neither helps. `look-alikes`: how many of the first three are of
 *   the same series and of another post, divided by three.
 * - `first sentences: …`, `headlines: …`: the same with nothing but the first sentence or the headline as the text.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  note('Usage: npx node bench/related.ts FOLDER');
  process.exitCode = 2;
} else await run(folder);

async function run(corpora: string): Promise<void> {
  print(machine());
  const archives = archivesIn(corpora);
  const rows = new Map<string, string[]>();
  const times: number[] = [];
  const add = (method: string, cells: string[]): void => void rows.set(method, [...(rows.get(method) ?? []), ...cells]);
  for (const archive of archives) {
    note(`${archive.name}: ${thousands(archive.documents.length)} texts`);
    for (const { name, open } of baselines) add(name, figures(archive, await open(archive.documents)));
    const { lists, milliseconds } = await withFolder((temporary) =>
      datelineLists(archive.documents, join(temporary, 'newsroom')),
    );
    add('Dateline', figures(archive, lists));
    times.push(milliseconds);
  }
  const columns = archives.flatMap(({ measures }) => measures);
  printTable(
    ['', ...columns.map(({ title }) => title)],
    [
      ...[...rows].map(([name, cells]) => [name, ...cells]),
      ['n', ...columns.map(({ queries }) => thousands(queries.length))],
    ],
  );
  for (const [index, { name, documents }] of archives.entries())
    print(
      `${name}: ${thousands(documents.length)} texts; Dateline took ${thousands(times[index] ?? NaN, 2)} ms for each`,
    );
}

function figures({ measures }: Archive, lists: Lists): string[] {
  const known = new Map<string, readonly number[]>();
  const listOf: Lists = (query, older) => {
    const key = `${query} ${older}`;
    const list = known.get(key) ?? lists(query, older);
    known.set(key, list);
    return list;
  };
  return measures.map(({ queries, older, value }) => {
    const sum = queries.reduce((total, query) => total + value(query, listOf(query, older)), 0);
    return (sum / queries.length).toFixed(3);
  });
}
