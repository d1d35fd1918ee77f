import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from './eventually.ts';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { Site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-snapshot-'));
const file = join(folder, 'paper.sqlite');
const newsroom = new TemporaryNewsroom();
newsroom.photograph('field.png', 700, 400);
newsroom.article('/2026/01/10/one', { headline: 'The first story', image: { src: 'field.png', alt: 'A field' } });
/** What the machine that serves has of the newsroom: pictures. */
const other = new TemporaryNewsroom();
other.photograph('field.png', 700, 400);

function compile(to: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/dateline.js', 'compile', '--snapshot', to], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATELINE_CONTENT: newsroom.folder,
      DATELINE_DATA: join(folder, 'data'),
      NODE_TEST_CONTEXT: undefined,
    },
  });
  equal(status, 0, stderr);
  return stdout;
}

describe('a server of a snapshot', () => {
  let site: Site;
  before(async () => {
    match(compile(file), /The snapshot is in /);
    copyFileSync(file, join(folder, 'first.sqlite'));
    site = await Site.start({ content: other.folder, data: join(folder, 'server'), snapshot: file });
  });
  after(async () => {
    await site?.stop();
    newsroom.end();
    other.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const front = async (): Promise<string> => (await ask(site.base, '/')).text;
  const shows = (headline: string): Promise<true> =>
    eventually(headline, async () => ((await front()).includes(headline) ? true : undefined));
  const healthSays = (what: RegExp): Promise<true> =>
    eventually(String(what), async () => (what.test((await ask(site.base, '/healthz')).text) ? true : undefined));

  test('serves what another machine has compiled, with its own pictures', async () => {
    const { status, text } = await ask(site.base, '/2026/01/10/one');
    equal(status, 200);
    match(text, /The first story/);
    const [picture = ''] = /\/images\/field\.png\.[^" ]*webp/.exec(text) ?? [];
    equal((await ask(site.base, picture)).status, 200);
    equal((await ask(site.base, '/healthz')).status, 200);
  });

  test('takes over one that replaces it, and no request fails meanwhile', async () => {
    const end = new AbortController();
    const statuses = new Map<number, number>();
    const reader = async (): Promise<void> => {
      while (!end.signal.aborted) {
        for (const path of ['/', '/2026/01/10/one', '/latest', '/feed.xml']) {
          const { status } = await ask(site.base, path);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      }
    };
    const readers = [reader(), reader(), reader()];
    for (const number of [2, 3, 4, 5]) {
      newsroom.article(`/2026/01/11/story-${number}`, { headline: `Story number ${number}` });
      compile(file);
      await shows(`Story number ${number}`);
    }
    end.abort();
    await Promise.all(readers);
    deepEqual([...statuses.keys()], [200]);
  });

  test('what a compile that was killed has left beside the snapshot is removed after an hour', () => {
    const [left, fresh] = ['1.tmp', '2.tmp'].map((ending) => join(folder, `other.sqlite.${ending}`));
    for (const draft of [left, fresh]) writeFileSync(String(draft), 'a part');
    const hours = Date.now() / 1000 - 7200;
    utimesSync(String(left), hours, hours);
    compile(join(folder, 'other.sqlite'));
    deepEqual(
      readdirSync(folder)
        .filter((name) => name.startsWith('other'))
        .toSorted(),
      ['other.sqlite', 'other.sqlite.2.tmp'],
    );
  });

  test('a snapshot of what is there already is not written again', () => {
    const { ino } = statSync(file);
    match(compile(file), /is up to date/);
    equal(statSync(file).ino, ino);
  });

  test('refuses a part of a file, a damaged one and none, says so once, and serves on', async () => {
    const whole = readFileSync(file);
    const replaced = (bytes: Buffer): void => {
      writeFileSync(join(folder, 'draft'), bytes);
      renameSync(join(folder, 'draft'), file);
    };
    replaced(whole.subarray(0, whole.length / 2));
    await healthSays(/is refused: it is (?:damaged|no store, or only a part of one)/);
    equal((await ask(site.base, '/healthz')).status, 200);
    const damaged = Buffer.from(whole);
    const middle = Math.floor(0.6 * whole.length);
    damaged.fill(0x5a, middle, middle + 20_000);
    replaced(damaged);
    await healthSays(/is refused: it is damaged/);
    rmSync(file);
    await healthSays(/There is no snapshot/);
    match(await front(), /Story number 5/);
    const said = site.printed.stdout + site.printed.stderr;
    equal(said.match(/There is no snapshot/g)?.length, 1);
    newsroom.article('/2026/01/12/after', { headline: 'After the faults' });
    compile(file);
    await shows('After the faults');
    equal((await ask(site.base, '/healthz')).text.includes('refused'), false);
  });

  test('without one, and without one from before, a start says so and ends', async () => {
    const { stderr, code } = await Site.startAndFail({
      content: other.folder,
      data: join(folder, 'new'),
      snapshot: join(folder, 'none.sqlite'),
    });
    match(stderr, /There is nothing to serve\. There is no snapshot at /);
    doesNotMatch(stderr, /^\s+at |file:\/\//m);
    equal(code, 2);
  });

  test('an older one is a way back, and what is compiled after it shows', async () => {
    copyFileSync(join(folder, 'first.sqlite'), join(folder, 'draft'));
    renameSync(join(folder, 'draft'), file);
    await eventually('the way back', async () => ((await front()).includes('After the faults') ? undefined : true));
    match(site.printed.stdout + site.printed.stderr, /is older than the one before it/);
    equal((await ask(site.base, '/2026/01/12/after')).status, 404);
    newsroom.article('/2026/01/13/again', { headline: 'Forward again' });
    compile(file);
    await shows('Forward again');
    equal((await ask(site.base, '/2026/01/12/after')).status, 200);
  });
});
