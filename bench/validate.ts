import { allChecks } from '../e2e/checks/all.ts';
import { nuCheck } from '../e2e/checks/nu.ts';
import { walk } from '../e2e/checks/walk.ts';
import { Site, siteUrl } from '../e2e/site.ts';
import { needing } from '../newsroom/testing.ts';
import { machine, note, print, printTable, thousands } from './measure.ts';

/**
 * Whole newsrooms by the rules of those who read them: every page, every link, every description. What
 * `e2e/rules.test.ts` asks of small ones, asked of archives.
 *
 *     DATELINE_NOW=2024-06-01T12:00:00Z npx node bench/validate.ts [CONTENT]        (content)
 *
 * Ends with 1 where something was found.
 */
const content = process.argv[2];
const now = process.env['DATELINE_NOW'];
const { skip: noJava } = needing('java');

print(machine());
const site = await Site.start({ ...(content !== undefined && { content }), ...(now !== undefined && { now }) });
let found = 0;
try {
  note('walking');
  const started = performance.now();
  const walked = await walk(site.base, siteUrl, ['/nothing']);
  const seconds = (performance.now() - started) / 1000;
  const pages = walked.crawl.pages.length;
  print(
    `${thousands(pages)} pages and ${thousands(walked.crawl.found.size - pages)} other things, ` +
      `${thousands(walked.crawl.links.length)} links, walked in ${thousands(seconds)} s`,
  );
  const rows: string[][] = [];
  for (const { rule = '', says, find } of [...allChecks, ...(noJava === undefined ? [nuCheck] : [])]) {
    note(says);
    const faults = await find(walked);
    found += faults.length;
    for (const fault of faults.slice(0, 5)) note(`  ${fault}`);
    rows.push([rule, says, thousands(faults.length)]);
  }
  printTable(['rule', 'says', 'faults'], rows);
  if (noJava !== undefined) print(`Pages were not validated: ${noJava}`);
} finally {
  await site.stop();
}
process.exitCode = found > 0 ? 1 : 0;
