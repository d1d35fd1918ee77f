import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Problem } from '../model/problem.ts';
import { article, setVersion, site, TestNewsroom, topics } from '../testing.ts';
import { compile, type CompileOptions } from './compile.ts';

const noon = Date.parse('2026-01-13T12:00:00Z');
const hour = 3_600_000;

/** A newsroom whose articles are of 13 January, public from 9 o'clock unless their fields say otherwise. */
class Folder extends TestNewsroom {
  constructor(t: TestContext) {
    super(t, site);
  }

  article(slug: string, fields: Record<string, unknown> = {}): void {
    this.write(article(address(slug), { published: '2026-01-13T09:00:00Z', ...fields }));
  }

  /** Problems of addresses, in order. */
  async problems(now = noon, options: Partial<CompileOptions> = {}): Promise<Problem[]> {
    const { problems } = await compile({ content: this.content, data: this.data, now, ...options });
    return problems.filter(({ code }) => code === 'address-collision' || code === 'address-vanished');
  }

  /** What an address is at an instant. */
  state(path: string, now = noon): string {
    const found = this.at(new Date(now).toISOString(), (edition) => edition.lookup(path));
    return found.state === 'redirect' ? `moved to ${found.to}` : found.state;
  }
}

const address = (slug: string): string => `/2026/01/13/${slug}`;
const file = (slug: string): string => `articles/2026/01/13/${slug}.mdx`;

test('an alias that is the address of another article is reported with both files and its line, and takes nothing', async (t) => {
  const folder = new Folder(t);
  folder.article('owner');
  folder.article('claims', { aliases: [address('owner')] });
  const [found, ...more] = await folder.problems();
  equal(more.length, 0);
  deepEqual(
    [found?.code, found?.severity, found?.file, found?.line, found?.field],
    ['address-collision', 'error', file('claims'), 6, 'aliases'],
  );
  match(found?.message ?? '', new RegExp(file('owner')));
  equal(folder.state(address('owner')), 'public');
});

test('two articles with one alias are both reported; the first that is public has it', async (t) => {
  const folder = new Folder(t);
  folder.article('draft', { status: 'draft', aliases: ['/Old/Address'] });
  folder.article('later', { published: '2026-01-13T10:00:00Z', aliases: ['/old/address/'] });
  const found = await folder.problems();
  deepEqual(
    found.map((each) => each.file),
    [file('draft'), file('later')],
  );
  match(found[0]?.message ?? '', new RegExp(file('later')));
  match(found[1]?.message ?? '', new RegExp(file('draft')));
  equal(folder.state('/old/address'), `moved to ${address('later')}`);
});

test('an alias that is the own address hides nothing: a warning', async (t) => {
  const folder = new Folder(t);
  folder.article('itself', { aliases: [address('itself')] });
  deepEqual(
    (await folder.problems()).map(({ severity, code }) => [severity, code]),
    [['warning', 'address-collision']],
  );
});

test('a collision comes and goes with the other file, though the alias was not touched', async (t) => {
  const folder = new Folder(t);
  folder.article('claims', { aliases: [address('other')] });
  equal((await folder.problems()).length, 0);
  folder.article('other', { status: 'draft' });
  equal((await folder.problems(noon, { only: [file('other')] })).length, 1);
  folder.remove(file('other'));
  equal((await folder.problems(noon, { only: [file('other')] })).length, 0);
});

test('aliases that point at each other never loop: each address answers once', async (t) => {
  const folder = new Folder(t);
  folder.article('one', { aliases: [address('two')] });
  folder.article('two', { aliases: [address('one')] });
  folder.article('three', { status: 'draft', aliases: [address('four')] });
  folder.article('four', { status: 'draft', aliases: [address('three')] });
  equal((await folder.problems()).length, 4);
  equal(folder.state(address('one')), 'public');
  equal(folder.state(address('two')), 'public');
  equal(folder.state(address('three')), 'none');
});

test('an alias may have any form of path, and is found in the form in which it is asked for', async (t) => {
  const folder = new Folder(t);
  folder.article('story', { aliases: ['/Story_999.html', '/caf%C3%A9//Über/', '/a.b.c'] });
  equal((await folder.problems()).length, 0);
  for (const old of ['/story_999.html', '/café/über', '/a.b.c'])
    equal(folder.state(old), `moved to ${address('story')}`, old);
});

