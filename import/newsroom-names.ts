import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEntity, type EntityReading } from '../newsroom/intake/read-entity.ts';
import type { Person } from '../newsroom/model/person.ts';
import { byOrder, type Title } from '../newsroom/model/title.ts';
import { ownersOfTopics, type TopicPlace } from '../newsroom/model/topic-owners.ts';
import { en } from '../newsroom/model/words/en.ts';
import { SUFFIX } from './wire/byline.ts';
import { foldPlain, plainLetters } from './wire/fold.ts';

/** Characters. A longer line is no link. */
const longestLink = 300;

/** The words of a language for links to topics, with holes: `Learn about {topic}`, `{learn} at {title}`. */
export interface LinkWords {
  learn: string;
  learnAt: string;
}

/** A title of the newsroom, as copy can name it. */
export interface NamedTitle {
  slug: string;
  name: string;
  url: string;
}

/**
 * The topics, people and titles of the newsroom that imported copy can name. The files are read at the first question. A topic
 * can be named by what the site calls its page of links in any language of `words`.
 */
export class NewsroomNames {
  readonly #content: string;
  readonly #learn: readonly string[];
  readonly #atSite: readonly Around[];
  #topics: { places: readonly TopicPlace[]; slugs: Map<string, Set<string>> } | undefined;
  #people: Map<string, Set<string>> | undefined;
  #titles: readonly Title[] | undefined;

  /** `content` is the newsroom's folder, which need not exist. */
  constructor(content: string, words: readonly LinkWords[] = [en.links]) {
    this.#content = content;
    this.#learn = words.map(({ learn }) => learn);
    this.#atSite = ['at', 'on', 'from']
      .map((word) => `{learn} ${word} {title}`)
      .concat(words.map(({ learnAt }) => learnAt))
      .map(aroundHoles);
  }

  /**
   * The slug of the only topic that has this title, or this title of its page of links (`learn`). Of several, that of the only
   * one that the title with the slug `owner` owns.
   */
  topicNamed(title: string, owner?: string): string | undefined {
    this.#topics ??= this.#readTopics();
    const { places, slugs } = this.#topics;
    const found = slugs.get(titleKey(title)) ?? new Set();
    if (found.size < 2 || owner === undefined) return onlyOne(found);
    const owners = ownersOfTopics(places, this.#titlesInOrder(), languageIn(this.#content));
    return onlyOne(new Set([...found].filter((slug) => owners.get(slug) === owner)));
  }

  /** The slug of the only person, or organization, that has a file with this name. It can be `Surname, Given`. */
  personNamed(name: string): string | undefined {
    const people = (): Person[] =>
      entitiesIn(this.#content, 'person', (entity) => (entity.kind === 'person' ? entity.value : undefined));
    this.#people ??= bySlug(people(), ({ slug, name: own }) => ({ slug, keys: [nameKey(own)] }));
    return onlyOne(this.#people.get(nameKey(name)));
  }

  /** The only title of the newsroom that has this name, host, or name of its file: `SpaceWar`, `SpaceWar.com`, `space-war`. */
  titleNamed(name: string): NamedTitle | undefined {
    const key = siteKey(name);
    const found = this.#titlesInOrder().filter((title) =>
      [title.name, new URL(title.url).hostname, title.slug].some((own) => key !== '' && siteKey(own) === key),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /** All ways to read a line as a link and the name of its site: `Learn about tides at Harbour Daily`. */
  linksAtSites(line: string): { learn: string; site: string }[] {
    const text = plainLine(line).replace(/ ?\.$/, '');
    if (text.length > longestLink) return [];
    const small = text.toLowerCase();
    return this.#atSite.flatMap(({ titleFirst, before, between, after }) => {
      if (!small.startsWith(before) || !small.endsWith(after)) return [];
      const until = text.length - after.length;
      return Array.from({ length: until }, (_, at) => at)
        .filter((at) => at > before.length && small.startsWith(between, at) && at + between.length < until)
        .map((at) => [text.slice(before.length, at), text.slice(at + between.length, until)])
        .map(([first = '', second = '']) =>
          titleFirst ? { learn: second, site: first } : { learn: first, site: second },
        );
    });
  }

  #readTopics(): { places: readonly TopicPlace[]; slugs: Map<string, Set<string>> } {
    const places = entitiesIn(this.#content, 'topic', (entity) => (entity.kind === 'topic' ? entity.value : undefined));
    const slugs = bySlug(places, ({ slug, title, learn }) => ({
      slug,
      keys: [title, ...(learn === undefined ? this.#learn.map((line) => line.replace('{topic}', title)) : [learn])].map(
        titleKey,
      ),
    }));
    return { places, slugs };
  }

  #titlesInOrder(): readonly Title[] {
    return (this.#titles ??= entitiesIn(this.#content, 'title', (entity) =>
      entity.kind === 'title' ? entity.value : undefined,
    ).toSorted(byOrder));
  }
}

/** What is around the two holes of a line such as `{learn} at {title}`, in small letters. */
interface Around {
  titleFirst: boolean;
  before: string;
  between: string;
  after: string;
}

function aroundHoles(line: string): Around {
  const [before = '', between = '', after = ''] = plainLine(line)
    .toLowerCase()
    .split(/\{(?:learn|title)\}/);
  return { titleFirst: line.indexOf('{title}') < line.indexOf('{learn}'), before, between, after };
}

/** A line with single blanks, and without the marks of direction that isolate a name in it. */
function plainLine(line: string): string {
  return line
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The names of a topic or a person, in the form in which they are compared. */
interface Named {
  slug: string;
  keys: string[];
}

/** The slugs of entities, by the names that each one states. */
function bySlug<T>(entities: readonly T[], namesOf: (entity: T) => Named): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { slug, keys } of entities.map(namesOf))
    for (const key of keys) found.set(key, (found.get(key) ?? new Set()).add(slug));
  return found;
}

const folderOf = { topic: 'topics', person: 'people', title: 'titles' } as const;
type Entity = NonNullable<EntityReading['entity']>;

/** What the files of a kind describe, as far as intake accepts them. */
function entitiesIn<T>(content: string, kind: keyof typeof folderOf, valueOf: (entity: Entity) => T | undefined): T[] {
  return filesIn(content, folderOf[kind]).flatMap(({ path, text }) => {
    const { entity } = readEntity(kind, path, text);
    return (entity && valueOf(entity)) ?? [];
  });
}

/** The language of a newsroom; English where its settings cannot be read. */
function languageIn(content: string): string {
  try {
    const { entity } = readEntity('site', 'site.yaml', readFileSync(join(content, 'site.yaml'), 'utf8'));
    return entity?.kind === 'site' ? entity.value.language : 'en';
  } catch {
    return 'en';
  }
}

function filesIn(content: string, folder: string): { path: string; text: string }[] {
  const ending = folder === 'titles' ? /\.yaml$/ : /\.mdx?$/;
  try {
    return readdirSync(join(content, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map(({ name }) => ({ path: `${folder}/${name}`, text: readFileSync(join(content, folder, name), 'utf8') }));
  } catch {
    return [];
  }
}

const onlyOne = (slugs: ReadonlySet<string> | undefined): string | undefined =>
  slugs?.size === 1 ? [...slugs][0] : undefined;

/** The name of a site without letter case, `www.`, its last domain, and everything that is no letter and no digit. */
const siteKey = (name: string): string =>
  foldPlain(plainLetters(name))
    .replace(/^www\.|\.$/g, '')
    .replace(/\.[a-z]{2,}$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

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
