import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntity } from '../newsroom/intake/read-entity.ts';
import { en } from '../newsroom/model/words/en.ts';
import { SUFFIX } from './wire/byline.ts';
import { foldPlain, plainLetters } from './wire/fold.ts';

/** The topics and people of the newsroom that imported copy can name. The files are read at the first question. */
export class NewsroomNames {
  readonly #content: string;
  #topics: Map<string, Set<string>> | undefined;
  #people: Map<string, Set<string>> | undefined;

  /** `content` is the newsroom's folder, which need not exist. */
  constructor(content: string) {
    this.#content = content;
  }

  /** The slug of the only topic that has this title, or this title of its page of links (`learn`). */
  topicNamed(title: string): string | undefined {
    this.#topics ??= bySlug(this.#content, 'topics', namesOfTopic);
    return onlyOne(this.#topics.get(titleKey(title)));
  }

  /** The slug of the only person, or organization, that has a file with this name. It can be `Surname, Given`. */
  personNamed(name: string): string | undefined {
    this.#people ??= bySlug(this.#content, 'people', namesOfPerson);
    return onlyOne(this.#people.get(nameKey(name)));
  }
}

/** The names of a topic or a person, in the form in which they are compared. */
interface Named {
  slug: string;
  keys: string[];
}

/** The slugs of the files of a folder that intake accepts, by the names that each file states. */
function bySlug(
  content: string,
  folder: 'topics' | 'people',
  namesOf: (file: string, text: string) => Named | undefined,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of filesIn(content, folder)) {
    const { slug = '', keys = [] } = namesOf(file.path, file.text) ?? {};
    for (const key of keys) found.set(key, (found.get(key) ?? new Set()).add(slug));
  }
  return found;
}

function filesIn(content: string, folder: string): { path: string; text: string }[] {
  try {
    return readdirSync(join(content, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
      .map(({ name }) => ({ path: `${folder}/${name}`, text: readFileSync(join(content, folder, name), 'utf8') }));
  } catch {
    return [];
  }
}

function namesOfTopic(file: string, text: string): Named | undefined {
  const { entity } = readEntity('topic', file, text);
  if (entity?.kind !== 'topic') return undefined;
  const { slug, title, learn = en.links.learn.replace('{topic}', title) } = entity.value;
  return { slug, keys: [title, learn].map(titleKey) };
}

function namesOfPerson(file: string, text: string): Named | undefined {
  const { entity } = readEntity('person', file, text);
  return entity?.kind === 'person' ? { slug: entity.value.slug, keys: [nameKey(entity.value.name)] } : undefined;
}

const onlyOne = (slugs: ReadonlySet<string> | undefined): string | undefined =>
  slugs?.size === 1 ? [...slugs][0] : undefined;

/** A text without what differs between two spellings of it: letter case, accents, quotation marks, dashes, a full stop at the end. */
const plainKey = (text: string): string =>
  foldPlain(plainLetters(text))
    .replace(/["']/g, '')
    .replace(/[-\u2014\u2015]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\.$/, '');

// A network prints one line for readers in America and in Britain: “defense”, “defence”. Whole titles are compared, so it does
// no harm that other words fall together too.
const AMERICAN: readonly [RegExp, string][] = [
  [/nc(?=es?\b)/g, 'ns'],
  [/(?<=\p{L}{2})our/gu, 'or'],
  [/(?<=\p{L}{2})is(?=e|ing|ation)/gu, 'iz'],
  [/(?<=t)re\b/g, 'er'],
  [/programme/g, 'program'],
];

const titleKey = (title: string): string =>
  AMERICAN.reduce((key, [british, american]) => key.replace(british, american), plainKey(title));

function nameKey(name: string): string {
  const [surname = '', given, ...more] = plainKey(name).split(/\s*,\s*/);
  const parts = given === undefined || SUFFIX.test(given) ? [surname, given, ...more] : [given, surname, ...more];
  return parts
    .filter((part) => part !== undefined)
    .join(' ')
    .replaceAll('.', '');
}
