import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../newsroom/intake/read-article.ts';
import { article, folderFor, site, TestNewsroom, topics } from '../newsroom/testing.ts';

const command = fileURLToPath(new URL('./dateline.js', import.meta.url));

/** Where a machine has its own Node. */
const olderPath = '/usr/local/bin:/usr/bin:/bin';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `dateline` as a user would, with its temporary files in the newsroom's own folder. */
function dateline(
  { content, data }: { content: string; data: string },
  args: string[],
  env: Record<string, string> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    env: {
      ...process.env,
      TMPDIR: dirname(data),
      DATELINE_CONTENT: content,
      DATELINE_DATA: data,
      LOG_FORMAT: 'text',
      ...env,
    },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

function newsroomWith(t: TestContext, broken: number): TestNewsroom {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ a: 'A' }),
    ...article('/2026/01/13/good', { topics: ['a'] }),
  });
  for (let number = 0; number < broken; number += 1)
    newsroom.write(article(`/2026/01/13/bad-${number}`, { type: 'scoop' }));
  return newsroom;
}

test('a command that does not exist, none, and an option that a command does not have', (t) => {
  const newsroom = newsroomWith(t, 0);
  for (const args of [[], ['nothing'], ['constructor'], ['--version']]) {
    const { code, out, err } = dateline(newsroom, args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, /Usage: dateline COMMAND/);
  }
  const { code, out, err } = dateline(newsroom, ['--help']);
  assert.deepEqual([code, err], [0, '']);
  assert.match(out, /dateline check \[FOLDER\] \[--title NAME\] \[--json\]/);
  assert.match(out, /dateline build \[FOLDER\] \[--code-only\]/);
  assert.equal(dateline(newsroom, ['check', '--help']).code, 0);
  for (const args of [
    ['check', '--jsno'],
    ['build', '--code'],
    ['start', 'x', 'y'],
    ['dev', '--at'],
  ]) {
    const mistaken = dateline(newsroom, args);
    assert.deepEqual([mistaken.code, mistaken.out], [2, ''], args.join(' '));
    assert.match(mistaken.err, /is not an option of this command\. Usage: dateline/);
  }
  assert.match(dateline(newsroom, ['start', '--port']).err, /--port needs a number, such as --port 3001/);
  assert.match(dateline(newsroom, ['start', '--port', '70000']).err, /“70000”, which is no port/);
});

test('compile: a summary on standard output, problems on standard error', (t) => {
  const newsroom = newsroomWith(t, 2);
  const first = dateline(newsroom, ['compile']);
  assert.equal(first.code, 0);
  assert.match(first.out, /^1 article: 1 added, 0 changed, 0 removed, 2 problems, \d+\.\d seconds\n$/);
  assert.match(
    first.err,
    /^articles\/2026\/01\/13\/bad-0\.mdx:5:7 {2}field-invalid {2}“type”: .*\n {4}why {2}.*\n {4}fix {2}.*\n\narticles\/2026\/01\/13\/bad-1\.mdx:5:7 /,
  );
  assert.ok(existsSync(join(newsroom.data, 'store.sqlite')));
  assert.match(dateline(newsroom, ['compile']).out, /^1 article: 0 added, 0 changed, 0 removed, 2 problems, /);
});

test('compile: many problems do not flood the terminal', (t) => {
  const { code, out, err } = dateline(newsroomWith(t, 60), ['compile']);
  assert.equal(code, 0);
  assert.match(out, /, 60 problems, /);
  assert.equal(err.match(/field-invalid/g)?.length, 50);
  assert.match(err, /… and 10 more problems: `npx dateline check` lists them all\./);
});

test('commands that are about something else print the number of problems', (t) => {
  const newsroom = newsroomWith(t, 3);
  for (const args of [
    ['search', 'good'],
    ['related', '/2026/01/13/good'],
    ['storylines', '--suggest'],
    ['export', '/2026/01/13/good'],
  ]) {
    const { code, err } = dateline(newsroom, args);
    assert.equal(code, 0, args[0]);
    assert.match(err, /^The content has 3 problems: see `npx dateline check`\.$/m);
    assert.doesNotMatch(err, /field-invalid/);
  }
  const { err } = dateline(newsroomWith(t, 0), ['search', 'good']);
  assert.equal(err, '');
});

