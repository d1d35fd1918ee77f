import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { needing, sharedPath } from '../newsroom/testing.ts';
import { formatFile } from './article-file.ts';
import { CannotRun } from './cannot-run.ts';
import { ContentFolder } from './content-folder.ts';
import type { ImportedArticle } from './imported-article.ts';
import { importFiles, type ImportReport, type ImportRequest } from './import.ts';
import { exitCodeOf, hiddenLines, logLines } from './report.ts';
import { tables } from '../site/words/words-of.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dateline-import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const content = (): string => join(folder, 'content');
const run = (paths: string[], more: Partial<ImportRequest> = {}): ImportReport =>
  importFiles({ paths, content: content(), format: 'auto', date: null, dryRun: false, ...more });
const copy = (text: string): string => `Towns weigh a wall\n\nOtsu, Japan (AFP) Jan 13, 2026\n\n${text}\n`;
const FIRST =
  'The mayors of two towns met on Tuesday to weigh a common wall against the sea. They will meet again in May, when the tide is low.';
const OTHER =
  'A wall fell in the north. Nobody was hurt, and the road reopened within the hour, police said, after workers cleared every stone from it.';

test('a second import of the same file changes nothing, and the id stays', () => {
  const path = put('a.txt', copy(FIRST));
  const [created] = run([path]).items;
  assert.equal(created?.action, 'create');
  assert.equal(created.path, join(content(), 'articles/2026/01/13/towns-weigh-a-wall.mdx'));
  const written = readFileSync(created.path, 'utf8');
  const [again] = run([path]).items;
  assert.equal(again?.action, 'skip');
  assert.equal(again.frontMatter['id'], created.frontMatter['id']);
  assert.equal(readFileSync(created.path, 'utf8'), written);
});

test('changed copy updates the article, and fields that an editor added stay', () => {
  const path = put('a.txt', copy(FIRST));
  const [created] = run([path]).items;
  assert.ok(created?.path);
  writeFileSync(created.path, formatFile({ ...created.frontMatter, kicker: 'The lake' }, created.body));
  assert.equal(run([path]).items[0]?.action, 'skip');
  put('a.txt', copy(`${FIRST}\n\nOne more paragraph.`));
  const [updated] = run([path]).items;
  assert.equal(updated?.action, 'update');
  assert.equal(updated.path, created.path);
  assert.deepEqual(updated.frontMatter, { ...created.frontMatter, kicker: 'The lake' });
});

test('another article under the same headline gets a number, and the number stays', () => {
  const paths = [put('a.txt', copy(FIRST)), put('b.txt', copy(OTHER))];
  const files = run(paths).items.map((item) => item.path);
  assert.deepEqual(
    files,
    ['', '-2'].map((number) => join(content(), `articles/2026/01/13/towns-weigh-a-wall${number}.mdx`)),
  );
  assert.deepEqual(
    run(paths).items.map(({ action, path }) => [action, path]),
    files.map((path) => ['skip', path]),
  );
  assert.deepEqual(
    run(paths.toReversed()).items.map(({ action, path }) => [action, path]),
    files.toReversed().map((path) => ['skip', path]),
  );
});

const versionOf = (headline: string, text: string): string =>
  `${headline}\n\nOtsu, Japan (AFP) Jan 13, 2026\n\n${text}\n`;

const postOf = (title: string, body: string, day = '2026-01-13'): string =>
  `---\ntitle: ${title}\ndate: ${day}\n---\n${body}\n`;
const rewrite = (path: string, fields: Record<string, unknown>, body: string): void =>
  writeFileSync(path, formatFile(fields, body));

test('an article that an editor wrote is never replaced, whatever is imported under its headline', () => {
  const files = [
    put('towns-weigh-a-wall.md', postOf('Towns weigh a wall', FIRST)),
    put('wall.txt', copy(FIRST)),
    put('paper.txt', copy(FIRST).replace('AFP', 'Reuters')),
  ];
  const [own] = run(files.slice(0, 1)).items;
  assert.ok(own?.path);
  const fields = { ...own.frontMatter, id: 'urn:uuid:0b0e4b2c-6a55-4b7e-8b7c-3a4f5c1d2e3f', byline: ['Ann Lin'] };
  rewrite(own.path, fields, FIRST);
  const before = readFileSync(own.path, 'utf8');
  assert.deepEqual(
    run(files).items.map(({ action, path }) => [action, path?.replace(/.*wall/, '')]),
    [
      ['create', '-2.mdx'],
      ['create', '-3.mdx'],
      ['create', '-4.mdx'],
    ],
  );
  assert.equal(readFileSync(own.path, 'utf8'), before);
});

