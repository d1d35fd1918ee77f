import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../store/store.ts';
import { article, site, TestNewsroom } from '../testing.ts';
import { outdatedPaths } from './outdated-paths.ts';

test('a name that nothing reads is reported with the one that is meant, as soon as it is there', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/a', { topics: ['asia'] }),
    'topics/asia.yaml': 'title: Asia\n',
    'places.yml': '- { name: Kyiv }\n',
    'Site.yaml': 'name: A\n',
    'about.md': '---\ntitle: A\n---\n',
    'Topics/europe.mdx': '---\ntitle: Europe\n---\n',
    'image/a.svg': '<svg/>',
    'README.md': 'A newsroom.\n',
    LICENSE: 'MIT\n',
    '.gitignore': '.dateline/\n',
    '.DS_Store': '',
    '.git/HEAD': '',
    'site.yaml~': '',
    '#site.yaml#': '',
    'contact.mdx': '---\ntitle: Contact\n---\n',
    'Ethics.MD': 'x',
    'wall.JPG': 'x',
    'notes.docx': 'x',
    'docs/notes.md': 'Notes.\n',
    'theme.scss': 'x',
    'titles/space.mdx': 'name: Space\n',
    'articles/2026/01/01/a.HEIC': 'x',
    'articles/2026/01/01/p.jpg': 'x',
  });
  const unknown = async (only?: string[]): Promise<string[]> =>
    (await newsroom.compile(only)).problems
      .filter(({ code }) => code === 'file-unknown')
      .map(({ file, message, fix }) => `${file}: ${message} ${fix}`);
  const likely = (name: string, meant: string, fix: string): string =>
    `${name}: Nothing reads this name. Most likely ${meant} is meant. ${fix}`;
  const unmeant = (name: string, fix: string): string =>
    `${name}: Nothing reads this name, so readers see nothing of it. ${fix}`;
  const away = 'Take it out of the folder, or put a dot in front of its name.';
  const misplaced = (path: string, fix: string): string => `${path}: Nothing reads a file of this name. ${fix}`;
  const pictures = [
    misplaced('articles/2026/01/01/a.HEIC', 'Export it as JPEG: images/a.jpg.'),
    misplaced('articles/2026/01/01/p.jpg', 'Move it to images/p.jpg.'),
  ];
  const rest = [
    unmeant('contact.mdx', 'Move it to pages/contact.mdx.'),
    unmeant('docs', away),
    likely('image', 'images', 'Rename it to images.'),
    unmeant('notes.docx', away),
    likely('places.yml', 'places.yaml', 'Rename it to places.yaml.'),
    likely('theme.scss', 'theme.css', 'Rename it to theme.css.'),
    misplaced('titles/space.mdx', 'Rename it to titles/space.yaml. It has fields alone, without lines of hyphens.'),
    'topics/asia.yaml: Nothing reads a file of this name. Rename it to topics/asia.mdx. Its fields are between two lines of three hyphens.',
    unmeant('wall.JPG', 'Move it to images/wall.JPG.'),
  ];
  const [contact = '', ...others] = rest;
  assert.deepEqual(await unknown(), [
    unmeant('Ethics.MD', 'Move it to pages/ethics.mdx.'),
    likely('Site.yaml', 'site.yaml', 'Put what it has into site.yaml, and remove it.'),
    likely('Topics', 'topics', 'Put what it has into topics, and remove it.'),
    likely('about.md', 'about.mdx', 'Rename it to about.mdx.'),
    ...pictures,
    ...rest,
  ]);
  newsroom.remove('Site.yaml', 'Topics', 'about.md', 'Ethics.MD', 'contact.mdx');
  newsroom.write({ 'contacts.mdx': '', 'docs/more.md': '' });
  assert.deepEqual(
    await unknown(['Site.yaml', 'Topics', 'about.md', 'Ethics.MD', 'contact.mdx', 'contacts.mdx', 'docs/more.md']),
    [...pictures, contact.replaceAll('contact', 'contacts'), ...others],
  );
  const store = openStore(newsroom.data);
  assert.deepEqual((await outdatedPaths(newsroom.content, store)).paths, [], 'nothing is left to compile');
  store.close();
});
