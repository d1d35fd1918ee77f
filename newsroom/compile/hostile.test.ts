import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { article, brief, site, TestNewsroom, topics, type Files } from '../testing.ts';

const day = 'articles/2026/01/13';
const good = { ...site, ...article('/2026/01/13/good') };

/** Compiles a newsroom with one good article. Returns the problems, and asserts that the good article is public. */
async function problemsOf(newsroom: TestNewsroom): Promise<string[]> {
  const { articles, problems } = await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) =>
    assert.ok(edition.story('/2026/01/13/good'), 'the good file was lost'),
  );
  assert.ok(articles >= 1);
  return brief(problems);
}

async function problemsWith(t: TestContext, files: Files): Promise<string[]> {
  return problemsOf(new TestNewsroom(t, { ...good, ...files }));
}

test('files that are no text', async (t) => {
  const text = article('/2026/01/13/x')[`${day}/x.mdx`] ?? '';
  assert.ok(typeof text === 'string');
  const cases: [name: string, bytes: string | Uint8Array, ...problems: string[]][] = [
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), '1:1 file-encoding'],
    ['Latin-1 in line 7', Buffer.concat([Buffer.from(text), Buffer.from([0x63, 0xe9])]), '8:2 file-encoding'],
    ['NUL', `${text}\0`, '8:1 file-encoding'],
    ['empty', '', '1:1 front-matter-missing'],
    ['huge', `${text}${'word '.repeat(900_000)}`, '1:1 file-too-large'],
    ['no front matter', 'Text.', '1:1 front-matter-missing'],
    ['unclosed front matter', text.replace('\n---\n\n', '\n\n'), '1:1 front-matter-unclosed'],
    ['a program for front matter', `---js\nprocess.exit(3)\n---\n`, '1:4 front-matter-language'],
    ['duplicate keys', text.replace('headline:', 'headline: A\nheadline:'), '4:1 front-matter-syntax'],
    ['tabs', text.replace('headline:', 'topics:\n\t- a\nheadline:'), '4:1 front-matter-syntax'],
    ['marks inside marks', `${text}${'>'.repeat(14_000)}`, '8:1 body-too-complex'],
  ];
  for (const [name, bytes, ...expected] of cases) {
    await t.test(name, async (inner) => {
      assert.deepEqual(
        await problemsWith(inner, { [`${day}/x.mdx`]: bytes }),
        expected.map((each) => `${day}/x.mdx:${each}`),
      );
    });
  }
  await t.test('a byte order mark and CRLF are accepted', async (inner) => {
    assert.deepEqual(await problemsWith(inner, { [`${day}/x.mdx`]: `\uFEFF${text.replaceAll('\n', '\r\n')}` }), []);
  });
});

test('links, devices and folders in place of files', async (t) => {
  const made = (inner: TestContext): TestNewsroom => new TestNewsroom(inner, { ...good, ...topics({ a: 'A' }) });
  const link = (newsroom: TestNewsroom, target: string, path: string): void =>
    symlinkSync(target, join(newsroom.content, path));
  const cases: [name: string, make: (newsroom: TestNewsroom) => void, ...problems: string[]][] = [
    [
      'a link to nothing',
      (newsroom) => link(newsroom, 'nowhere.mdx', `${day}/x.mdx`),
      `${day}/x.mdx:1:1 file-unreadable`,
    ],
    ['a link to itself', (newsroom) => link(newsroom, 'x.mdx', `${day}/x.mdx`), `${day}/x.mdx:1:1 file-unreadable`],
    ['a link out', (newsroom) => link(newsroom, '/etc/passwd', `${day}/x.mdx`), `${day}/x.mdx:1:1 file-outside`],
    [
      'a link to a folder outside',
      (newsroom) => link(newsroom, '/etc', 'articles/2025'),
      'articles/2025:1:1 file-outside',
    ],
    [
      'a link to a folder above',
      (newsroom) => link(newsroom, '../..', 'articles/2026/loop'),
      'articles/2026/loop:1:1 file-outside',
    ],
    [
      'two links to folders above, which would double without end',
      (newsroom) => {
        link(newsroom, '..', 'articles/2026/a');
        link(newsroom, '..', 'articles/2026/b');
      },
      'articles/2026/a:1:1 file-outside',
      'articles/2026/b:1:1 file-outside',
    ],
    [
      'a pipe',
      (newsroom) => void execFileSync('sh', ['-c', 'mkfifo "$0"', join(newsroom.content, day, 'x.mdx')]),
      `${day}/x.mdx:1:1 file-unknown`,
    ],
    ['a link to a device', (newsroom) => link(newsroom, '/dev/zero', `${day}/x.mdx`), `${day}/x.mdx:1:1 file-outside`],
    ['a folder of an article’s name', (newsroom) => void mkdirSync(join(newsroom.content, day, 'x.mdx'))],
    [
      'a folder of a topic’s name',
      (newsroom) => void mkdirSync(join(newsroom.content, 'topics/x.mdx')),
      'topics/x.mdx:1:1 file-unknown',
    ],
    [
      'a file in place of a folder',
      (newsroom) => writeFileSync(join(newsroom.content, 'people'), ''),
      'people:1:1 file-unknown',
    ],
    [
      'a folder in place of site.yaml',
      (newsroom) => {
        newsroom.remove('site.yaml');
        mkdirSync(join(newsroom.content, 'site.yaml'));
      },
      'site.yaml:1:1 file-unknown',
      'site.yaml:1:1 site-missing',
    ],
  ];
  for (const [name, make, ...expected] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = made(inner);
      make(newsroom);
      assert.deepEqual(await problemsOf(newsroom), expected);
    });
  }
  await t.test('a link to a file of the newsroom is read like a file', async (inner) => {
    const newsroom = made(inner);
    newsroom.write({
      'shared/a-picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
      'images/x.txt': '',
    });
    link(newsroom, '../shared/a-picture.svg', 'images/a.svg');
    assert.deepEqual(await problemsOf(newsroom), ['images/x.txt:1:1 file-unknown', 'shared:1:1 file-unknown']);
    newsroom.at('2026-02-01T00:00:00Z', (edition) =>
      assert.deepEqual(edition.pictureSize('a.svg'), { width: 2, height: 1 }),
    );
  });
});