test('a post of another archive with the same headline, day and slug is another article', () => {
  const [first, second] = ['one', 'two'].map((name) => join(folder, name));
  for (const each of [first, second]) mkdirSync(String(each));
  const [created] = run([dirname(put('one/wall.md', postOf('Towns weigh a wall', FIRST)))]).items;
  put(
    'two/wall-2.md',
    postOf('Towns weigh a wall', 'Read the full story elsewhere.').replace('---\nR', 'slug: wall\n---\nR'),
  );
  const [other] = run([String(second)]).items;
  assert.equal(other?.action, 'create');
  assert.notEqual(other.path, created?.path);
});

test('a post that is imported from another folder is the same article, if its text is the same', () => {
  mkdirSync(join(folder, 'posts'));
  const path = put('posts/wall.md', postOf('Towns weigh a wall', FIRST));
  const [created] = run([folder + '/posts']).items;
  const [again] = run([path]).items;
  assert.deepEqual([again?.action, again?.path], ['skip', created?.path]);
});

for (const [kind, name, text] of [
  ['wire copy', 'a.txt', copy(FIRST)],
  ['a post', 'a.md', postOf('Towns weigh a wall', FIRST)],
] as const) {
  test(`an article that was killed stays killed, even without its headline and text: ${kind}`, () => {
    const path = put(name, text);
    const [created] = run([path]).items;
    assert.ok(created?.path);
    const { headline: _, ...fields } = created.frontMatter;
    rewrite(created.path, { ...fields, headline: 'Story withdrawn', status: 'killed', reason: 'Wrong.' }, 'Withdrawn.');
    const killed = readFileSync(created.path, 'utf8');
    const [again] = run([path]).items;
    assert.deepEqual([again?.action, again?.path], ['skip', created.path]);
    assert.equal(readFileSync(created.path, 'utf8'), killed);
    // Also if it has another day now.
    const moved = join(content(), 'articles/2026/02/01/withdrawn.mdx');
    mkdirSync(dirname(moved), { recursive: true });
    rmSync(created.path);
    writeFileSync(moved, killed);
    assert.deepEqual([run([path]).items[0]?.action, existsSync(created.path)], ['skip', false]);
  });

  test(`an item that is like a killed article, and is not known to be it, does not become public: ${kind}`, () => {
    const [created] = run([put(name, text)]).items;
    assert.ok(created?.path);
    rewrite(created.path, { ...created.frontMatter, status: 'killed', reason: 'Wrong.' }, 'Withdrawn.');
    const [other] = run([put(`b${name}`, text.replace(FIRST, OTHER))]).items;
    const isSkipped = other?.action === 'skip' && other.log.some(({ rule }) => rule === 'killed-stays');
    assert.ok(isSkipped || other?.problems[0]?.code === 'story-hidden');
    assert.equal(readdirSync(dirname(created.path)).length, 1);
  });
}

test('wire copy that has a later version by now does not come back', () => {
  const first = put('a.txt', copy(FIRST));
  run([first, put('b.txt', versionOf('UPDATE 2-Towns agree on a wall', `${FIRST}\n\nThe vote was 5 to 4.`))]);
  const [again] = run([first]).items;
  assert.equal(again?.action, 'skip');
  assert.match(again.body, /5 to 4/);
});

test('a later version of wire copy updates its article under another headline, and its address stays', () => {
  const [created] = run([put('a.txt', copy(FIRST))]).items;
  const [updated] = run([
    put('b.txt', versionOf('UPDATE 2-Towns agree on a wall', `${FIRST}\n\nThey agreed in the evening.`)),
  ]).items;
  assert.deepEqual([updated?.action, updated?.path], ['update', created?.path]);
  assert.equal(updated?.frontMatter['headline'], 'Towns agree on a wall');
  assert.equal(updated.frontMatter['published'], created?.frontMatter['published']);
  assert.equal(updated.frontMatter['id'], created?.frontMatter['id']);
});

