import { aboutSchema, type About } from '../model/about.ts';
import { personSchema, type Person } from '../model/person.ts';
import { problem, type Problem } from '../model/problem.ts';
import { siteSchema, type Site } from '../model/site.ts';
import { isSlug } from '../model/slug.ts';
import { storylineSchema, type Storyline } from '../model/storyline.ts';
import { topicSchema, type Topic } from '../model/topic.ts';
import { readBody } from './body.ts';
import { readFields } from './fields.ts';
import { aliasPath } from './read-article.ts';
import { readFrontMatter, readYaml, type FrontMatter } from './front-matter.ts';
import type { Reference } from './reader.ts';

/** What has a file besides the articles: a topic, a person, a storyline, the site and its page about itself. */
type Entity =
  | { kind: 'topic'; value: Topic }
  | { kind: 'person'; value: Person }
  | { kind: 'storyline'; value: Storyline }
  | { kind: 'site'; value: Site }
  | { kind: 'about'; value: About };

export type EntityKind = Entity['kind'];

/** `entity` is undefined where the file has an error. */
export interface EntityReading {
  entity: Entity | undefined;
  references: Reference[];
  problems: Problem[];
}

/** Reads a file of `topics/`, `people/` or `storylines/`, `site.yaml` or `about.mdx`. */
export function readEntity(kind: EntityKind, file: string, text: string): EntityReading {
  const matter = kind === 'site' ? readYaml(file, text) : readFrontMatter(file, text);
  if (Array.isArray(matter)) return { entity: undefined, references: [], problems: matter };
  const problems: Problem[] = [];
  const slug = (/([^/]+)\.[a-z]+$/.exec(file)?.[1] ?? '').normalize('NFC');
  const entity = assemble(kind, slug, file, matter, problems);
  if (kind !== 'site' && kind !== 'about' && !isSlug(slug)) {
    problems.push(
      problem(
        'file-slug',
        { file },
        {
          message: `“${slug}” cannot be part of an address.`,
          why: 'The file’s name is its slug: lower-case letters and digits with single hyphens between them.',
          fix: 'Rename the file, and use the new name where articles refer to it.',
        },
      ),
    );
  }
  const refused = problems.some(({ severity }) => severity === 'error');
  return { entity: refused ? undefined : entity, references: entity ? referencesOf(entity, matter) : [], problems };
}

function assemble(
  kind: EntityKind,
  slug: string,
  file: string,
  matter: FrontMatter,
  problems: Problem[],
): Entity | undefined {
  const { body, problems: inBody } = readBody(file, matter.body, matter.bodyLine);
  const checked = <T>({ fields, problems: inFields }: { fields: T; problems: Problem[] }): T => {
    problems.push(...inFields, ...inBody);
    return fields;
  };
  switch (kind) {
    case 'topic': {
      const fields = checked(readFields(topicSchema, file, matter));
      return fields && { kind, value: { ...fields, slug, introduction: body } };
    }
    case 'person': {
      const fields = checked(readFields(personSchema, file, matter));
      return fields && { kind, value: { ...fields, slug, biography: body } };
    }
    case 'storyline': {
      const fields = checked(readFields(storylineSchema, file, matter));
      return fields && { kind, value: { ...fields, slug, soFar: body } };
    }
    case 'about': {
      const fields = checked(readFields(aboutSchema, file, matter));
      return fields && { kind, value: { ...fields, body } };
    }
    case 'site': {
      const fields = checked(readFields(siteSchema, file, matter));
      return fields && { kind, value: { ...fields, id: fields.id ?? fields.url } };
    }
  }
}

function referencesOf({ kind, value }: Entity, matter: FrontMatter): Reference[] {
  const refer = (target: Reference['kind'], slug: string, field: string): Reference => ({
    kind: target,
    target: slug,
    field,
    ...matter.positionOf([field]),
  });
  switch (kind) {
    case 'topic':
      return [
        ...(value.parent ? [refer('topic', value.parent, 'parent')] : []),
        ...value.aliases.map((alias): Reference => ({
          kind: 'alias',
          target: alias,
          field: 'aliases',
          ...matter.positionOf(aliasPath(matter, alias)),
        })),
      ];
    case 'storyline':
      return value.topics.map((topic) => refer('topic', topic, 'topics'));
    case 'site':
      return value.front.map((address) => refer('article', address, 'front'));
    case 'person':
    case 'about':
      return [];
  }
}
