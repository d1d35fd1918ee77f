import { formsOf } from '../../elements/elements.ts';
import { articleSchema, mostRelated, type Article } from '../model/article.ts';
import { dayOf, isDay, readInstant } from '../model/instant.ts';
import { problem, type Problem } from '../model/problem.ts';
import { beginningOfDay } from '../model/publication.ts';
import { seriesKey } from '../model/series.ts';
import { isSlug, slugify } from '../model/slug.ts';
import { articleIds, readBody } from './body.ts';
import { claimsOf } from './claims.ts';
import { readFields } from './fields.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { gatesInFields, gatesInText, fieldInBody, type StatedGates } from './gate-marks.ts';
import { imageReferences, missingImageCredit } from './image-field.ts';
import { missingCredit } from './missing-credit.ts';
import type { ReadBody, Reference } from './reader.ts';

/** What was read of the file of an article. */
export type ArticleReading =
  /** `idLine` is the line of the field `id`. */
  | { article: Article; idLine: number; references: Reference[]; problems: Problem[] }
  /** The file has an error. `gates`: what it states nevertheless of when the article may be public. */
  | { article: undefined; gates: StatedGates; references: Reference[]; problems: Problem[] };

const articlePath = /^articles\/(\d{4})\/(\d\d)\/(\d\d)\/([^/]+)\.mdx?$/;

/** The address of an article from the path of its file, or what is wrong with the path. */
function readAddress(file: string): string | Problem {
  const parts = articlePath.exec(file);
  const [, year, month, day, name = ''] = parts ?? [];
  if (!parts || !isDay(`${year}-${month}-${day}`)) {
    return problem(
      'file-misplaced',
      { file },
      {
        message: 'The file is not in the folder of a day.',
        why: 'The path of an article is its address: articles/YYYY/MM/DD/slug.mdx is /YYYY/MM/DD/slug.',
        fix: 'Move it to the folder of the day on which it was published.',
      },
    );
  }
  const slug = name.normalize('NFC');
  if (!isSlug(slug)) {
    return problem(
      'file-slug',
      { file },
      {
        message: `“${name}” cannot be part of an address.`,
        why: 'A slug is lower-case letters and digits with single hyphens between them, so that each address has one form.',
        fix: `Rename the file, for instance to ${slugify(name) || 'a-few-words'}.mdx.`,
      },
    );
  }
  return `/${year}/${month}/${day}/${slug}`;
}

/** Reads an article file. All its problems are reported at once. */
export function readArticle(file: string, text: string): ArticleReading {
  const address = readAddress(file);
  const matter = readFrontMatter(file, text);
  const misplaced = typeof address === 'string' ? [] : [address];
  if (Array.isArray(matter))
    return { article: undefined, gates: gatesInText(text), references: [], problems: [...misplaced, ...matter] };

  const { fields, problems, writtenPath } = readFields(articleSchema, file, matter);
  const read = readBody(file, matter.body, matter.bodyLine, articleIds);
  problems.push(...misplaced, ...read.problems);
  if (fields)
    problems.push(
      ...checkDates(file, fields, matter),
      ...checkPicks(file, fields.related, matter),
      ...missingCredits(file, fields, read, matter),
    );
  const stray = fieldInBody(matter.body);
  if (stray !== undefined) {
    problems.push(
      problem(
        'front-matter-syntax',
        { file, line: matter.bodyLine + stray.line - 1 },
        {
          message: `The text begins with a field: \`${stray.text}\`.`,
          why: 'Fields are read above the second line of three hyphens only, so readers would see this one as text.',
          fix: 'Put all fields between the first two lines of three hyphens.',
        },
      ),
    );
  }
  if (read.body.elements.length === 0 && read.problems.every(({ severity }) => severity !== 'error')) {
    problems.push(
      problem(
        'body-empty',
        { file, line: matter.bodyLine },
        {
          message: 'The article has no text.',
          why: 'Its page would show a headline and nothing else.',
          fix: 'Write its text below the second `---`.',
        },
      ),
    );
  }
  if (!fields || typeof address !== 'string' || problems.some(({ severity }) => severity === 'error')) {
    const gates = gatesInFields(matter.data);
    const hidesInBody = stray !== undefined && gatesInText(text).hides;
    const hides = gates.hides || hidesInBody;
    return { article: undefined, gates: { ...gates, hides }, references: claimsOf(matter), problems };
  }

  const { updated, ...others } = fields;
  const isLater = updated !== undefined && (readInstant(updated) ?? 0) > (readInstant(fields.published) ?? 0);
  const { published } = matter.data;
  const article: Article = {
    ...others,
    ...(typeof published === 'string' && beginningOfDay(published) !== undefined && { dayOnly: true }),
    ...(isLater && { updated }),
    address,
    body: read.body,
  };
  return {
    article,
    idLine: matter.positionOf(['id']).line,
    references: [...referencesOf(article, (path) => matter.positionOf(writtenPath(path))), ...read.references],
    problems,
  };
}

