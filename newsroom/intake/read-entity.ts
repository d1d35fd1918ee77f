import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { frontSchema, type Front } from '../model/front.ts';
import { pageSchema, type Page } from '../model/page.ts';
import { personSchema, type Person } from '../model/person.ts';
import { problem, type Problem } from '../model/problem.ts';
import { siteSchema, type Site } from '../model/site.ts';
import { language } from '../model/field-types.ts';
import { placesSchema, type Places } from '../model/place.ts';
import { isSlug } from '../model/slug.ts';
import { storylineSchema, type Storyline } from '../model/storyline.ts';
import type { Theme } from '../model/theme.ts';
import { titleSchema, type Title } from '../model/title.ts';
import { topicSchema, type Topic } from '../model/topic.ts';
import { plainHost } from '../model/web-address.ts';
import { wordsSchema } from '../model/words/words-schema.ts';
import { readBody } from './body.ts';
import { claimsOf } from './claims.ts';
import { nearest, readFields } from './fields.ts';
import { withoutRepeats } from './front-repeats.ts';
import { farPlaces } from './far-places.ts';
import type { PositionOf } from './position-of.ts';
import { withoutConflicts } from './place-conflicts.ts';
import { gateStated } from './gate-marks.ts';
import { readFrontMatter, readYaml, type FrontMatter } from './front-matter.ts';
import { linkReference } from './link-reference.ts';
import { imageReferences, missingImageCredit } from './image-field.ts';
import { readTheme } from './read-theme.ts';
import type { Reference } from './reader.ts';

/** What a file describes that is no article, no picture and no font. */
type Entity =
  | { kind: 'topic'; value: Topic }
  | { kind: 'person'; value: Person }
  | { kind: 'storyline'; value: Storyline }
  | { kind: 'site'; value: Site }
  | { kind: 'front'; value: Front }
  /** Of the newsroom with an empty slug, of a title with the slug of that. */
  | { kind: 'theme'; value: Theme & { slug: string } }
  | { kind: 'page'; value: Page }
  | { kind: 'title'; value: Title }
  | { kind: 'places'; value: Places }
  | { kind: 'words'; value: { slug: string; table: Record<string, unknown> } };

/** The kinds of files that this folder reads, besides articles. */
export type EntityKind = Entity['kind'];

/** `entity` is undefined where an error refuses the file. A value that is left out can be an error beside it. */
export interface EntityReading {
  entity: Entity | undefined;
  references: Reference[];
  problems: Problem[];
}

/** Reads a file that describes an entity of this kind. */
export function readEntity(kind: EntityKind, file: string, text: string): EntityReading {
  if (kind === 'theme') {
    const { theme, problems } = readTheme(file, text);
    const slug = file.startsWith('titles/') ? slugIn(kind, file) : '';
    return { entity: theme && { kind, value: { ...theme, slug } }, references: [], problems };
  }
  const matter = ['site', 'title', 'front', 'words'].includes(kind)
    ? readYaml(file, text)
    : kind === 'places'
      ? readYaml(file, text, 'places')
      : readFrontMatter(file, text);
  if (Array.isArray(matter)) return { entity: undefined, references: [], problems: matter };
  const slug = slugIn(kind, file);
  if (kind === 'words' && !language.safeParse(slug).success) {
    const found = problem(
      'file-slug',
      { file },
      {
        message: `“${slug}” is no tag of a language.`,
        why: 'The file’s name says which language the words are in.',
        fix: 'Rename the file: words/nl.yaml, words/zh-Hant.yaml.',
      },
    );
    return { entity: undefined, references: [], problems: [found] };
  }
  const { entity, named, positionOf, problems } = assemble(kind, slug, file, matter);
  // Browsers write other letters in a host in another way.
  if (kind === 'title' && (['www', 'localhost'].includes(slug) || !/^[a-z\d-]*$/.test(slug))) {
    const found = problem(
      'file-slug',
      { file },
      {
        message: `“${slug}” cannot be the name of a title.`,
        why: 'On one machine a title is at its name, http://NAME.localhost, so the name has lower-case letters from a to z, digits and single hyphens. `www` and `localhost` there are the first title.',
        fix: 'Rename the file, and use the new name where articles and topics refer to it.',
      },
    );
    return { entity: undefined, references: [], problems: [...problems, found] };
  }
  if (!['site', 'front', 'places', 'words'].includes(kind) && !slug.split('/').every(isSlug)) {
    const found = problem(
      'file-slug',
      { file },
      {
        message: `“${slug}” cannot be part of an address.`,
        why: 'The file’s name is its slug: lower-case letters and digits with single hyphens between them.',
        fix: 'Rename the file, and use the new name where articles refer to it.',
      },
    );
    return { entity: undefined, references: claimsOf(matter), problems: [...problems, found] };
  }
  return { entity, references: entity ? [...referencesOf(entity, positionOf), ...named] : claimsOf(matter), problems };
}