test('a later version of wire copy whose story is not here is an article, and so is copy with another text', () => {
  run([put('a.txt', copy(OTHER))]);
  const [created] = run([put('b.txt', versionOf('UPDATE 1-Towns agree on a wall', FIRST))]).items;
  assert.equal(created?.action, 'create');
});

test('a later version of wire copy that can be of two articles fails', () => {
  run([put('a.txt', copy(FIRST)), put('b.txt', versionOf('Mayors meet', `${FIRST}\n\nThe day was cold.`))]);
  const [failed] = run([put('c.txt', versionOf('UPDATE 1-Towns agree on a wall', `${FIRST} All agreed.`))]).items;
  assert.deepEqual([failed?.action, failed?.problems[0]?.code], ['fail', 'story-unclear']);
});

test('no later version of wire copy makes a killed article public', () => {
  const [created] = run([put('a.txt', copy(FIRST))]).items;
  assert.ok(created?.path);
  writeFileSync(created.path, formatFile({ ...created.frontMatter, status: 'killed', reason: 'Wrong.' }, created.body));
  const [updated] = run([put('b.txt', versionOf('UPDATE 2-Towns agree on a wall', FIRST))]).items;
  assert.equal(updated?.path, created.path);
  assert.equal(updated.frontMatter['status'], 'killed');
});

/** Files of topics and people, by their path without its ending. */
const staff = (files: Record<string, object>): void => {
  for (const [path, fields] of Object.entries(files)) {
    mkdirSync(join(content(), dirname(path)), { recursive: true });
    writeFileSync(join(content(), `${path}.mdx`), formatFile({ ...fields }, 'Text.'));
  }
};

const TIDES: Record<string, object> = {
  'topics/tides': { title: 'Tides', learn: 'Learn about the “tides” of the 21st century' },
  'topics/sea-walls': { title: 'Sea walls and coastal defence' },
  'topics/ports-old': { title: 'Ports' },
  'topics/ports-new': { title: 'Ports.' },
};
const LINES: [line: string, topics: string[] | undefined, outside: string[]][] = [
  ['Learn about the Tides of the 21st Century at HarbourDaily.com', ['tides'], []],
  ['LEARN ABOUT THE "TIDES" OF THE 21st CENTURY. at HarbourDaily.com.', ['tides'], []],
  ['Tides at HarbourDaily.com', ['tides'], []],
  ['Learn about sea‑walls and coastal defense at HarbourDaily.com', ['sea-walls'], []],
  ['Learn about tides at HarbourDaily.com\n\nTides at SeaDaily.com', ['tides'], []],
  ['Sea walls and coastal defence at A.com\n\nTides at A.com', ['sea-walls', 'tides'], []],
  ['Learn about tidal power at HarbourDaily.com', undefined, ['https://www.harbourdaily.com/']],
  ['Tides https://tides.example/', undefined, ['https://tides.example/']],
  // Two topics have this title.
  ['Ports at HarbourDaily.com', undefined, ['https://www.harbourdaily.com/']],
  ['Tides', undefined, []],
];
for (const [line, topics, outside] of LINES)
  test(`a related link of copy that names a topic: ${line.replaceAll('\n\n', ' | ')}`, () => {
    staff({ ...TIDES, ...(line.startsWith('Learn about tides') && { 'topics/tides': { title: 'Tides' } }) });
    const [item] = run([put('a.txt', copy(`${FIRST}\n\nRelated Links\n\n${line}`))]).items;
    const related: unknown = item?.frontMatter['related'] ?? [];
    assert.ok(Array.isArray(related));
    assert.deepEqual([item?.frontMatter['topics'], related.map(({ url }) => url)], [topics, outside]);
  });