test('what cannot run says so in one line', (t) => {
  const newsroom = newsroomWith(t, 0);
  const empty = folderFor(t);
  const file = join(empty, 'file');
  mkdirSync(join(empty, 'nothing'));
  writeFileSync(file, '');
  const cases: [args: string[], env: Record<string, string>, words: RegExp][] = [
    [['compile'], { DATELINE_CONTENT: join(empty, 'nowhere') }, /There is no content folder at /],
    [['compile'], { DATELINE_CONTENT: join(empty, 'nothing') }, /The content folder at .* is empty\./],
    [['compile'], { DATELINE_CONTENT: file }, /There is no content folder at /],
    [['compile'], { DATELINE_DATA: join(file, 'below') }, /The data folder .* cannot be written: /],
    [['compile'], { DATELINE_DATA: '/proc/dateline' }, /The data folder .* cannot be written: /],
    [['compile'], { DATELINE_NOW: 'soon' }, /DATELINE_NOW is “soon”/],
    [['build'], { DATELINE_CONTENT: join(empty, 'nowhere') }, /There is no content folder at /],
    [['check'], { DATELINE_CONTENT: join(empty, 'nowhere') }, /There is no content folder at /],
    [['check', '--json'], { DATELINE_CONTENT: join(empty, 'nothing') }, /The content folder at .* is empty\./],
    [['check'], { TMPDIR: join(empty, 'nowhere') }, /ENOENT/],
    [['new', 'A'], { DATELINE_CONTENT: join(empty, 'nowhere') }, /There is no content folder at /],
    [['new', 'A'], { DATELINE_CONTENT: file }, /There is no content folder at /],
  ];
  for (const [args, env, words] of cases) {
    const { code, out, err } = dateline(newsroom, args, env);
    assert.deepEqual([code, out], [2, ''], `${args.join(' ')} ${JSON.stringify(env)}: ${err}`);
    assert.match(err, words);
    assert.equal(err.trim().split('\n').length, 1, err);
  }
});

test('check: every problem, and the site’s store does not change', (t) => {
  const newsroom = newsroomWith(t, 60);
  const before = readdirSync(dirname(newsroom.data));
  const { code, out } = dateline(newsroom, ['check']);
  assert.equal(code, 1);
  assert.equal(out.match(/field-invalid/g)?.length, 60);
  assert.match(out, /\n1 article, 60 problems\.\n$/);
  assert.deepEqual(readdirSync(dirname(newsroom.data)), before, 'nothing is left behind');
  assert.deepEqual(dateline(newsroomWith(t, 0), ['check']), { code: 0, out: '1 article, no problems.\n', err: '' });
});

test('check --json: one value on standard output, and nothing else', (t) => {
  const { code, out, err } = dateline(newsroomWith(t, 1), ['check', '--json']);
  assert.deepEqual([code, err], [1, '']);
  const value: unknown = JSON.parse(out);
  assert.deepEqual(value, {
    articles: 1,
    problems: [
      {
        code: 'field-invalid',
        severity: 'error',
        file: 'articles/2026/01/13/bad-0.mdx',
        line: 5,
        column: 7,
        field: 'type',
        message:
          '“type”: expected one of: news, analysis, opinion, explainer, interview, live, press-release, sponsored, review, obituary.',
        why: 'The value cannot be used: “scoop”.',
        fix: 'Write one of them: news, analysis, opinion, explainer, interview, live, press-release, sponsored, review, obituary.',
      },
    ],
  });
  assert.deepEqual(JSON.parse(dateline(newsroomWith(t, 0), ['check', '--json']).out), { articles: 1, problems: [] });
});

test('check: all of a long output arrives in a pipe', (t) => {
  const { out } = dateline(newsroomWith(t, 1500), ['check', '--json']);
  const { problems }: { problems: unknown[] } = JSON.parse(out);
  assert.equal(problems.length, 1500);
});