/** The slug of a file; of a page, the slugs of its folders and its own: `about/ethics`. */
function slugIn(kind: EntityKind, file: string): string {
  const stem = file.replace(/\.[a-z]+$/, '').normalize('NFC');
  return kind === 'page' ? stem.replace(/^pages\//, '') : stem.replace(/^.*\//, '');
}

function assemble(
  kind: Exclude<EntityKind, 'theme'>,
  slug: string,
  file: string,
  matter: FrontMatter,
): { entity: Entity | undefined; named: Reference[]; positionOf: PositionOf; problems: Problem[] } {
  const { body, problems, references } = readBody(file, matter.body, matter.bodyLine);
  const isRefused = problems.some(({ severity }) => severity === 'error');
  let positionOf: PositionOf = (path) => ({ ...matter.positionOf(path), path: [...path] });
  const read = <T extends z.ZodObject>(schema: T, of = matter): z.output<T> | undefined => {
    const { fields, writtenPath, problems: found } = readFields(schema, file, of);
    positionOf = (path) => ({ ...matter.positionOf(writtenPath(path)), path: writtenPath(path) });
    problems.push(...found);
    return isRefused ? undefined : fields;
  };
  /** A front as it was read. `stated` is what the file has, `path` leads to it. */
  const frontOf = (fields: Front, stated: Record<string, unknown>, ...path: string[]): Front => {
    const { front, problems: repeats } = withoutRepeats(file, fields, (inFront) => positionOf([...path, ...inFront]));
    problems.push(...repeats);
    // An empty list means none; one whose entries are all left out does not.
    for (const name of ['seconds', 'packages'] as const)
      if (front[name]?.length === 0 && !isDeepStrictEqual(stated[name], [])) delete front[name];
    return front;
  };
  const entityOf = (): Entity | undefined => {
    switch (kind) {
      case 'topic': {
        const fields = read(topicSchema);
        return fields && { kind, value: { ...fields, slug, introduction: body } };
      }
      case 'person': {
        const fields = read(personSchema);
        problems.push(...missingImageCredit(file, fields?.image, matter.positionOf));
        return fields && { kind, value: { ...fields, slug, biography: body } };
      }
      case 'storyline': {
        const fields = read(storylineSchema);
        return fields && { kind, value: { ...fields, slug, soFar: body } };
      }
      case 'page': {
        const gates = gatesOfArticles(file, matter);
        problems.push(...gates);
        const others = Object.entries(matter.data).filter(([name]) => !gates.some(({ field }) => field === name));
        const fields = read(pageSchema, { ...matter, data: Object.fromEntries(others) });
        return gates.length === 0 && fields ? { kind, value: { ...fields, slug, body } } : undefined;
      }
      case 'places': {
        const fields = read(placesSchema);
        if (!fields) return undefined;
        const { places, problems: conflicts } = withoutConflicts(file, fields.places, positionOf);
        problems.push(...conflicts, ...farPlaces(file, fields.places, positionOf));
        return { kind, value: { places } };
      }
      case 'words': {
        const table = read(wordsSchema(slug));
        return table && { kind, value: { slug, table } };
      }
      case 'front': {
        const fields = read(frontSchema);
        return fields && { kind, value: frontOf(fields, matter.data) };
      }
      case 'title': {
        const faults = misreadCarries(file, matter);
        problems.push(...faults);
        const others = Object.entries(matter.data).filter(([name]) => !faults.some(({ field }) => field === name));
        const fields = read(titleSchema, { ...matter, data: Object.fromEntries(others) });
        if (!fields || faults.length > 0) return undefined;
        const { front: written, ...rest } = fields;
        const { front: stated } = matter.data;
        const front = written && frontOf(written, typeof stated === 'object' && stated ? { ...stated } : {}, 'front');
        return { kind, value: { ...rest, ...(front && { front }), slug } };
      }
      case 'site': {
        const fields = read(siteSchema);
        return fields && { kind, value: { ...fields, id: fields.id ?? fields.url } };
      }
    }
  };
  // What the text of a topic or of a person links to is not checked.
  const named = references.filter((each) => kind === 'page' || each.kind === 'picture');
  return { entity: entityOf(), named, positionOf: (path) => positionOf(path), problems };
}

/** A title without its `carries` would carry everything: a misspelt name of it and a missing value are errors. */
function misreadCarries(file: string, { data, positionOf }: FrontMatter): Problem[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const isMissing = name === 'carries' && value === null;
    const isMisspelt = !Object.hasOwn(titleSchema.shape, name) && nearest(name, ['carries']) !== undefined;
    if (!isMissing && !isMisspelt) return [];
    return [
      problem(
        isMissing ? 'field-invalid' : 'field-misspelt',
        { file, field: name, ...positionOf([name]) },
        {
          message: isMissing ? '“carries” has no value.' : `There is no field “${name}”.`,
          why: 'Without `carries` the title would have every story of the newsroom, so the file is not used.',
          fix: isMissing
            ? 'Write what the title carries: `carries: { sections: [space] }`. To carry everything, take the line out.'
            : 'Write “carries”, or take the line out.',
        },
      ),
    ];
  });
}

