import { spawnSync } from 'node:child_process';
import { hostileBodies } from '../newsroom/intake/hostile-bodies.ts';
import { readArticle } from '../newsroom/intake/read-article.ts';

/**
 * How much processor time one body may cost, whatever it contains: `node bench/hostile-markdown.ts [MB] [WORDS]` reads each
 * body of `hostile-bodies.ts` in a process that reads nothing else, and prints its seconds and what intake said. `WORDS` is
 * a part of a name. The default is 4 MB, the largest file that is read.
 */

const head = '---\nid: urn:x\nheadline: A\npublished: 2026-01-13T12:00:00Z\n---\n\n';
const file = 'articles/2026/01/13/x.mdx';
const [size = '4', words = '', only] = process.argv.slice(2);

if (only === undefined) {
  console.log('  CPU s   MB  problems');
  for (const name of Object.keys(hostileBodies).filter((each) => each.includes(words))) {
    const child = spawnSync(process.execPath, [import.meta.filename, size, '', name], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    process.stdout.write(child.stdout || `      –       ${name}: ${child.signal ?? child.stderr.split('\n').at(0)}\n`);
  }
} else {
  const body = hostileBodies[only]?.(Number(size) * 1024 * 1024 - head.length) ?? '';
  // The compiler of JavaScript makes the first article slow, whatever it contains.
  const warm = 'A *story* with [links](/a), `code`.\n\n- And **lists**\n\n> and\n\n## More\n\n| a |\n|---|\n| b |\n\n';
  for (let round = 0; round < 20; round += 1) readArticle(file, head + warm);
  const before = process.cpuUsage();
  const { problems, article } = readArticle(file, head + body);
  const { user, system } = process.cpuUsage(before);
  const codes = [...new Set(problems.map(({ code }) => code))].slice(0, 3).join(', ');
  console.log(
    `${((user + system) / 1e6).toFixed(2).padStart(7)} ${(body.length / 1024 / 1024).toFixed(1).padStart(4)}  ${only}: ` +
      `${article ? 'accepted' : 'refused'}, ${problems.length} ${codes}`,
  );
}