const SISTERS: Record<string, string> = {
  main: 'name: The Post\nurl: https://post.example\norder: 1\n',
  'harbour-daily': 'name: Harbour Daily\nurl: https://harbourdaily.example\ncarries: { topics: [ports-old] }\n',
  sea: 'name: The Sea on Sunday\nurl: https://www.seadaily.com\n',
};
const sisters = (): void => {
  mkdirSync(join(content(), 'titles'));
  for (const [slug, text] of Object.entries(SISTERS)) writeFileSync(join(content(), `titles/${slug}.yaml`), text);
};
/** Lines of the related links, in a newsroom of several titles; the topics and the addresses that the article gets. */
const SISTER_LINES: [line: string, topics: string[] | undefined, outside: string[]][] = [
  ['Learn about the tides of the 21st century at HarbourDaily.com', ['tides'], []],
  ['Tides at Harbour Daily', ['tides'], []],
  ['Tides on harbour-daily', ['tides'], []],
  ['Tides at the Sea on Sunday.', ['tides'], []],
  ['Learn about tides at SeaDaily.com', ['tides'], []],
  // Two topics have this title, and the title owns one of them.
  ['Ports at Harbour Daily', ['ports-old'], []],
  ['Ports at The Post', ['ports-new'], []],
  ['Ports at Elsewhere.com', undefined, ['https://www.elsewhere.com/']],
  ['Tidal power at Harbour Daily', undefined, ['https://harbourdaily.example/']],
  ['Tidal power at Nowhere Daily', undefined, []],
];
for (const [line, topics, outside] of SISTER_LINES)
  test(`a related link of copy that names a title of the newsroom: ${line}`, () => {
    staff({ ...TIDES, ...(!/21st/.test(line) && { 'topics/tides': { title: 'Tides' } }) });
    sisters();
    const [item] = run([put('a.txt', copy(`${FIRST}\n\nRelated Links\n\n${line}`))]).items;
    const related: unknown = item?.frontMatter['related'] ?? [];
    assert.ok(Array.isArray(related));
    assert.deepEqual([item?.frontMatter['topics'], related.map(({ url }) => url)], [topics, outside]);
  });

test('the line that leads to a topic is known in each language of the site', () => {
  const linkWords = Object.values(tables).map(({ links }) => links);
  staff({ 'topics/tides': { title: 'Tides' } });
  sisters();
  for (const [tag, { links }] of Object.entries(tables)) {
    const line = links.learnAt
      .replace('{learn}', links.learn.replace('{topic}', 'Tides'))
      .replace('{title}', 'Harbour Daily');
    const headline = `Towns weigh a wall, ${tag}`;
    const text = copy(`${FIRST}\n\nRelated Links\n\n${line}`).replace('Towns weigh a wall', headline);
    const [item] = run([put('a.txt', text)], { linkWords }).items;
    assert.deepEqual([item?.frontMatter['topics'], item?.frontMatter['related']], [['tides'], undefined], line);
  }
});

test('the related links of the seed lead to topics of the demonstration newsroom', needing('seed'), () => {
  cpSync(join(import.meta.dirname, '../content/topics'), join(content(), 'topics'), { recursive: true });
  const { items } = run([sharedPath('seed')]);
  assert.deepEqual(
    items.map(({ frontMatter: { topics, related } }) => ({ topics, related })),
    [{ topics: ['superpowers', 'nuclear-doctrine'], related: undefined }],
  );
});

test('the topics of an editor stay before those that a later version leads to', () => {
  staff(TIDES);
  const links = '\n\nRelated Links\n\nTides at HarbourDaily.com\n';
  const [created] = run([put('a.txt', copy(FIRST + links))]).items;
  assert.ok(created?.path);
  writeFileSync(created.path, formatFile({ ...created.frontMatter, topics: ['sea-walls'] }, created.body));
  const [updated] = run([put('b.txt', versionOf('UPDATE 2-Towns agree on a wall', FIRST + links))]).items;
  assert.equal(updated?.path, created.path);
  assert.deepEqual(updated.frontMatter['topics'], ['sea-walls', 'tides']);
});

