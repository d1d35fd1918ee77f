import type { About, Person, Site, Storyline, Topic } from '../model/collection.ts';
import { problem, type Problem } from '../model/problem.ts';
import { isSlug } from '../model/slug.ts';
import { readBody } from './body.ts';
import { readFields } from './fields.ts';
import { readFrontMatter, readYaml, type FrontMatter } from './front-matter.ts';
import type { Reference } from './reader.ts';
import { aboutSchema, personSchema, siteSchema, storylineSchema, topicSchema } from './schema.ts';

/** What stands beside the articles: topics, people, storylines, the site's settings, its page about itself. */
type Standing =
  | { kind: 'topic'; value: Topic }
  | { kind: 'person'; value: Person }
  | { kind: 'storyline'; value: Storyline }
  | { kind: 'site'; value: Site }
  | { kind: 'about'; value: About };

export interface StandingReading {
  standing?: Standing;
  references: Reference[];
  problems: Problem[];
}

export type StandingKind = Standing['kind'];

/** Reads a file of `topics/`, `people/`, `storylines/`, `site.yaml` or `about.mdx`. */
export function readStanding(kind: StandingKind, file: string, text: string): StandingReading {
  const matter = kind === 'site' ? readYaml(file, text) : readFrontMatter(file, text);
  if (Array.isArray(matter)) return { references: [], problems: matter };
  const slug = (/([^/]+)\.[a-z]+$/.exec(file)?.[1] ?? '').normalize('NFC');
  const { standing, problems } = assemble(kind, slug, file, matter);
  if (kind !== 'site' && kind !== 'about' && !isSlug(slug)) {
    problems.push(
      problem(
        'file-slug',
        { file },
        {
          message: `“${slug}” cannot stand in an address.`,
          why: 'The file’s name is its slug: lower-case letters and digits with single hyphens between them.',
          fix: 'Rename the file, and name it so where articles refer to it.',
        },
      ),
    );
  }
  const whole = standing !== undefined && !problems.some(({ severity }) => severity === 'error');
  return { ...(whole && { standing }), references: standing ? referencesOf(standing, matter) : [], problems };
}

function assemble(
  kind: StandingKind,
  slug: string,
  file: string,
  matter: FrontMatter,
): { standing?: Standing; problems: Problem[] } {
  const { body, problems: inBody } = readBody(file, matter.body, matter.bodyLine);
  const all = (problems: Problem[]): Problem[] => [...problems, ...inBody];
  switch (kind) {
    case 'topic': {
      const { fields, problems } = readFields(topicSchema, file, matter);
      if (!fields) return { problems: all(problems) };
      const learn = fields.learn ?? `Learn about ${fields.title}`;
      return { standing: { kind, value: { ...fields, slug, learn, introduction: body } }, problems: all(problems) };
    }
    case 'person': {
      const { fields, problems } = readFields(personSchema, file, matter);
      return {
        ...(fields && { standing: { kind, value: { ...fields, slug, biography: body } } }),
        problems: all(problems),
      };
    }
    case 'storyline': {
      const { fields, problems } = readFields(storylineSchema, file, matter);
      return {
        ...(fields && { standing: { kind, value: { ...fields, slug, soFar: body } } }),
        problems: all(problems),
      };
    }
    case 'about': {
      const { fields, problems } = readFields(aboutSchema, file, matter);
      return { ...(fields && { standing: { kind, value: { ...fields, body } } }), problems: all(problems) };
    }
    case 'site': {
      const { fields, problems } = readFields(siteSchema, file, matter);
      const value = fields && { ...fields, id: fields.id ?? fields.url };
      return { ...(value && { standing: { kind, value } }), problems: all(problems) };
    }
  }
}

function referencesOf({ kind, value }: Standing, matter: FrontMatter): Reference[] {
  const refer = (target: Reference['kind'], slug: string, field: string): Reference => ({
    kind: target,
    target: slug,
    field,
    ...matter.placeOf([field]),
  });
  switch (kind) {
    case 'topic':
      return [
        ...(value.parent ? [refer('topic', value.parent, 'parent')] : []),
        ...value.aliases.map((alias, index): Reference => ({
          kind: 'alias',
          target: alias,
          field: 'aliases',
          ...matter.placeOf(['aliases', index]),
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
