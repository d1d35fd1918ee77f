import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { upperFirst } from '../newsroom/model/text.ts';
import { articleOf, peopleNames, storylineNames, stubOf } from './article.ts';
import { note, thousands } from './measure.ts';
import { Prose } from './prose.ts';
import { Chance } from './random.ts';
import { givenNames, sections } from './vocabulary.ts';

/**
 * A newsroom of any size for measurements: the same bytes for the same number on every machine.
 *
 *     npx node bench/newsroom.ts FOLDER 10000
 */
export function writeNewsroom(folder: string, count: number): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty; a newsroom is written into a new folder.`);
  const made = new Set<string>();
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    if (!made.has(dirname(file))) {
      mkdirSync(dirname(file), { recursive: true });
      made.add(dirname(file));
    }
    writeFileSync(file, text);
  };
  for (const [path, text] of standingFiles(count)) write(path, text);
  for (let index = 0; index < count; index += 1) {
    const { address, text } = articleOf(index, count);
    write(articleFile(address), text);
  }
}

/** The folders of a newsroom and of its store. */
export interface Folders {
  content: string;
  data: string;
}

/** Writes a newsroom into a folder; one that is there is taken as it is. */
export function newsroomIn(folder: string, count: number): Folders {
  const [content, data] = [join(folder, 'content'), join(folder, 'data')];
  mkdirSync(folder, { recursive: true });
  note(`${thousands(count)} articles: ${existsSync(content) ? `${content} is taken as it is` : 'writing'}`);
  if (!existsSync(content)) writeNewsroom(content, count);
  return { content, data };
}

/** The addresses of a newsroom of `count` articles, from the oldest on. */
export function addressesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => stubOf(index, count).address);
}

/** The file of an address in a newsroom's folder. */
export function articleFile(address: string): string {
  return `articles${address}.mdx`;
}

function* standingFiles(count: number): Generator<[path: string, text: string]> {
  const file = (fields: string[], text: string): string => `---\n${fields.join('\n')}\n---\n\n${text}\n`;
  for (const [order, section] of sections.entries()) {
    const chance = new Chance(900_000_000 + order);
    const intro = (subject: (typeof section.subjects)[number]): string =>
      new Prose(chance, section, subject).paragraph(60);
    yield [
      `topics/${section.slug}.mdx`,
      file([`title: ${section.title}`, `order: ${order + 1}`, `accent: ${section.accent}`], intro(section)),
    ];
    for (const subject of section.subjects) {
      const link = `  - { url: "https://example.org/${subject.slug}", title: ${subject.title} in figures, source: Example Institute }`;
      yield [
        `topics/${subject.slug}.mdx`,
        file([`title: ${subject.title}`, `parent: ${section.slug}`, 'links:', link], intro(subject)),
      ];
    }
    yield [
      `storylines/${storylineNames[order]}.mdx`,
      file(
        [`title: ${upperFirst(section.slug)}, a running story`, `topics: [${section.slug}]`, 'status: running'],
        intro(section),
      ),
    ];
  }
  for (const [index, person] of peopleNames.entries()) {
    const name = `${givenNames[index % givenNames.length]} ${upperFirst(person.replace('-', ''))}`;
    yield [
      `people/${person}.mdx`,
      file([`name: ${name}`, 'role: Correspondent'], `${name} writes for a newsroom that exists to be measured.`),
    ];
  }
  const site = [
    'name: The Bench',
    'url: https://bench.example',
    'language: en',
    'timezone: UTC',
    'description: A newsroom to measure with.',
  ];
  yield ['site.yaml', [...site, ''].join('\n')];
  yield ['front.yaml', `lead: ${stubOf(count - 1, count).address}\n`];
}

if (import.meta.main) {
  const [folder, count = '10000'] = process.argv.slice(2);
  if (folder === undefined || !(Number(count) > 0)) {
    process.stderr.write('Usage: npx node bench/newsroom.ts FOLDER [ARTICLES]\n');
    process.exitCode = 2;
  } else {
    const started = performance.now();
    writeNewsroom(folder, Number(count));
    process.stdout.write(`${count} articles in ${folder}, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  }
}