const PEOPLE = {
  'people/kenta-morioka': { name: 'Kenta Mōrioka' },
  'people/cruz': { name: 'de la Cruz, Jo Ann' },
  'people/sea-desk': { name: 'Sea desk', kind: 'organization' },
  'people/ann-one': { name: 'Ann Li' },
  'people/ann-two': { name: 'Li, Ann' },
};
const BYLINES: [line: string, byline: unknown][] = [
  ['By Kenta MORIOKA', ['kenta-morioka']],
  ['by MORIOKA, Kenta', ['kenta-morioka']],
  ['By Jo Ann de la Cruz', ['cruz']],
  ['By de la Cruz, Jo Ann', ['cruz']],
  ['By Kenta Morioka and Mia Sund', ['kenta-morioka', { name: 'Mia Sund' }]],
  ['By Kenta Morioka, Defence Editor', ['kenta-morioka']],
  ['By Kenta Morioka in Seoul', [{ name: 'Kenta Morioka', place: 'Seoul' }]],
  ['By Sea Desk', ['sea-desk']],
  ['by Staff Writers', [{ name: 'Staff Writers', kind: 'organization' }]],
  // Two people have this name.
  ['By Ann Li', [{ name: 'Ann Li' }]],
];
for (const [line, byline] of BYLINES)
  test(`a byline of copy that names a person with a file: ${line}`, () => {
    staff(PEOPLE);
    const [item] = run([put('a.txt', copy(FIRST).replace('\n\n', `\n\n${line}\n\n`))]).items;
    assert.deepEqual(item?.frontMatter['byline'], byline);
  });

test('wire copy in UTF-16 is recognized, and HTML with the ending .txt fails by its name', () => {
  writeFileSync(join(folder, 'a.txt'), Buffer.from(`\ufeff${copy(FIRST)}`, 'utf16le'));
  assert.equal(run([join(folder, 'a.txt')]).items[0]?.action, 'create');
  const [html] = run([put('b.txt', `<h1>Towns</h1>\n<p>${FIRST}</p>\n`)]).items;
  assert.deepEqual([html?.action, html?.problems[0]?.code], ['fail', 'wire-not-copy']);
});

test('a dry run writes nothing', () => {
  const { items } = run([put('a.txt', copy(FIRST))], { dryRun: true });
  assert.equal(items[0]?.action, 'create');
  assert.deepEqual(readdirSync(folder), ['a.txt']);
});

test('a dry run reports what an import does', () => {
  const item = (version: string): object => ({
    uri: 'urn:wall:1',
    headline: 'Towns weigh a wall',
    versioncreated: version,
    body_text: FIRST,
  });
  const paths = [
    put('a.json', JSON.stringify([item('2026-01-13T00:00:00Z'), item('2026-01-13T06:00:00Z')])),
    put('2026-01-13-b.md', '---\ntitle: B\naliases: [/old]\n---\nText.\n'),
    put('2026-01-13-c.md', '---\ntitle: C\naliases: [/old, /2026/01/13/b]\n---\nText.\n'),
  ];
  const told = ({ items, notes }: ImportReport): unknown[] => [
    items.map(({ frontMatter: { id: _id, ...fields }, ...each }) => ({ ...each, fields })),
    notes,
  ];
  const dry = told(run(paths, { dryRun: true }));
  assert.deepEqual(dry, told(run(paths)));
});

const REFUSED: [string, Partial<ImportedArticle>, string][] = [
  ['a control character', { fields: { headline: 'A\u0007B', published: '2026-01-13T00:00:00Z' } }, 'headline'],
  ['an offset that no place has', { fields: { headline: 'A', published: '2026-01-13T00:00:00+15:00' } }, 'published'],
  ['an element that is not closed', { body: '<FactBox title="A">\nText.' }, ''],
  ['a slug with a blank', { slug: 'a b' }, ''],
];
for (const [name, more, field] of REFUSED) {
  test(`an article that the site would refuse is not written: ${name}`, () => {
    for (const dryRun of [true, false]) {
      const newsroom = new ContentFolder(content(), dryRun);
      const fields = { headline: 'A', published: '2026-01-13T00:00:00Z' };
      const { action, path, problems = [] } = newsroom.save({ slug: 'a', fields, body: 'Text.', ...more });
      assert.deepEqual([action, path], ['fail', null]);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.field ?? '']),
        [['article-refused', field]],
      );
      assert.deepEqual(readdirSync(folder), []);
    }
  });
}