test('a topic’s alias that another file has, or that is another file’s address, is a problem of both or of the alias', async (t) => {
  const cases: [name: string, files: Record<string, string | Uint8Array>, files: string[]][] = [
    ['an article’s address', article(address('owner'), { status: 'draft' }), ['topics/new.mdx']],
    [
      'an article’s alias',
      article(address('other'), { status: 'draft', aliases: [address('owner')] }),
      [file('other'), 'topics/new.mdx'],
    ],
    [
      'another topic’s alias',
      topics({ other: { title: 'Other', aliases: [address('owner')] } }),
      ['topics/new.mdx', 'topics/other.mdx'],
    ],
  ];
  for (const [name, files, expected] of cases)
    await t.test(name, async (inner) => {
      const folder = new Folder(inner);
      folder.write({ ...topics({ new: { title: 'New', aliases: [address('owner')] } }), ...files });
      const found = await folder.problems();
      deepEqual(
        found.map((each) => each.file),
        expected,
      );
      deepEqual(
        found.map(({ code, severity, field }) => [code, severity, field]),
        expected.map(() => ['address-collision', 'error', 'aliases']),
      );
      // It comes and goes with the other file, though the topic is not touched.
      const others = Object.keys(files);
      folder.remove(...others);
      equal((await folder.problems(noon, { only: others })).length, 0);
      folder.write(files);
      deepEqual(await folder.problems(noon, { only: others }), found);
    });
});

test('an alias that is the address of a topic’s file is a problem, a topic’s own address a warning', async (t) => {
  const folder = new Folder(t);
  folder.write(
    topics({ asia: 'Asia', new: { title: 'New', aliases: ['/Topics/Asia/', '/topics/new', '/asia.html'] } }),
  );
  folder.article('claims', { aliases: ['/topics/asia'] });
  const found = await folder.problems();
  deepEqual(
    found.map((each) => [each.file, each.severity, each.line]),
    [
      [file('claims'), 'error', 6],
      ['topics/new.mdx', 'error', 4],
      ['topics/new.mdx', 'warning', 5],
    ],
  );
  match(found[1]?.message ?? '', /topics\/asia\.mdx/);
  folder.remove('topics/asia.mdx');
  // Both still have the one alias.
  const left = await folder.problems(noon, { only: ['topics/asia.mdx'] });
  match(left[0]?.message ?? '', /also an alias of topics\/new\.mdx/);
  match(left[1]?.message ?? '', /also an alias of articles/);
});

test('while the site has an address of this machine, a deleted article is no problem, and none later', async (t) => {
  const folder = new Folder(t);
  const trial = {
    'site.yaml': (site['site.yaml'] ?? '').toString().replace('https://test.example', 'http://localhost:3000'),
  };
  folder.write(trial);
  for (const slug of ['sample', 'moved', 'stays']) folder.article(slug);
  await folder.problems();
  folder.remove(file('sample'), file('moved'));
  folder.article('renamed', { id: `urn:test:${address('moved')}` });
  for (const only of [undefined, [file('sample')]]) deepEqual(await folder.problems(noon + hour, only && { only }), []);
  folder.write(site);
  deepEqual(await folder.problems(noon + 2 * hour), []);
  folder.remove(file('stays'));
  equal((await folder.problems(noon + 3 * hour)).length, 1);
});

test('a topic takes the address of an article that vanished', async (t) => {
  const folder = new Folder(t);
  folder.article('gone');
  folder.article('stays', { topics: ['asia'] });
  folder.write(topics({ asia: 'Asia' }));
  equal((await folder.problems()).length, 0);
  folder.remove(file('gone'));
  equal((await folder.problems(noon + hour)).length, 1);
  folder.write(topics({ asia: { title: 'Asia', aliases: [address('gone')] } }));
  equal((await folder.problems(noon, { only: ['topics/asia.mdx'] })).length, 0);
  folder.write(topics({ asia: 'Asia' }));
  equal((await folder.problems(noon, { only: ['topics/asia.mdx'] })).length, 1);
});

test('an address that nobody can ask for is no alias', async (t) => {
  const folder = new Folder(t);
  folder.article('story', { aliases: ['/100%'] });
  folder.write(topics({ topic: { title: 'Topic', aliases: ['/100%'] } }));
  const { problems } = await compile({ content: folder.content, data: folder.data, now: noon });
  deepEqual(
    problems.map(({ code, field }) => [code, field]),
    [
      ['field-invalid', 'aliases.0'],
      ['field-invalid', 'aliases.0'],
    ],
  );
});