test('check: an interrupted check leaves nothing behind', async (t) => {
  const newsroom = newsroomWith(t, 1500);
  const temporary = dirname(newsroom.data);
  const child = spawn(process.execPath, [command, 'check'], {
    env: { ...process.env, TMPDIR: temporary, DATELINE_CONTENT: newsroom.content, DATELINE_DATA: newsroom.data },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const isChecking = (): boolean => readdirSync(temporary).some((name) => name.startsWith('dateline-check-'));
  while (!isChecking() && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [null, 'SIGTERM']);
  assert.equal(isChecking(), false);
});

test('control characters in names and words of the content do not reach the terminal', (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'articles/2026/01/13/\u001b[2Jx.mdx': '',
    ...article('/2026/01/13/y', { '\u202Efield': 1 }),
  });
  const { out } = dateline(newsroom, ['check']);
  assert.doesNotMatch(out, /[\u001B\u202E]/);
  assert.match(out, /\\u001b\[2Jx\.mdx/);
});

test('new: a draft in the folder of its day, which passes the check', async (t) => {
  const headlines: [headline: string, file: string][] = [
    ['Tokyo and Seoul close ranks', 'tokyo-and-seoul-close-ranks'],
    ['He said: "no", didn’t he? #1 & {more} [x]', 'he-said-no-didnt-he-1-more-x'],
    ['- a dash, and: a colon', 'a-dash-and-a-colon'],
    ['null', 'null'],
    ['2026-01-13', '2026-01-13'],
    ['東京とソウル', '東京とソウル'],
    ['Йошкар-Ола: выборы', 'йошкар-ола-выборы'],
    ['القمة في نارا', 'القمة-في-نارا'],
    ['😀🎉', 'story'],
    ['!!! 100 % !!!', '100'],
    ['  two\n\tlines  ', 'two-lines'],
    [
      `${'A very long headline '.repeat(20)}`,
      'a-very-long-headline-a-very-long-headline-a-very-long-headline-a-very-long',
    ],
    ['長'.repeat(300), '長'.repeat(80)],
    ['../../etc/passwd', 'etc-passwd'],
  ];
  const newsroom = newsroomWith(t, 0);
  for (const [headline, slug] of headlines) {
    await t.test(headline.slice(0, 30), () => {
      const { code, out, err } = dateline(newsroom, ['new', headline], { DATELINE_NOW: '2026-03-04T10:00:00Z' });
      const path = join(newsroom.content, `articles/2026/03/04/${slug}.mdx`);
      assert.deepEqual([code, out, err], [0, `${path}\n`, '']);
      const read = readArticle(`articles/2026/03/04/${slug}.mdx`, readFileSync(path, 'utf8'));
      assert.deepEqual(read.problems, []);
      assert.ok(read.article);
      assert.equal(read.article.headline, headline.replace(/\s+/g, ' ').trim());
      assert.equal(read.article.published, '2026-03-04T10:00:00Z');
      assert.equal(read.article.status, 'draft');
      assert.match(read.article.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    });
  }
  const { code, out } = dateline(newsroom, ['check']);
  assert.deepEqual([code, out], [0, `${headlines.length + 1} articles, no problems.\n`]);
});

test('new: without a headline there is no article', (t) => {
  const newsroom = newsroomWith(t, 0);
  for (const args of [['new'], ['new', ''], ['new', ' \n\t\u0007 ']]) {
    const { code, out, err } = dateline(newsroom, args);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /needs a headline/);
  }
});

test('new: the day is that of the newsroom’s own clock', (t) => {
  const newsroom = newsroomWith(t, 0);
  const cases: [timezone: string, now: string, published: string][] = [
    ['Asia/Tokyo', '2026-01-13T18:30:00Z', '2026-01-14T03:30:00+09:00'],
    ['America/St_Johns', '2026-07-01T01:00:00Z', '2026-06-30T22:30:00-02:30'],
    ['Europe/Vienna', '2026-07-01T00:00:00+02:00', '2026-07-01T00:00:00+02:00'],
    ['UTC', '2026-12-31T23:59:59Z', '2026-12-31T23:59:59Z'],
  ];
  for (const [timezone, now, published] of cases) {
    newsroom.write({ 'site.yaml': `name: N\nurl: https://n.example\nlanguage: en\ntimezone: ${timezone}\n` });
    const { out } = dateline(newsroom, ['new', timezone], { DATELINE_NOW: now });
    assert.ok(out.includes(`articles/${published.slice(0, 10).replaceAll('-', '/')}/`), out);
    assert.ok(readFileSync(out.trim(), 'utf8').includes(`published: ${published}\n`), timezone);
  }
  newsroom.write({ 'site.yaml': 'name: [' });
  assert.equal(dateline(newsroom, ['new', 'No zone'], { DATELINE_NOW: '2026-01-13T18:30:00Z' }).code, 0);
});

test('new: no file is overwritten', (t) => {
  const newsroom = newsroomWith(t, 0);
  const now = { DATELINE_NOW: '2026-03-04T10:00:00Z' };
  newsroom.write({ 'articles/2026/03/04/a.mdx': 'mine', 'articles/2026/03/04/a-2.md': 'mine too' });
  const made = [1, 2].map(() => dateline(newsroom, ['new', 'A'], now).out.trim());
  assert.deepEqual(
    made.map((path) => path.split('/').at(-1)),
    ['a-3.mdx', 'a-4.mdx'],
  );
  assert.equal(readFileSync(join(newsroom.content, 'articles/2026/03/04/a.mdx'), 'utf8'), 'mine');
  const ids = made.map((path) => /^id: (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1]);
  assert.equal(new Set(ids).size, 2);
});

test('an older Node starts the one that the project installs', async (t) => {
  const newsroom = newsroomWith(t, 1);
  const older = spawnSync('/usr/bin/env', ['-S', 'node', '--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: olderPath },
  });
  if (older.status !== 0 || Number(older.stdout.slice(1).split('.')[0]) >= 24)
    return t.skip('this machine has no older Node');
  const { status, stdout } = spawnSync('/usr/bin/env', ['-S', 'node', command, 'check', '--json'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: olderPath,
      TMPDIR: dirname(newsroom.data),
      DATELINE_CONTENT: newsroom.content,
      DATELINE_DATA: newsroom.data,
    },
  });
  assert.equal(status, 1, 'the exit code comes through');
  assert.match(stdout, /"field-invalid"/);
});

