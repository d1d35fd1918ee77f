import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { needing } from '../newsroom/testing.ts';
import { crawl, type Crawl } from './crawl.ts';
import { edge, edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import { ask, type Answer } from './http.ts';
import { compared, StaticHost } from './static-host.ts';
import { root } from './root.ts';
import { Site, siteUrl } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-static-'));
const edition = join(folder, 'edition');
const newsroom = edgeNewsroom({
  indexnow: 'Key-In-Two-Cases',
  websub: ['https://hub.example/'],
  license: { prohibits: ['ai-train'] },
  trust: { contact: 'desk@test.example' },
});
newsroom.article('/2026/01/14/expires', { expires: '2026-02-01T00:00:00Z' });
newsroom.article('/2026/01/14/owned', { canonical: 'https://other.example/story' });
newsroom.article('/2026/01/14/moved', { aliases: ['/old/page/2', '/?p=12', '/Old/Story.html'] });
newsroom.write('topics/renamed.mdx', '---\ntitle: Renamed\naliases: [/topics/former]\n---\n\nWords.\n');
newsroom.article('/2026/01/14/on-renamed', { topics: ['renamed'] });

interface Summary {
  pages: number;
  written: number;
  deleted: number;
  unchanged: number;
  nextGate?: string;
  configurationChanged: boolean;
}

function exported(...args: string[]): { code: number | null; summary: Summary | undefined; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['cli/dateline.js', 'export', '--content', newsroom.folder, '--site', edition, '--json', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        DATELINE_DATA: join(folder, 'data'),
        DATELINE_NOW: edgeDay,
        SITE_URL: siteUrl,
        NODE_TEST_CONTEXT: undefined,
      },
    },
  );
  return { code: status, summary: stdout === '' ? undefined : JSON.parse(stdout), err: stderr };
}

/** The files of the edition, each with its number in the file system. */
function filesOf(): Map<string, number> {
  const site = join(edition, 'current/site');
  const entries = readdirSync(site, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(site.length), statSync(path).ino]),
  );
}

const policyOf = (answer: Answer): string => String(answer.headers['content-security-policy'] ?? '');

/** What a policy allows that another one does not. */
function notIn(policy: string, other: string): string[] {
  const valuesIn = (text: string): string[] =>
    text.split('; ').flatMap((directive) => {
      const [name, ...values] = directive.split(' ');
      return values.map((value) => `${name} ${value}`);
    });
  const known = new Set(valuesIn(other));
  return valuesIn(policy).filter((value) => !known.has(value));
}