test('a public address that vanishes is a problem until it has an alias, a kill or a release', async (t) => {
  const folder = new Folder(t);
  folder.article('gone');
  folder.article('stays');
  equal((await folder.problems()).length, 0);
  folder.remove(file('gone'));
  const [found] = await folder.problems(noon + hour);
  deepEqual([found?.code, found?.severity, found?.file], ['address-vanished', 'error', file('gone')]);
  match(found?.message ?? '', /\/2026\/01\/13\/gone .*2026-01-13T12:00:00Z/);
  equal(folder.state(address('gone')), 'none');
  // It stays one, with the same words, however often the folder is compiled.
  deepEqual(await folder.problems(noon + 2 * hour), [found]);

  folder.article('stays', { aliases: [address('gone')] });
  equal((await folder.problems(noon, { only: [file('stays')] })).length, 0);
  equal(folder.state(address('gone')), `moved to ${address('stays')}`);
  folder.article('stays');
  equal((await folder.problems(noon, { only: [file('stays')] })).length, 1);

  folder.write({ 'site.yaml': `${site['site.yaml']}released: ["/2026/01/13/Gone/"]\n` });
  equal((await folder.problems(noon, { only: ['site.yaml'] })).length, 0);
  folder.write(site);
  equal((await folder.problems(noon, { only: ['site.yaml'] })).length, 1);

  folder.article('gone', { status: 'killed', reason: 'It was wrong.' });
  equal((await folder.problems()).length, 0);
  equal(folder.state(address('gone')), 'gone');
});

test('the address of a topic, a person, a storyline or a page that was public does not vanish silently either', async (t) => {
  const folder = new Folder(t);
  folder.article('story', { topics: ['asia'], byline: ['ann'], storyline: 'line' });
  const files = {
    ...topics({ asia: 'Asia', unused: 'Unused' }),
    'people/ann.mdx': '---\nname: Ann\n---\n',
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    'pages/jobs/all.mdx': '---\ntitle: Jobs\n---\nText.\n',
    'pages/draft.mdx': '---\ntitle: Draft\nstatus: draft\n---\nText.\n',
  };
  folder.write(files);
  deepEqual(await folder.problems(), []);
  const names = Object.keys(files);
  folder.remove(...names);
  const addresses = ['/jobs/all', '/people/ann', '/storylines/line', '/topics/asia'];
  const found = await folder.problems(noon + hour, { only: names });
  deepEqual(
    found.map((each) => [each.code, each.fix.match(/aliases: \[(.*?)\]/)?.[1]]),
    addresses.map((path) => ['address-vanished', path]),
  );
  deepEqual(await folder.problems(noon + hour), found);
  folder.write({
    ...topics({ asien: { title: 'Asia', aliases: ['/topics/asia'] } }),
    'people/anne.mdx': '---\nname: Ann\naliases: [/people/ann]\n---\n',
    'storylines/line.md': files['storylines/line.mdx'],
    'site.yaml': `${site['site.yaml']}released: [/jobs/all]\n`,
  });
  deepEqual(await folder.problems(noon + 2 * hour), []);
});

test('what was never public may vanish', async (t) => {
  const folder = new Folder(t);
  const hidden = [
    ['draft', { status: 'draft' }],
    ['scheduled', { published: '2026-01-14T09:00:00Z' }],
    ['embargoed', { embargo: '2026-01-14T09:00:00Z' }],
    ['never', { expires: '2026-01-12T09:00:00Z' }],
  ] as const;
  for (const [slug, fields] of hidden) folder.article(slug, fields);
  folder.article('stays');
  await folder.problems();
  for (const [slug] of hidden) folder.remove(file(slug));
  equal((await folder.problems()).length, 0);
});

test('what opened between two compiles was public, even if its file is gone at the second', async (t) => {
  const folder = new Folder(t);
  folder.article('scheduled', { published: '2026-01-13T12:30:00Z' });
  folder.article('stays');
  await folder.problems(noon);
  folder.remove(file('scheduled'));
  equal((await folder.problems(noon + hour)).length, 1);
});

test('a moved file leads on, and the problem says which line to write', async (t) => {
  const folder = new Folder(t);
  folder.article('old', { aliases: ['/older'] });
  await folder.problems();
  mkdirSync(join(folder.content, 'articles/2026/01/14'));
  renameSync(join(folder.content, file('old')), join(folder.content, 'articles/2026/01/14/new.mdx'));
  const [found] = await folder.problems();
  equal(found?.file, file('old'));
  equal(found?.fix, 'Write this line in articles/2026/01/14/new.mdx: `aliases: [/older, /2026/01/13/old]`');
  equal(folder.state(address('old')), 'moved to /2026/01/14/new');
});