test('an alias that the site would refuse is left out', () => {
  const fields = { headline: 'A', published: '2026-01-13T00:00:00Z', aliases: ['/old', '/a%2fb'] };
  const { action, frontMatter, log } = new ContentFolder(content(), false).save({ slug: 'a', fields, body: 'Text.' });
  assert.equal(action, 'create');
  assert.deepEqual(frontMatter['aliases'], ['/old']);
  assert.deepEqual(log, [{ rule: 'alias-refused', text: '/a%2fb' }]);
});

test('an import in which everything fails writes nothing', () => {
  const { items, notes } = run([put('a.md', '---\ntitle: A\n---\nText.\n')]);
  assert.equal(items[0]?.action, 'fail');
  assert.deepEqual(notes, []);
  assert.deepEqual(readdirSync(folder), ['a.md']);
});

const BEFORE: [editor: Record<string, string>, source: string, after: [status: unknown, embargo: unknown]][] = [
  [{ status: 'killed', reason: 'Wrong.' }, 'draft: true', ['killed', undefined]],
  [{ status: 'withheld' }, 'draft: false', ['withheld', undefined]],
  [{ embargo: '2099-01-01T00:00:00Z' }, 'embargo: 2098-01-01', [undefined, '2099-01-01T00:00:00Z']],
  [{ embargo: '2097-01-01T00:00:00Z' }, 'embargo: 2098-01-01', [undefined, '2098-01-01T00:00:00Z']],
  [{}, 'draft: true', ['draft', undefined]],
];
for (const [editor, source, after] of BEFORE) {
  test(`an import does not make public what an editor hid: ${JSON.stringify(editor)}, then ${source}`, () => {
    const path = put('2026-01-13-b.md', '---\ntitle: B\n---\nText.\n');
    const [created] = run([path]).items;
    assert.ok(created?.path);
    writeFileSync(created.path, formatFile({ ...created.frontMatter, ...editor }, created.body));
    put('2026-01-13-b.md', `---\ntitle: B\n${source}\n---\nText.\n`);
    const [item] = run([path]).items;
    assert.ok(item);
    assert.deepEqual([item.frontMatter['status'], item.frontMatter['embargo']], after);
  });
}

test('an alias is not the address of its article, and no other page has it', () => {
  run([put('2026-01-13-b.md', '---\ntitle: B\naliases: [/taken]\ntopics: [walls]\n---\nText.\n')]);
  const path = put(
    '2026-01-13-c.md',
    '---\ntitle: C\naliases: [/2026/01/13/C/, /Taken, /2026/01/13/b, /topics/walls, /free, /Free/]\n---\nText.\n',
  );
  const [item] = run([path]).items;
  assert.deepEqual(item?.frontMatter['aliases'], ['/free']);
  assert.deepEqual(
    item.log.filter(({ rule }) => rule === 'alias-taken').map(({ text }) => text),
    ['/Taken', '/2026/01/13/b', '/topics/walls'],
  );
  assert.equal(run([path]).items[0]?.action, 'skip');
});

test('an alias is no address that the site answers itself', () => {
  const path = put(
    '2026-01-13-c.md',
    '---\ntitle: C\naliases: [/search, /2026/01/13/c/history, /2026/01/13/d/history, /, "/?p=7", "/search?x=1"]\n---\nText.\n',
  );
  const site = { own: /^\/(?:search)?$/, taken: /^$/, below: /^(.+)\/history$/ };
  const [item] = run([path], { ownAddresses: site }).items;
  assert.deepEqual(item?.frontMatter['aliases'], ['/?p=7']);
  assert.deepEqual(
    item.log.filter(({ rule }) => rule === 'alias-of-site').map(({ text }) => text),
    ['/search', '/2026/01/13/c/history', '/2026/01/13/d/history', '/search?x=1'],
  );
});