/** Pictures of an article whose maker is not named. A picture that is written as Markdown has no place for a name. */
function missingCredits(
  file: string,
  { image }: Pick<Article, 'image'>,
  { body, references }: ReadBody,
  matter: FrontMatter,
): Problem[] {
  const uncredited = new Set(
    body.elements.flatMap((each) =>
      formsOf(each)
        .figures(each)
        .flatMap(({ src, credit }) => (credit ? [] : [src])),
    ),
  );
  const lines = uncredited.size === 0 ? [] : matter.body.split('\n');
  const figures = references.filter(
    ({ kind, target, line }) =>
      kind === 'picture' && uncredited.has(target) && lines[line - matter.bodyLine]?.startsWith('<Figure') === true,
  );
  return [
    ...missingImageCredit(file, image, matter.positionOf),
    ...figures.map(({ line, column }) => missingCredit(file, { field: 'credit', line, column })),
  ];
}

function checkDates(
  file: string,
  fields: Pick<Article, 'published' | 'updated' | 'expires'>,
  matter: FrontMatter,
): Problem[] {
  const found: Problem[] = [];
  const published = readInstant(fields.published) ?? 0;
  for (const field of ['updated', 'expires'] as const) {
    const value = fields[field];
    if (value !== undefined && (readInstant(value) ?? 0) < published) {
      found.push(
        problem(
          'date-order',
          { file, field, ...matter.positionOf([field]) },
          {
            message: `“${field}” is before “published”.`,
            why:
              field === 'updated'
                ? 'It is left out, because nothing changes before it exists.'
                : 'The article is never public.',
            fix: 'Correct one of the two.',
          },
        ),
      );
    }
  }
  const folder = Date.parse(file.slice('articles/'.length, 'articles/YYYY/MM/DD'.length).replaceAll('/', '-'));
  if (Math.abs(Date.parse(dayOf(fields.published)) - folder) > 36 * 3600 * 1000) {
    found.push(
      problem(
        'published-day',
        { file, field: 'published', ...matter.positionOf(['published']) },
        {
          message: 'The file is not in the folder of the day on which it was published.',
          why: 'The address would give readers and search engines another date than the page.',
          fix: `Move it to articles/${dayOf(fields.published).replaceAll('-', '/')}/, or correct “published”.`,
        },
      ),
    );
  }
  return found;
}

function checkPicks(file: string, related: Article['related'], matter: FrontMatter): Problem[] {
  const links = related.map((entry) => ('address' in entry ? entry.address : entry.url));
  const twice = links.flatMap((link, index) => {
    const first = links.indexOf(link);
    if (first === index) return [];
    return problem(
      'content-left-out',
      { file, field: `related.${index}`, ...matter.positionOf(['related', index]) },
      {
        message: `“related” has ${link} twice: it is entry ${first + 1} and entry ${index + 1}.`,
        why: 'The list shows it once.',
        fix: 'Remove one of the two.',
      },
    );
  });
  if (related.length <= mostRelated) return twice;
  const rest = links.slice(mostRelated);
  return [
    ...twice,
    problem(
      'content-left-out',
      { file, field: 'related', ...matter.positionOf(['related', mostRelated]) },
      {
        message: `“related” has ${related.length} links, and a list shows at most ${mostRelated}: ${rest.join(', ')} ${rest.length === 1 ? 'is' : 'are'} shown only in place of a link before that is not public.`,
        why: 'A long list helps no reader to choose.',
        fix: `Remove all but ${mostRelated}, or put the most important ones first.`,
      },
    ),
  ];
}

/** `positionOf` takes a path in the article's fields. */
function referencesOf(article: Article, positionOf: FrontMatter['positionOf']): Reference[] {
  const references: Reference[] = [];
  const refer = (kind: Reference['kind'], target: string, field: string, path: (string | number)[]): void => {
    references.push({ kind, target, field, ...positionOf(path) });
  };
  article.topics.forEach((topic, index) => refer('topic', topic, 'topics', ['topics', index]));
  article.byline.forEach((entry, index) => {
    if ('person' in entry) refer('person', entry.person, 'byline', ['byline', index]);
  });
  if (article.storyline) refer('storyline', article.storyline, 'storyline', ['storyline']);
  if (article.owner !== undefined) refer('title', article.owner, 'owner', ['owner']);
  const series = seriesKey(article);
  if (series !== undefined) refer('series', series, 'series.part', ['series', 'part']);
  references.push(...imageReferences(article.image, positionOf));
  article.aliases.forEach((alias, index) => refer('alias', alias, 'aliases', ['aliases', index]));
  if (article.translationOf !== undefined) refer('article', article.translationOf, 'translationOf', ['translationOf']);
  article.related.forEach((entry, index) => {
    if ('address' in entry) refer('article', entry.address, 'related', ['related', index]);
  });
  return references;
}
