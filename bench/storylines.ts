import { join } from 'node:path';
import type { SuggestedStoryline } from '../newsroom/edition/suggested-storylines.ts';
import { machine, note, print, printTable, thousands, withFolder } from './measure.ts';
import { readBriefs, type Brief } from './related/current-events.ts';
import { positionOf, withDocuments } from './related/dateline.ts';

/**
 * The quality of suggested storylines.
 *
 *     npx node bench/storylines.ts FOLDER
 *
 * FOLDER holds `current-events-2025`: a year of news in brief, one file a day. A bullet above a brief names the running
 * story to which it belongs. These names are left out of the text, as in `bench/related.ts`. No brief is in a storyline.
 *
 * - `same story`: of all pairs of briefs in one suggestion whose stories are named, the share of those with the same
 *   innermost bullet.
 * - `same or larger story`: the same, where one name in any bullet above both is enough. “2025 Gaza City offensive” is the
 *   innermost bullet of some briefs, and “Gaza war” of others; an outer bullet is often the same.
 * - `named`: the share of the pairs of which both stories are named.
 * - `found`: running stories with at least four briefs of which a suggestion holds three or more, which are half of that
 *   suggestion or more.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  note('Usage: npx node bench/storylines.ts FOLDER');
  process.exitCode = 2;
} else await run(folder);

async function run(corpora: string): Promise<void> {
  print(machine());
  const briefs = readBriefs(join(corpora, 'current-events-2025'));
  const { suggested, seconds } = await withFolder((temporary) => suggestedFor(briefs, temporary));
  const groups = suggested.map(({ articles }) => articles.flatMap(({ path }) => briefs[positionOf(path)] ?? []));
  const pairs = groups.flatMap(pairsOf);
  const named = pairs.filter(([one, other]) => one.thread !== undefined && other.thread !== undefined);
  const threads = Map.groupBy(briefs, ({ thread }) => thread);
  const large = [...threads].flatMap(([thread, all]) => (thread !== undefined && all.length >= 4 ? [thread] : []));
  const found = large.filter((thread) =>
    groups.some((group) => {
      const members = group.filter((brief) => brief.thread === thread).length;
      return members >= 3 && members * 2 >= group.length;
    }),
  );
  const share = (of: readonly unknown[], all: readonly unknown[]): string => (of.length / all.length).toFixed(3);
  printTable(
    ['suggestions', 'briefs in them', 'same story', 'same or larger story', 'named', 'found'],
    [
      [
        thousands(groups.length),
        thousands(groups.flat().length),
        share(
          named.filter(([one, other]) => one.thread === other.thread),
          named,
        ),
        share(
          named.filter(([one, other]) => one.names.some((name) => other.names.includes(name))),
          named,
        ),
        share(named, pairs),
        `${found.length} of ${large.length}`,
      ],
    ],
  );
  print(`${thousands(briefs.length)} briefs; ${thousands(seconds, 1)} seconds after compile`);
}

function pairsOf(group: readonly Brief[]): [Brief, Brief][] {
  return group.flatMap((one, index) => group.slice(index + 1).map((other): [Brief, Brief] => [one, other]));
}

function suggestedFor(
  briefs: readonly Brief[],
  temporary: string,
): Promise<{ suggested: SuggestedStoryline[]; seconds: number }> {
  return withDocuments(briefs, temporary, (edition) => {
    const started = performance.now();
    const suggested = edition.suggestedStorylines();
    return { suggested, seconds: (performance.now() - started) / 1000 };
  });
}
