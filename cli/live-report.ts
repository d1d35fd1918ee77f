import type { CompileSummary } from '../newsroom/compile/compile.ts';
import type { LiveMessage } from '../newsroom/compile/live-worker.ts';
import { printDamaged, printProblems, summaryLine } from './print.ts';

/** Prints what happens to the content folder while the site runs: changes, and problems that were not there before. */
export function liveReport(first: CompileSummary): (message: LiveMessage) => void {
  let known = keysOf(first);
  return (message) => {
    if (message.type === 'fault') {
      console.error(message.message);
      return;
    }
    if (message.type === 'followed') {
      const { hindrance } = message;
      console.error(
        hindrance === undefined
          ? 'Changes of the content folder are followed again.'
          : `Changes of the content folder are not followed: ${hindrance}`,
      );
      return;
    }
    const { summary } = message;
    printDamaged(summary);
    const before = known;
    known = keysOf(summary);
    const fresh = summary.problems.filter((each) => !before.has(JSON.stringify(each)));
    printProblems(fresh);
    if (fresh.length > 0 || before.size !== known.size || summary.added + summary.changed + summary.removed > 0) {
      console.log(summaryLine(summary));
    }
  };
}

function keysOf({ problems }: CompileSummary): Set<string> {
  return new Set(problems.map((each) => JSON.stringify(each)));
}
