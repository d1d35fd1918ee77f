import { Auditor, landingPages } from '../e2e/browser/lighthouse.ts';
import { machine, note, print, printTable } from './measure.ts';

/**
 * Lighthouse, as a phone on a slow line, over the demonstration newsroom: scores, and every audit that is not passed.
 *
 *     npx node bench/lighthouse.ts [PATH…]
 */
const named = process.argv.slice(2);

print(machine());
const auditor = await Auditor.start();
try {
  const rows: string[][] = [];
  const remarks: string[] = [];
  let head = ['page'];
  for (const path of named.length > 0 ? named : landingPages) {
    note(path);
    const opinion = await auditor.opinionOf(path);
    head = ['page', ...opinion.scores.keys()];
    rows.push([path, ...[...opinion.scores.values()].map(String)]);
    remarks.push(...opinion.remarks.map((remark) => `${path}: ${remark}`));
  }
  printTable(head, rows);
  print(remarks.length === 0 ? 'Every audit is passed.' : remarks.join('\n'));
} finally {
  await auditor.stop();
}