test('names that cannot be part of an address, or mean nothing', async (t) => {
  const text = article('/2026/01/13/x')[`${day}/x.mdx`] ?? '';
  const named = async (inner: TestContext, path: string): Promise<string[]> => problemsWith(inner, { [path]: text });
  const cases: [path: string, ...problems: string[]][] = [
    [`${day}/Upper.mdx`, `${day}/Upper.mdx:1:1 file-slug`],
    [`${day}/two words.mdx`, `${day}/two words.mdx:1:1 file-slug`],
    [`${day}/a--b.mdx`, `${day}/a--b.mdx:1:1 file-slug`],
    [`${day}/😀.mdx`, `${day}/😀.mdx:1:1 file-slug`],
    [`${day}/a\nb.mdx`, `${day}/a\nb.mdx:1:1 file-slug`],
    [`${day}/-rf.mdx`, `${day}/-rf.mdx:1:1 file-slug`],
    [`${day}/x.MDX`, `${day}/x.MDX:1:1 file-unknown`],
    [`${day}/x.html`, `${day}/x.html:1:1 file-unknown`],
    [`${day}/x`, `${day}/x:1:1 file-unknown`],
    ['articles/x.mdx', 'articles/x.mdx:1:1 file-misplaced'],
    ['articles/2026/13/01/x.mdx', 'articles/2026/13/01/x.mdx:1:1 file-misplaced'],
    ['articles/2026/1/3/x.mdx', 'articles/2026/1/3/x.mdx:1:1 file-misplaced'],
    ['articles/2026/01/13/more/x.mdx', 'articles/2026/01/13/more/x.mdx:1:1 file-misplaced'],
    ['articles/2026/01/20/x.mdx', 'articles/2026/01/20/x.mdx:4:12 published-day published'],
    [`${day}/.x.mdx.swp`],
    [`${day}/x.mdx~`],
    [`${day}/.git/x.mdx`],
    [`${day}/東京.mdx`],
    [`${day}/x.md`],
  ];
  for (const [path, ...expected] of cases)
    await t.test(JSON.stringify(path), async (inner) => assert.deepEqual(await named(inner, path), expected));
  await t.test('a name that is not UTF-8', async (inner) => {
    const newsroom = new TestNewsroom(inner, good);
    writeFileSync(
      Buffer.concat([Buffer.from(`${newsroom.content}/${day}/caf`), Buffer.from([0xe9]), Buffer.from('.mdx')]),
      text,
    );
    assert.deepEqual(await problemsOf(newsroom), [`${day}/caf\uFFFD.mdx:1:1 file-unreadable`]);
  });
});

test('pictures that are none', async (t) => {
  const cases: [name: string, bytes: string | Uint8Array][] = [
    ['empty.png', ''],
    ['text.jpg', 'Text.'],
    ['cut.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['sizeless.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['zeros.webp', new Uint8Array(100_000)],
  ];
  for (const [name, bytes] of cases) {
    await t.test(name, async (inner) => {
      assert.deepEqual(await problemsWith(inner, { [`images/${name}`]: bytes }), [
        `images/${name}:1:1 picture-invalid`,
      ]);
    });
  }
});

test('a newsroom without site.yaml has a problem, and works', async (t) => {
  const newsroom = new TestNewsroom(t, article('/2026/01/13/good'));
  assert.deepEqual(await problemsOf(newsroom), ['site.yaml:1:1 site-missing']);
  newsroom.write(site);
  assert.deepEqual(await problemsOf(newsroom), []);
});

test('a site.yaml that is deleted has a problem, and its settings stay until there is another one', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/13/good') });
  const name = (): string => newsroom.at('2026-03-01T00:00:00Z', (edition) => edition.site.name);
  await newsroom.compile();
  newsroom.remove('site.yaml');
  for (const only of [['site.yaml'], undefined]) {
    const { problems, siteGone } = await newsroom.compile(only);
    assert.deepEqual([problems[0]?.message, siteGone], ['site.yaml is gone.', true]);
    assert.equal(name(), 'The Test');
  }
  newsroom.write({ 'site.yaml': 'name: [' });
  assert.match((await newsroom.compile()).problems[0]?.why ?? '', /^The file must be YAML/);
  newsroom.write({ 'site.yaml': String(site['site.yaml']).replace('The Test', 'Another') });
  assert.deepEqual(await problemsOf(newsroom), []);
  assert.equal(name(), 'Another');
});

test('many hostile files at once, read by several threads', async (t) => {
  const files: Files = { ...good };
  for (let number = 0; number < 240; number += 1) {
    Object.assign(
      files,
      number % 2 === 0
        ? article(`/2026/01/13/s-${number}`)
        : { [`${day}/s-${number}.mdx`]: Buffer.from([0xff, number]) },
    );
  }
  const newsroom = new TestNewsroom(t, files);
  const { articles, problems } = await newsroom.compile();
  assert.equal(articles, 121);
  assert.equal(problems.length, 120);
});