describe('the static edition', needing('nginx'), () => {
  let site: Site;
  let host: StaticHost;
  const ends: (() => Promise<void>)[] = [];
  let found: Crawl;
  let first: ReturnType<typeof exported>;
  before(async () => {
    site = await Site.start({ content: newsroom.folder, now: edgeDay });
    ends.push(() => site.stop());
    first = exported();
    equal(first.code, 0, first.err);
    host = await StaticHost.start(edition);
    ends.push(() => host.stop());
    found = await crawl(site.base, [edge.killed, edge.alias], siteUrl);
  });
  after(async () => {
    for (const end of ends) await end();
    newsroom.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const bothAt = (path: string): Promise<[Answer, Answer]> => Promise.all([ask(site.base, path), ask(host.base, path)]);

  test('each address answers as on the running server, and none that a reader finds is missing', async () => {
    const files = [...filesOf().keys()].filter((file) => !/^\/_(?:headers|redirects|gone\/)|^\/404\.html$/.test(file));
    const paths = files.map((file) => encodeURI(file.replace(/^\/index\.html$/, '/').replace(/\.html$/, '')));
    ok(paths.length > 550, String(paths.length));
    // A search has no results here.
    const others = [...found.found.keys()].filter((path) => !path.includes('?'));
    match((await ask(host.base, '/search')).text, /This copy of the site has no search\./);
    for (const path of new Set([...paths, ...others])) {
      if (path === '/search') continue;
      const [live, still] = await bothAt(path);
      deepEqual(compared(still), compared(live), path);
      if (live.status !== 308) deepEqual(notIn(policyOf(live), policyOf(still)), [], path);
    }
  });

  test('what was withdrawn, what has moved and what was never there answers as on the running server', async () => {
    for (const path of [
      edge.killed,
      `${edge.killed}/related`,
      `${edge.killed}/history`,
      `${edge.killed}.json`,
      `${edge.killed}/share.jpg`,
      edge.expired,
      edge.draft,
      edge.alias,
      `${edge.alias}/related`,
      `${edge.alias}.md`,
      edge.aliasOfKilled,
      '/old/page/2',
      '/old/story.html',
      '/?p=12',
      '/topics/former',
      '/topics/former/links',
      '/topics/former/atom.xml',
      '/topics/arms-control/',
      `${encodeURI(edge.accented)}/`,
      '/nothing',
      '/index.html',
      '/404.html',
      `${edge.bare}.html`,
      '/_headers',
      '/_redirects',
      `/_gone${edge.killed}.html`,
      '/images/nothing.jpg',
      '/topics/arms-control/page/9',
    ]) {
      const [live, still] = await bothAt(path);
      deepEqual(compared(still), compared(live), path);
    }
  });

  test('hosts without a configuration of their own find redirects and headers in two files', () => {
    const redirects = readFileSync(join(edition, 'current/site/_redirects'), 'utf8').split('\n');
    ok(redirects.includes(`${edge.alias} ${edge.everything} 308`));
    ok(redirects.includes('/topics/former /topics/renamed 308'));
    ok(!redirects.some((line) => line.includes('?')));
    const headers = readFileSync(join(edition, 'current/site/_headers'), 'utf8');
    ok(headers.split('\n').every((line) => line.length < 2000));
    match(headers, /^\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy: default-src 'none'/);
  });

  test('an export writes what has changed, and nothing else', async () => {
    equal(first.summary?.nextGate, '2026-02-01T00:00:00.000Z');
    equal(exported('--detailed-exit-code').code, 3);
    const known = filesOf();
    newsroom.article(
      edge.bare,
      {
        headline: 'Bare',
        image: { src: 'field.png', alt: 'A field', credit: 'Ada Quill', focus: '90% 50%' },
      },
      'A paragraph that is another one.',
    );
    const { summary } = exported();
    const now = filesOf();
    const written = [...now].filter(([file, number]) => known.get(file) !== number).map(([file]) => file);
    ok(written.includes(`${edge.bare}.html`) && written.includes(`${edge.bare}.json`), written.join(' '));
    equal(summary?.written, written.filter((file) => !file.startsWith('/_')).length);
    ok(written.length < 25, written.join(' '));
    equal(exported().summary?.written, 0);
  });

  test('a kill, an alias and a new picture are public after the next export, and the old page is not', async () => {
    newsroom.article('/2026/01/10/report-64', { status: 'killed', reason: 'Not so.' });
    newsroom.article('/2026/01/14/on-renamed', {
      topics: ['renamed'],
      aliases: ['/once/here'],
      image: { src: 'new.png', alt: 'New' },
    });
    newsroom.photograph('new.png', 700, 400);
    const { code, summary, err } = exported();
    equal(code, 0, err);
    ok((summary?.deleted ?? 0) > 0);
    equal(summary?.configurationChanged, true);
    await host.reload();
    const gone = await ask(host.base, '/2026/01/10/report-64');
    equal(gone.status, 410);
    match(gone.text, /Not so\./);
    const moved = await ask(host.base, '/once/here');
    deepEqual([moved.status, moved.headers.location], [308, '/2026/01/14/on-renamed']);
    const { text } = await ask(host.base, '/2026/01/14/on-renamed');
    const [picture = ''] = /\/images\/new\.png\.[^" ]*avif/.exec(text) ?? [];
    equal((await ask(host.base, picture)).status, 200);
  });

  test('an export that is stopped leaves the old site, and the next one makes up for it', async () => {
    // What a process leaves that was ended in the middle.
    const number = Number(readdirSync(join(edition, 'exports')).toSorted((a, b) => Number(b) - Number(a))[0]) + 1;
    mkdirSync(join(edition, `exports/${number}/site`), { recursive: true });
    writeFileSync(join(edition, `exports/${number}/site/index.html`), 'half');
    ok((await ask(host.base, '/')).text.length > 1000);
    newsroom.article('/2026/01/15/later', { headline: 'Later than the rest' });
    equal(exported().code, 0);
    match((await ask(host.base, '/')).text, /Later than the rest/);
  });

  test('a folder with something else in it is not touched', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'index.html'), 'mine');
    const { code, err } = exported('--site', other);
    equal(code, 2);
    match(err, /holds something else \(index\.html\)/);
    deepEqual(readdirSync(other), ['index.html']);
  });
});
