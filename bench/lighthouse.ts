import { Auditor, landingPages } from '../e2e/browser/lighthouse.ts';
import { town } from '../e2e/town-copy.ts';
import { townDay, townPaper } from '../e2e/town-paper.ts';
import { machine, note, print, printTable, thousands } from './measure.ts';

/**
 * Lighthouse, as a phone on a slow line with a slow processor, over the demonstration newsroom and over an article with a
 * photograph at its head: scores, what a reader waits for, and every audit that is not passed.
 *
 *     npx node bench/lighthouse.ts [PATH…]        (paths of the demonstration newsroom)
 */
const named = process.argv.slice(2);

print(machine());
const rows: string[][] = [];
const remarks: string[] = [];
let head: string[] = [];

async function audit(auditor: Auditor, paths: readonly string[]): Promise<void> {
  try {
    for (const path of paths) {
      note(path);
      const { scores, timing, remarks: found } = await auditor.opinionOf(path);
      head = ['page', ...scores.keys(), 'LCP, ms', 'FCP, ms', 'TBT, ms', 'CLS', 'largest'];
      const { largestPaint, firstPaint, blocking, shift, element = [] } = timing ?? {};
      rows.push([
        path,
        ...[...scores.values()].map(String),
        ...[largestPaint, firstPaint, blocking].map((value) => thousands(value ?? Number.NaN)),
        thousands(shift ?? Number.NaN, 3),
        element.join(' ').slice(0, 80),
      ]);
      remarks.push(...found.map((remark) => `${path}: ${remark}`));
    }
  } finally {
    await auditor.stop();
  }
}

await audit(await Auditor.start(), named.length > 0 ? named : landingPages);
if (named.length === 0) {
  const paper = await townPaper('en');
  try {
    await audit(await Auditor.start({ content: paper.folder, now: townDay }), [town.photographs, town.news, '/']);
  } finally {
    paper.end();
  }
}
printTable(head, rows);
print(remarks.length === 0 ? 'Every audit is passed.' : remarks.join('\n'));
