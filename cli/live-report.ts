import type { CompileSummary } from '../newsroom/compile/compile.ts';
import type { LiveMessage } from '../newsroom/compile/live-worker.ts';
import { log } from '../server/log.ts';
import { printDamaged, printNotes, printProblems, printSummary } from './print.ts';

/**
 * Prints what happens to the content folder while the site runs: changes, and problems that were not there before. `first` is the
 * compile before the start; without one, the first message about a compile is printed in full.
 */
export function liveReport(first: CompileSummary | undefined): (message: LiveMessage) => void {
  let known = first && keysOf(first);
  return (message) => {
    if (message.type === 'fault') {
      log.warn(message.message);
      return;
    }
    if (message.type === 'followed') {
      const { hindrance } = message;
      if (hindrance === undefined) log.warn('Changes of the content folder are followed again.');
      else log.error(`Changes of the content folder are not followed: ${hindrance}`);
      return;
    }
    const { summary } = message;
    const before = known;
    known = keysOf(summary);
    if (before === undefined) {
      printNotes(summary);
      printSummary(summary);
      return;
    }
    printDamaged(summary);
    const fresh = summary.problems.filter((each) => !before.has(JSON.stringify(each)));
    printProblems(fresh);
    if (fresh.length > 0 || before.size !== known.size || summary.added + summary.changed + summary.removed > 0)
      printSummary(summary);
  };
}

function keysOf({ problems }: CompileSummary): Set<string> {
  return new Set(problems.map((each) => JSON.stringify(each)));
}