/** Gates that articles have and pages have not: without an error, the page would be public at once and for ever. */
function gatesOfArticles(file: string, { data, positionOf }: FrontMatter): Problem[] {
  return Object.entries(data).flatMap(([name, value]) =>
    name in pageSchema.shape || gateStated(name, value) === undefined
      ? []
      : [
          problem(
            'field-invalid',
            { file, field: name, ...positionOf([name]) },
            {
              message: `A page has no “${name}”.`,
              why: 'A page is public from the moment at which it is saved, so nothing would keep it hidden.',
              fix: 'Write `status: draft`, and take that line out when the page may be public.',
            },
          ),
        ],
  );
}

/** Makes a reference to something with a name, from the path of the field that names it. */
type Refer = (target: Reference['kind'], name: string, ...path: [string, ...PropertyKey[]]) => Reference;

/** What a link of a field leads to on this site. */
function linksTo(refer: Refer, href: string, ...path: [string, ...PropertyKey[]]): Reference[] {
  const found = href.startsWith('/') ? linkReference(href) : undefined;
  return found ? [refer(found.kind, found.target, ...path)] : [];
}

function titleReferences(title: Title, refer: Refer): Reference[] {
  const { carries, front, url } = title;
  const { sections = [], topics = [], storylines = [], agencies = [] } = carries ?? {};
  return [
    refer('host', plainHost(new URL(url).hostname), 'url'),
    ...Object.entries({ sections, topics }).flatMap(([part, slugs]) =>
      slugs.map((slug, index) => refer('topic', slug, 'carries', part, index)),
    ),
    ...storylines.map((slug, index) => refer('storyline', slug, 'carries', 'storylines', index)),
    ...agencies.map((agency, index) => refer('agency', agency, 'carries', 'agencies', index)),
    ...siteReferences(title, refer),
    ...(front ? frontReferences(front, (kind, target, ...path) => refer(kind, target, 'front', ...path)) : []),
  ];
}

