import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compile } from '../../newsroom/compile/compile.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { ownAddresses } from '../../server/own-addresses.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { answer } from '../../site/answer.ts';
import { bodyOf } from '../../site/testing-pages.ts';

const now = '2026-02-01T09:30:00Z';

function emptyFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-init-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function dateline(cwd: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const env: NodeJS.ProcessEnv = { ...process.env, DATELINE_NOW: now, TZ: 'Asia/Tokyo' };
  for (const name of ['DATELINE_CONTENT', 'DATELINE_DATA']) delete env[name];
  const command = join(import.meta.dirname, '../dateline.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** All files under a folder with their texts, without the store. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('.dateline'),
  );
  return new Map(
    entries.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

test('a new newsroom has no problems, and shows an article with a picture and a contact page', async (t) => {
  const folder = emptyFolder(t);
  const cases: [args: string[], folder: string, name: string, first?: RegExp][] = [
    [[], 'harbour-post', 'Harbour Post'],
    [['--name', 'The "Harbour" *Post* — #1: {x} &amp; <b>'], "a 'b'", 'The "Harbour" *Post* — #1: {x} &amp; <b>'],
    [['--name', '港の新聞 \u{202E}\u0008', '--language', 'ja'], '港', '港の新聞', /<h1[^>]*>最初の記事/],
    [['--name', 'صحيفة الميناء', '--language', 'ar'], 'x y', 'صحيفة الميناء', /<h1[^>]*>خبرنا الأول/],
    [['--name', 'Havenpost', '--language', 'nl'], 'nl', 'Havenpost', /lang="en"[^]*Our first story/],
    ...['fr', 'de-AT', 'es', 'pt-BR', 'he', 'ko', 'zh'].map((tag): [string[], string, string, RegExp] => [
      ['--name', 'N', '--language', tag],
      tag,
      'N',
      /^(?![^]*Our first story)/,
    ]),
    [['--name', '1984'], 'year', '1984'],
    [['--name', 'true'], 'word', 'true'],
  ];
  for (const [args, path, name, first = /Our first story/] of cases) {
    await t.test(`${name} ${path}`, async () => {
      const made = dateline(folder, 'init', path, ...args);
      assert.deepEqual([made.code, made.err], [0, '']);
      assert.match(made.out, /npx dateline start .*\n/);
      const content = join(folder, path);
      const data = join(folder, `${path}-data`);
      const { problems, articles } = await compile({ content, data, ownAddresses });
      assert.deepEqual(problems, []);
      assert.equal(articles, 1);
      const editions = Editions.in(data, { linkTarget });
      editions.at(Date.parse(now), (edition) => {
        assert.equal(edition.site.name, name);
        assert.equal(edition.site.timezone, 'Asia/Tokyo');
        const story = answer(edition, '/2026/02/01/our-first-story');
        assert.ok(story.status === 200);
        assert.match(bodyOf(story.view), /src="\/images\/harbour\.svg"/);
        assert.ok(edition.picture('harbour.svg'));
        assert.equal(story.view.layout.site.language, args[3] ?? 'en');
        assert.match(bodyOf(story.view), first);
        for (const address of ['/', '/contact', '/about', '/topics/local', '/people/editor'])
          assert.equal(answer(edition, address).status, 200, address);
      });
      editions.close();
    });
  }
});

test('it overwrites nothing, and writes nothing where something is in its way', (t) => {
  const folder = emptyFolder(t);
  assert.equal(dateline(folder, 'init', 'paper').code, 0);
  const before = filesIn(folder);
  const again = dateline(folder, 'init', 'paper', '--name', 'Another');
  assert.equal(again.code, 1);
  assert.match(again.err, /already has site\.yaml, .*Nothing was written/);
  assert.deepEqual(filesIn(folder), before);

  mkdirSync(join(folder, 'linked'));
  symlinkSync('nowhere.yaml', join(folder, 'linked/site.yaml'));
  assert.equal(dateline(folder, 'init', 'linked').code, 1);
  assert.deepEqual(readdirSync(join(folder, 'linked')), ['site.yaml']);

  // A new repository of git.
  mkdirSync(join(folder, 'clone/.git'), { recursive: true });
  writeFileSync(join(folder, 'clone/README.md'), 'Mine.\n');
  writeFileSync(join(folder, 'clone/.gitignore'), 'x\n');
  const made = dateline(folder, 'init', 'clone');
  assert.equal(made.code, 0);
  assert.match(made.out, /README\.md and \.gitignore stay as they were/);
  assert.equal(readFileSync(join(folder, 'clone/README.md'), 'utf8'), 'Mine.\n');
});

test('what it cannot use is said in one line, and nothing is written', (t) => {
  const folder = emptyFolder(t);
  for (const args of [[], ['a', 'b'], ['a', '--language', 'x!'], ['a', '--name', ' '], ['a', '--nom', 'x'], ['---']]) {
    const { code, out, err } = dateline(folder, 'init', ...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(err, /^dateline: [^\n]+ Usage: dateline init [^\n]+\n$/);
  }
  assert.deepEqual(readdirSync(folder), []);
});

test('commands take the folder, and keep its store inside it', (t) => {
  const folder = emptyFolder(t);
  dateline(folder, 'init', 'paper');
  assert.match(dateline(folder, 'check', 'paper').out, /^1 article, no problems\.\n$/);
  assert.match(dateline(folder, 'compile', 'paper').out, /^1 article: 1 added/);
  assert.ok(readdirSync(join(folder, 'paper')).includes('.dateline'));
  assert.match(dateline(folder, 'check', '--content', 'paper', '--json').out, /^\[\]|"problems": ?\[\]/);
  const draft = dateline(folder, 'new', 'Rain falls', '--content', 'paper');
  assert.equal(draft.out, 'paper/articles/2026/02/01/rain-falls.mdx\n');
  // The README says to delete the first story.
  rmSync(join(folder, 'paper/articles/2026/02/01/our-first-story.mdx'));
  rmSync(join(folder, 'paper/images/harbour.svg'));
  assert.match(dateline(folder, 'compile', 'paper').out, /^1 article: 1 added, 0 changed, 1 removed, 0 problems/);
  assert.match(dateline(folder, 'check', 'paper').out, /^1 article, no problems\.\n$/);
  assert.match(dateline(folder, 'check', 'nothing').err, /There is no content folder at .*nothing/);
  assert.equal(dateline(folder, 'check', '--content').code, 2);
  assert.deepEqual(readdirSync(folder), ['paper']);
});