test('the memory outlives another version of the store, but not another content folder', async (t) => {
  const folder = new Folder(t);
  folder.article('gone');
  folder.article('stays');
  await folder.problems();
  setVersion(folder.data, 1);
  folder.remove(file('gone'));
  equal((await folder.problems()).length, 1);
  renameSync(folder.content, `${folder.content}-2`);
  equal((await folder.problems(noon, { content: `${folder.content}-2` })).length, 0);
});

test('a new store copies the memory of another, as a check does', async (t) => {
  const folder = new Folder(t);
  folder.article('gone');
  folder.article('scheduled', { published: '2026-01-13T12:30:00Z' });
  folder.article('stays');
  await folder.problems();
  folder.remove(file('gone'));
  folder.remove(file('scheduled'));
  const data = `${folder.data}-passing`;
  const found = await folder.problems(noon + hour, { data, memory: folder.data });
  deepEqual(
    found.map((each) => each.file),
    [file('gone'), file('scheduled')],
  );
  match(found[0]?.message ?? '', /last compiled at 2026-01-13T12:00:00Z/);
});

test('a clock set back hides again, and the compile says how many', async (t) => {
  const folder = new Folder(t);
  folder.article('story');
  await folder.problems();
  const early = Date.parse('2026-01-13T08:00:00Z');
  folder.article('another');
  const summary = await compile({ content: folder.content, data: folder.data, now: early });
  equal(summary.hiddenAgain, 1);
  equal(folder.state(address('story'), early), 'none');
  equal((await compile({ content: folder.content, data: folder.data, now: early })).hiddenAgain, 0);
});

test('the address of a file with an error has not vanished: its file is there', async (t) => {
  const folder = new Folder(t);
  const names = ['field', 'fence', 'bytes', 'other-ending', 'deleted'];
  for (const slug of names) folder.article(slug);
  folder.article('renamed', { id: 'urn:renamed' });
  folder.write(topics({ asia: { title: 'Asia' } }));
  await folder.problems();
  folder.article('field', { type: 'nonsense' });
  folder.write({
    [file('fence')]: 'No front matter.\n',
    [file('bytes')]: Buffer.from([0xff, 0xfe, 0x00]),
    [file('other-ending').replace('.mdx', '.md')]: '---\nheadline: A\n---\n\nText.\n',
  });
  folder.remove(file('other-ending'), file('deleted'), file('renamed'));
  // Files with errors have aliases and an id too.
  folder.article('new', { id: 'urn:renamed', type: 'nonsense', aliases: ['/old', 1] });
  folder.write(topics({ asia: { parent: 1, aliases: address('deleted') } }));
  const check = (): Promise<Problem[]> =>
    folder.problems(noon, { data: `${folder.data}-${Math.random()}`, memory: folder.data });
  const vanished = ({ file: path, fix }: Problem): string => `${path}: ${fix}`;
  const moved = `${file('renamed')}: Write this line in ${file('new')}: \`aliases: [/old, ${address('renamed')}]\``;
  deepEqual((await check()).map(vanished), [moved]);
  deepEqual((await folder.problems()).map(vanished), [moved]);
  equal(folder.state(address('field')), 'public', 'the earlier version stays');

  const fresh = { data: `${folder.data}-fresh`, memory: folder.data };
  await folder.problems(noon, fresh);
  folder.remove(file('field'), 'topics/asia.mdx');
  const found = await folder.problems(noon, { data: fresh.data, only: [file('field'), 'topics/asia.mdx'] });
  deepEqual(
    found.map((each) => each.file),
    [file('deleted'), file('field'), file('renamed')],
  );
});

test('the addresses of a folder that cannot be read have not vanished', async (t) => {
  const folder = new Folder(t);
  folder.article('story');
  folder.write(article('/2026/01/12/stays', { published: '2026-01-12T09:00:00Z' }));
  await folder.problems();
  const day = join(folder.content, 'articles/2026/01/13');
  renameSync(day, `${folder.data}-day`);
  symlinkSync(`${folder.data}-day`, day);
  const fresh = { data: `${folder.data}-fresh`, memory: folder.data };
  deepEqual(await folder.problems(noon, fresh), []);
  unlinkSync(day);
  const found = await folder.problems(noon, { data: fresh.data });
  deepEqual(
    found.map((each) => each.file),
    [file('story')],
  );
});