test('pictures are copied once, under safe names', () => {
  const picture = (name: string, fill: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    put(name, `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><rect fill="${fill}"/></svg>`);
  };
  picture('site/static/images/Der Deich.svg', 'red');
  picture('site/posts/levee/map.svg', 'blue');
  picture('site/posts/other/map.svg', 'green');
  picture('outside.svg', 'black');
  symlinkSync(join(folder, 'outside.svg'), join(folder, 'site/posts/levee/link.svg'));
  put('site/hugo.toml', 'baseURL = "https://old.example/blog"\n');
  put('site/posts/levee/broken.png', 'no picture');
  const post = (title: string, text: string): string =>
    `---\ntitle: ${title}\ndate: 2026-01-13\nimage: map.svg\n---\n${text}\n`;
  put(
    'site/posts/levee/index.md',
    post(
      'Levee',
      'One ![A](/blog/images/Der%20Deich.svg) two.\n\n![](map.svg "The map")\n\n![gone](gone.svg) ![out](../../../outside.svg) ![link](link.svg) ![broken](broken.png)',
    ),
  );
  put('site/posts/other/index.md', post('Other', '![B](https://old.example/blog/images/Der%20Deich.svg)'));
  const { items, notes } = run([join(folder, 'site')]);
  assert.deepEqual(
    items.map(({ frontMatter, body }) => [frontMatter['image'], body]),
    [
      [
        { src: 'posts/levee/map.svg', alt: 'Levee' },
        'One two.\n\n<Figure src="der-deich.svg" alt="A" />\n\n<Figure src="posts/levee/map.svg" alt="The map" />',
      ],
      [{ src: 'posts/other/map.svg', alt: 'Other' }, '<Figure src="der-deich.svg" alt="B" />'],
    ],
  );
  assert.deepEqual(
    items[0]?.log.filter(({ rule }) => rule === 'picture-dropped').map(({ text }) => text),
    ['gone.svg — gone', '../../../outside.svg — out', 'link.svg — link', 'broken.png — broken'],
  );
  assert.deepEqual(readdirSync(join(content(), 'images'), { recursive: true }).toSorted(), [
    'der-deich.svg',
    'posts',
    'posts/levee',
    'posts/levee/map.svg',
    'posts/other',
    'posts/other/map.svg',
  ]);
  assert.equal(notes.at(-1), 'images: 3 files added.');
  assert.deepEqual(
    run([join(folder, 'site')]).items.map(({ action }) => action),
    ['skip', 'skip'],
  );
});

test('in the folder of a site only its articles are read', () => {
  const files: Record<string, string> = {
    'jekyll/_posts/2026-01-13-a.md': 'Text.',
    'jekyll/_drafts/b.md': 'Text.',
    'jekyll/_site/2026-01-13-c.md': 'Text.',
    'jekyll/_includes/d.md': 'Text.',
    'jekyll/about.md': 'Text.',
    'hugo/content/2026-01-13-e.md': 'Text.',
    'hugo/archetypes/default.md': 'Text.',
    'hugo/themes/x/2026-01-13-f.md': 'Text.',
    'hugo/node_modules/2026-01-13-g.md': 'Text.',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    put(name, `---\ntitle: ${name.replaceAll('/', ' ')}\n---\n${text}\n`);
  }
  put('hugo/hugo.toml', '');
  const { items, notes } = run([join(folder, 'jekyll'), join(folder, 'hugo')], {
    format: 'markdown',
    date: '2026-01-14',
  });
  assert.deepEqual(
    items.map(({ source, frontMatter }) => [relative(folder, source), frontMatter['status']]),
    [
      ['jekyll/_drafts/b.md', 'draft'],
      ['jekyll/_posts/2026-01-13-a.md', undefined],
      ['hugo/content/2026-01-13-e.md', undefined],
    ],
  );
  assert.match(notes.at(-1) ?? '', /^2 other pages of the site were not read/);
});

test('a new newsroom gets settings, and an existing one keeps its settings', () => {
  const path = put('a.txt', copy(FIRST));
  assert.equal(run([path]).notes.length, 1);
  assert.match(
    readFileSync(join(content(), 'site.yaml'), 'utf8'),
    /^name: .+\nurl: https:.+\nlanguage: en\ntimezone: UTC\n$/,
  );
  writeFileSync(join(content(), 'site.yaml'), 'name: Mine\n');
  assert.equal(run([path]).notes.length, 0);
  assert.equal(readFileSync(join(content(), 'site.yaml'), 'utf8'), 'name: Mine\n');
});