function frontReferences({ lead, seconds = [], numbers, running, packages = [] }: Front, refer: Refer): Reference[] {
  const articles = (addresses: readonly string[], ...path: [string, ...PropertyKey[]]): Reference[] =>
    addresses.map((address, index) => refer('article', address, ...path, index));
  return [
    ...(lead === undefined ? [] : [refer('article', lead, 'lead')]),
    ...articles(seconds, 'seconds'),
    ...numbers.flatMap(({ url }, index) => linksTo(refer, url, 'numbers', index, 'url')),
    ...(running
      ? [
          refer('storyline', running.storyline, 'running', 'storyline'),
          ...articles(running.pinned, 'running', 'pinned'),
        ]
      : []),
    ...packages.flatMap(({ topic, storyline, pinned }, index) => [
      ...(topic === undefined ? [] : [refer('topic', topic, 'packages', index, 'topic')]),
      ...(storyline === undefined ? [] : [refer('storyline', storyline, 'packages', index, 'storyline')]),
      ...articles(pinned, 'packages', index, 'pinned'),
    ]),
  ];
}

function siteReferences({ logo, fonts, icon, ...site }: Site | Title, refer: Refer): Reference[] {
  const { menu = [], footer = [], social = [], newsletter, tips, contact, policies } = site;
  const named = { newsletter, tips };
  return [
    ...(logo ? [refer('picture', logo.light, 'logo')] : []),
    ...(logo?.dark === undefined ? [] : [refer('picture', logo.dark, 'logo')]),
    ...[fonts?.reading, fonts?.labels].flatMap((face) =>
      (face?.files ?? []).map(({ file: font }) => refer('font', font, 'fonts')),
    ),
    ...(icon === undefined ? [] : [refer('picture', icon, 'icon')]),
    ...Object.entries({ menu, footer, social }).flatMap(([field, links]) =>
      links.flatMap(({ url }, index) => linksTo(refer, url, field, index)),
    ),
    ...Object.entries(named).flatMap(([field, url]) => (url === undefined ? [] : linksTo(refer, url, field))),
    ...Object.entries(policies).flatMap(([name, url]) => linksTo(refer, url, 'policies', name)),
    ...(contact?.page === undefined ? [] : linksTo(refer, contact.page, 'contact', 'page')),
  ];
}

function referencesOf({ kind, value }: Entity, positionOf: PositionOf): Reference[] {
  const refer: Refer = (target, name, ...path) => {
    const { line, column } = positionOf(path);
    // A part of a title is named with its field: the front of a title has fields of its own.
    const [field, part] = path;
    const isPart = kind === 'title' && (field === 'carries' || field === 'front');
    return { kind: target, target: name, field: isPart ? `${field}.${String(part)}` : field, line, column };
  };
  const aliases = (of: readonly string[]): Reference[] =>
    of.map((alias, index) => refer('alias', alias, 'aliases', index));
  switch (kind) {
    case 'topic':
      return [
        ...(value.parent ? [refer('topic', value.parent, 'parent')] : []),
        ...(value.owner === undefined ? [] : [refer('title', value.owner, 'owner')]),
        ...value.essential.map((address, index) => refer('article', address, 'essential', index)),
        ...aliases(value.aliases),
      ];
    case 'storyline':
      return [...value.topics.map((topic, index) => refer('topic', topic, 'topics', index)), ...aliases(value.aliases)];
    case 'person':
      return [...imageReferences(value.image, positionOf), ...aliases(value.aliases)];
    case 'page':
      return aliases(value.aliases);
    case 'site':
      return siteReferences(value, refer);
    case 'front':
      return frontReferences(value, refer);
    case 'title':
      return titleReferences(value, refer);
    case 'theme':
    case 'places':
    case 'words':
      return [];
  }
}