const siteLines = { name: 'N', url: 'https://n.example', language: 'de', timezone: 'Europe/Vienna' };

function siteWith(lines: Record<string, string | undefined>): { 'site.yaml': string } {
  const all = Object.entries({ ...siteLines, ...lines }).filter(([, value]) => value !== undefined);
  return { 'site.yaml': all.map(([name, value]) => `${name}: ${value}\n`).join('') };
}

test('start and export refuse a site.yaml that cannot be used, and say what is wrong with it', (t) => {
  for (const [lines, said] of [
    [{ url: 'nothing' }, /“url”/],
    [{ url: undefined }, /“url” is missing/],
    [{ name: '[' }, /front-matter-syntax/],
    [{ timezone: 'Mars' }, /“timezone”/],
    [{ license: '{ permits: [all] }' }, /“license”/],
  ] as const) {
    const newsroom = new TestNewsroom(t, { ...siteWith(lines), ...article('/2026/01/13/a') });
    for (const args of [['start'], ['export', '/2026/01/13/a']]) {
      const { code, err, out } = dateline(newsroom, args);
      assert.equal(code, 1, `${args[0]} ${JSON.stringify(lines)}: ${err}`);
      const refusal = err.slice(err.indexOf('dateline: site.yaml cannot be used'));
      assert.match(refusal, said);
      assert.doesNotMatch(out, /localhost/);
    }
    newsroom.write(siteWith({}));
    assert.match(dateline(newsroom, ['export', '/2026/01/13/a']).out, /https:\/\/n\.example/);
    newsroom.write(siteWith({ ...lines }));
    assert.match(dateline(newsroom, ['export', '/2026/01/13/a']).out, /https:\/\/n\.example/, 'the last good one');
  }
});

test('an optional field of site.yaml that is invalid is left out, and the rest counts', async (t) => {
  for (const [name, value] of Object.entries({
    description: '[a]',
    logo: '{}',
    publisher: '{ name: P, url: nothing }',
    policies: '{ ethics: nothing }',
    released: '[nothing]',
    websub: 'nothing',
    indexnow: 'short',
  })) {
    const newsroom = new TestNewsroom(t, { ...siteWith({ [name]: value }), ...article('/2026/01/13/a') });
    const { problems } = await newsroom.compile();
    assert.deepEqual(
      problems
        .filter(({ file }) => file === 'site.yaml')
        .map(({ severity, field }) => [severity, field?.split('.')[0]]),
      [['warning', name]],
      name,
    );
    const { url, language, timezone } = newsroom.at('2026-02-01T00:00:00Z', ({ site: { ...seen } }) => seen);
    assert.deepEqual([url, language, timezone], [siteLines.url, siteLines.language, siteLines.timezone], name);
  }
});

test('the Node that an older one has started ends when that one is killed', async (t) => {
  const newsroom = newsroomWith(t, 3000);
  const temporary = dirname(newsroom.data);
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.0.0" } })';
  const parent = spawn(process.execPath, ['--import', `data:text/javascript,${older}`, command, 'check'], {
    env: { ...process.env, TMPDIR: temporary, DATELINE_CONTENT: newsroom.content, DATELINE_DATA: newsroom.data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  parent.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  // The other process holds it open.
  const ended = once(parent.stdout, 'close');
  const isChecking = (): boolean => readdirSync(temporary).some((name) => name.startsWith('dateline-check-'));
  while (!isChecking() && parent.exitCode === null) await new Promise((next) => setTimeout(next, 2));
  parent.kill('SIGKILL');
  await ended;
  assert.equal(out, '', 'the check was not finished');
  assert.equal(isChecking(), false);
});
