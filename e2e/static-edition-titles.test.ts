import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { needing } from '../newsroom/testing.ts';
import { ask, type Answer } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { Site } from './site.ts';
import { compared, StaticHost } from './static-host.ts';

const now = '2026-02-01T00:00:00Z';
const folder = mkdtempSync(join(tmpdir(), 'dateline-static-'));
const edition = join(folder, 'edition');
const newsroom = new TemporaryNewsroom();
newsroom.write('titles/main.yaml', 'name: Main\nurl: https://main.example\norder: 1\n');
newsroom.write(
  'titles/space-war.yaml',
  'name: Space War\nurl: https://space.example\norder: 2\ncarries: { topics: [space] }\n',
);
newsroom.topic('space');
newsroom.topic('sport');
newsroom.article('/2026/01/10/orbit', { topics: ['space'], aliases: ['/old/orbit'], related: ['/2026/01/11/match'] });
newsroom.article('/2026/01/11/match', { topics: ['sport'], aliases: ['/old/match'] }, 'See [it](/2026/01/10/orbit).');
newsroom.article('/2026/01/12/both', { topics: ['sport', 'space'], owner: 'main' });
newsroom.article('/2026/01/13/ended', { topics: ['sport'], expires: '2026-01-20T00:00:00Z' });
newsroom.article('/2026/01/14/ahead', { topics: ['sport'], embargo: '2026-03-01T00:00:00Z' });
newsroom.article('/2026/01/15/wrong', { topics: ['space'], status: 'killed', reason: 'Not so.' });

function exported(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['cli/dateline.js', 'export', '--content', newsroom.folder, '--json', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        DATELINE_DATA: join(folder, 'data'),
        DATELINE_NOW: now,
        SITE_URL: undefined,
        NODE_TEST_CONTEXT: undefined,
      },
    },
  );
  return { code: status, out: stdout, err: stderr };
}

const hosts = { 'main.example': 'main', 'space.example': 'space-war' };

describe('the static edition of several titles', needing('nginx'), () => {
  let site: Site;
  let nginx: StaticHost;
  const ends: (() => Promise<void>)[] = [];
  before(async () => {
    site = await Site.start({ content: newsroom.folder, now, env: { SITE_URL: '' } });
    ends.push(() => site.stop());
    const { code, out, err } = exported('--site', edition);
    equal(code, 0, err);
    const summaries: { title: string; nextGate: string }[] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    // A gate of a story that only another title carries changes its redirects.
    deepEqual(
      summaries.map(({ title, nextGate }) => [title, nextGate]),
      ['main', 'space-war'].map((title) => [title, '2026-03-01T00:00:00.000Z']),
    );
    nginx = await StaticHost.start(edition, hosts);
    ends.push(() => nginx.stop());
  });
  after(async () => {
    for (const end of ends) await end();
    newsroom.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const bothAt = (host: string, path: string): Promise<[Answer, Answer]> => {
    const headers = { Host: host };
    return Promise.all([ask(site.base, path, { headers }), ask(nginx.base, path, { headers })]);
  };

  test('each title answers as on the running server', async () => {
    for (const [host, name] of Object.entries(hosts)) {
      const files = readdirSync(join(edition, name, 'current/site'), { recursive: true, withFileTypes: true })
        .filter(
          (entry) => entry.isFile() && !/^(?:_|404\.html)/.test(entry.name) && !entry.parentPath.includes('/_gone'),
        )
        .map((entry) => join(entry.parentPath, entry.name).slice(join(edition, name, 'current/site').length));
      ok(files.length > 40, `${files.length} files`);
      const others = [
        ...['10/orbit', '11/match', '12/both', '13/ended', '14/ahead', '15/wrong'].flatMap((story) =>
          ['', '/related', '.json', '.md', '/share.jpg'].map((end) => `/2026/01/${story}${end}`),
        ),
        '/topics/space',
        '/topics/sport',
        '/topics/sport/links',
        '/old/orbit',
        '/old/match',
        '/nothing',
      ];
      const paths = files.map((file) => encodeURI(file.replace(/^\/index\.html$/, '/').replace(/\.html$/, '')));
      for (const path of new Set([...paths, ...others])) {
        if (path === '/search') continue;
        const [live, still] = await bothAt(host, path);
        // Headers for scripts of other sites: by the ending of the address there, by what is found here.
        if (live.status === 404 && /\.\w+$/.test(path)) equal(still.status, 404);
        else deepEqual(compared(still), compared(live), `${host}${path}`);
      }
    }
  });

  test('what another title has is in the redirects, and what is hidden there is not', () => {
    const redirects = readFileSync(join(edition, 'space-war/current/site/_redirects'), 'utf8');
    match(redirects, /^\/2026\/01\/11\/match https:\/\/main\.example\/2026\/01\/11\/match 308$/m);
    match(redirects, /^\/topics\/sport https:\/\/main\.example\/topics\/sport 308$/m);
    ok(!/ended|ahead/.test(redirects));
    // The page of a story is the canonical one of its text on one title only, and the rules are for all.
    const headers = (name: string): string => readFileSync(join(edition, name, 'current/site/_headers'), 'utf8');
    ok(!headers('space-war').includes('rel="canonical"'));
  });

  test('one title goes into the folder that is named, and its edition is not replaced by another', () => {
    const one = join(folder, 'one');
    const { code, out } = exported('--site', one, '--title', 'space-war');
    deepEqual([code, JSON.parse(out).title], [0, 'space-war']);
    deepEqual(readdirSync(one).toSorted(), ['current', 'exports']);
    const { code: refused, err } = exported('--site', one);
    equal(refused, 2);
    match(err, /is the edition of the title space-war, and .* several titles \(main, space-war\).*--title space-war/);
    const other = exported('--site', one, '--title', 'main');
    equal(other.code, 2);
    match(other.err, /is the edition of the title space-war, and would become that of the title main/);
    equal(exported('--site', one, '--title', 'space-war').code, 0);
    // The edition of a title that is there no more.
    mkdirSync(join(edition, 'former'));
    symlinkSync('exports/1', join(edition, 'former/current'));
    match(exported('--site', edition).err, /former is the edition of a title that is there no more/);
  });
});
