import { join } from 'node:path';
import { importFiles, type ImportReport } from '../import/import.ts';
import { compile } from '../newsroom/compile/compile.ts';
import { machine, print, withFolder } from './measure.ts';

/** What an import of an archive keeps: `npx node bench/import.ts FOLDER…`. */

if (import.meta.main) {
  const paths = process.argv.slice(2);
  print(machine());
  await withFolder(async (folder) => {
    const [content, data] = [join(folder, 'content'), join(folder, 'data')];
    const begin = process.cpuUsage();
    const report = importFiles({ paths, content, format: 'markdown', date: null, dryRun: false });
    const { user, system } = process.cpuUsage(begin);
    const { articles, problems } = await compile({ content, data, history: false });
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const created = report.items.filter(({ action }) => action === 'create').length;
    print(`items ${report.items.length}, created ${created}, failed ${report.items.length - created}`);
    print(`after check: ${articles} articles, ${errors} errors, ${problems.length - errors} warnings`);
    print(`pictures: ${ratio(pictures(report))}`);
    print(`links between pages of the old site: ${ratio(links(report))}`);
    print(`processor ${((user + system) / 1e6).toFixed(1)} s`);
  });
}

function ratio([kept, lost]: [number, number]): string {
  return `${kept} kept of ${kept + lost}`;
}

/** Pictures that articles have, and those whose files were not there. */
function pictures({ items }: ImportReport): [number, number] {
  const kept = items.reduce(
    (sum, { frontMatter, body }) =>
      sum + (frontMatter['image'] === undefined ? 0 : 1) + (body.match(/^<Figure /gm)?.length ?? 0),
    0,
  );
  return [kept, logged(items, ['picture-dropped'])];
}

/** Links that lead to articles and topics of the import, and those that lead to other pages of the old site or became text. */
function links({ items }: ImportReport): [number, number] {
  const kept = items.reduce((sum, { body }) => sum + (body.match(/\]\(\/(?:\d{4}\/|topics\/)/g)?.length ?? 0), 0);
  return [kept, logged(items, ['link-dropped', 'link-made-absolute'])];
}

/** The number of changes of these rules. An entry can be for several: `… (3 times)`. */
function logged(items: ImportReport['items'], rules: readonly string[]): number {
  return items
    .flatMap(({ log }) => log)
    .filter(({ rule }) => rules.includes(rule))
    .reduce((sum, { text }) => sum + Number(/ \((\d+) times\)$/.exec(text)?.[1] ?? 1), 0);
}