test('topics and people of imported posts are written once', () => {
  const path = put('2019-04-08-a.md', '---\ntitle: A\nauthors: [ann-lin]\ntopics: [walls]\n---\nText.\n');
  run([path]);
  const person = join(content(), 'people/ann-lin.mdx');
  const read = readForeignFrontMatter(readFileSync(person, 'utf8'));
  assert.deepEqual(read && 'data' in read ? read.data : null, { name: 'Ann Lin' });
  writeFileSync(person, '---\nname: A. Lin\n---\n');
  run([path]);
  assert.match(readFileSync(person, 'utf8'), /A\. Lin/);
});

test('the format of every source is detected; a format without a reader fails, and the others do not', () => {
  const files: [string, string, string][] = [
    ['a.txt', copy(FIRST), 'create'],
    ['b.md', '---\ntitle: B\ndate: 2019-04-08\n---\nText.\n', 'create'],
    ['c.json', '{"uri":"urn:x","headline":"C","versioncreated":"2026-01-13T00:00:00Z","body_text":"Text."}', 'create'],
    ['d.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'rss'],
    ['e.xml', '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', 'newsml-g2'],
    ['f.xml', '<nitf><body/></nitf>', 'nitf'],
    ['g.json', '{"db":[{"meta":{}}]}', 'ghost'],
    ['h.xml', '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>', 'wxr'],
    ['i.xml', '<NewsML ComparedArticle="1.2"/>', 'newsml1'],
    ['j.iptc', '\u0001eca062 4 i 211 ccccb dpa 061\r\nTown/\r\n\u0002Headline =\r\n', 'iptc7901'],
    ['k.txt', '\u0000\u0001\u0002', 'in no format'],
  ];
  const report = run(files.map(([name, text]) => put(name, text)));
  for (const [index, [name, , expected]] of files.entries()) {
    const item = report.items[index];
    assert.equal(item?.source, join(folder, name));
    assert.ok(
      item.action === expected || (item.action === 'fail' && item.problems[0]?.message.includes(expected)),
      `${name}: ${item.action} ${item.problems[0]?.message}`,
    );
  }
  assert.equal(exitCodeOf(report), 1);
});

test('folders are read in order, without files that are not articles', () => {
  for (const name of ['b.txt', 'a.txt']) put(name, copy(`${name} ${FIRST}`));
  for (const name of ['README.md', '_index.md', '.c.txt', 'd.png']) put(name, 'x');
  assert.deepEqual(
    run([folder], { dryRun: true }).items.map(({ source }) => source),
    ['a.txt', 'b.txt'].map((name) => join(folder, name)),
  );
});

const IMPOSSIBLE: [string, Partial<ImportRequest>, RegExp][] = [
  ['no path', { paths: [] }, /name at least one/],
  ['no such file', { paths: ['/nowhere/at/all'] }, /No such file/],
  ['no such format', { format: 'papyrus' }, /no format “papyrus”/],
  ['an invalid date', { date: 'yesterday' }, /--date yesterday/],
  ['a content folder that is a file', { content: import.meta.filename }, /Cannot write/],
];
for (const [name, more, message] of IMPOSSIBLE) {
  test(`cannot run: ${name}`, () => {
    const path = put('a.txt', copy(FIRST));
    assert.throws(
      () => run([path], more),
      (fault) => fault instanceof CannotRun && message.test(fault.message),
    );
  });
}

test('the end of a report says what was left out, and what is not public', () => {
  const report = run([
    put('a.md', '---\ntitle: A\ndate: 2026-01-13\nmood: x\nexpiryDate: 2026-02-01\n---\nText.\n'),
    put('b.md', '---\ntitle: B\ndate: 2026-01-13\nmood: y\ndraft: true\n---\nText.\n'),
    put('c.md', '---\ntitle: C\ndate: 2026-01-13T00:00:00Z\n---\nText.\n'),
  ]);
  assert.match(logLines(report).join(), /^Changed or left out \(--json has each\): .*\bfield-ignored 2\b/);
  assert.deepEqual(hiddenLines(report, Date.parse('2026-03-01T00:00:00Z')), ['Not public now: 1 draft, 1 expired']);
});
