import { nearest } from '../intake/fields.ts';
import { problem, type Problem } from '../model/problem.ts';
import { slugify } from '../model/slug.ts';
import type { Title } from '../model/title.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { hasBit } from '../store/title-lists.ts';
import { referencePosition } from './reference-position.ts';
import { filesNamed, refusedFile } from './refused-files.ts';
import { mostTitles, type Division, type NumberedTitle } from './titles.ts';

/**
 * Reports what is wrong with titles, and with what they carry and own. The few files of titles are looked at each time; of
 * stories and topics only those in `touched`, or all where `all` says that titles may carry or own something else than before.
 */
export function reportTitles(store: Store, division: Division, touched: ReadonlySet<string>, all: boolean): void {
  // What is wrong with an owner also depends on whether its file can be read.
  const files = all || [...touched].some(isOfTitle) ? 'all' : touched;
  if (files === 'all') store.run("DELETE FROM problem WHERE scope = 'title'");
  else {
    store.run(
      "DELETE FROM problem WHERE scope = 'title' AND (file = 'front.yaml' OR file >= 'titles/' AND file < 'titles0')",
    );
    for (const file of files) store.run("DELETE FROM problem WHERE scope = 'title' AND file = ?", file);
  }
  const titles = division.titles.map((title) => ({ ...title, file: fileOf(title) }));
  const found = [
    ...ownerProblems(store, division, titles, files),
    ...themesWithoutTitle(store),
    ...(titles.length === 0
      ? []
      : [
          ...uncarriedStories(store, files),
          ...tooManyTitles(division),
          ...sharedHosts(store, division),
          ...titles.flatMap((title) => carriesProblems(store, title)),
          ...titles.flatMap((title) => (ownsNothing(store, division, title) ? [ownsNothingWords(title)] : [])),
          ...frontProblems(store, titles),
        ]),
  ];
  for (const each of found) store.run("INSERT INTO problem VALUES (?, 'title', ?)", each.file, JSON.stringify(each));
}

type FiledTitle = NumberedTitle & { file: string };
/** Files of stories and topics. */
type Files = ReadonlySet<string> | 'all';

function isOfTitle(file: string): boolean {
  return file.startsWith('titles/');
}

function fileOf({ slug }: Pick<Title, 'slug'>): string {
  return `titles/${slug}.yaml`;
}

/** The rows of some files. `sql` ends with a condition to which another one can be added. */
function rowsOf(store: Store, sql: string, files: Files): Row[] {
  return files === 'all' ? store.all(sql) : [...files].flatMap((file) => store.all(`${sql} AND file = ?`, file));
}

/** Stories that are on no title. One that is killed is to be seen nowhere. */
function uncarriedStories(store: Store, files: Files): Problem[] {
  return rowsOf(store, "SELECT file FROM article WHERE titles = 0 AND status IS NOT 'killed'", files).map((row) =>
    problem(
      'story-nowhere',
      { file: textOf(row, 'file') },
      {
        message: 'No title carries this story.',
        why: 'Readers cannot find it, and its address answers nowhere.',
        fix: 'Put it into a topic that a title carries, or add one of its topics to `carries` of a title.',
      },
    ),
  );
}

/** What `owner` of a story or a topic says that cannot be so. */
function ownerProblems(store: Store, { owners }: Division, titles: readonly FiledTitle[], files: Files): Problem[] {
  return rowsOf(
    store,
    `SELECT file, target, line, "column", (SELECT titles FROM article WHERE article.file = reference.file) AS titles,
       (SELECT slug FROM entity WHERE kind = 'topic' AND entity.file = reference.file) AS topic
     FROM reference WHERE kind = 'title'`,
    files,
  ).flatMap((row) => {
    const place = { ...referencePosition(row), field: 'owner' };
    const target = textOf(row, 'target');
    if (titles.length === 0)
      return [
        problem('owner-missing', place, {
          message: 'There are no titles that could own anything.',
          why: 'Without files under titles/ the newsroom is one site, and everything is its own.',
          fix: `Take the line out, or write titles/${target}.yaml with \`name\` and \`url\`.`,
        }),
      ];
    const owner = titles.find(({ slug }) => slug === target);
    if (!owner) return [problem('owner-missing', place, missingOwner(store, target, titles))];
    const topic = row['topic'];
    if (typeof topic === 'string' && owners.get(topic) !== target)
      return [
        problem('owner-without', place, {
          message: `The title “${target}” has no page of this topic, so it cannot own it.`,
          why: 'The owner is found by the rule instead: the first title that names the topic, or one above it, in `carries`.',
          fix: `Take the line out, or add the topic to \`carries\` in ${owner.file}.`,
        }),
      ];
    const carriedBy = row['titles'];
    if (typeof carriedBy !== 'number' || hasBit(carriedBy, owner.bit)) return [];
    return [
      problem('owner-without', place, {
        message: `The title “${target}” does not carry this story, so it cannot own it.`,
        why: 'The story is owned by the title of its first topic, or else by the first title that carries it.',
        fix: `Take the line out, name a title that carries the story, or add one of its topics to \`carries\` in ${owner.file}.`,
      }),
    ];
  });
}

function missingOwner(
  store: Store,
  target: string,
  titles: readonly FiledTitle[],
): { message: string; why: string; fix: string } {
  const refused = refusedFile(store, filesNamed('title', target));
  const near = nearest(
    target,
    titles.map(({ slug }) => slug),
  );
  const fix = `Name one of the titles: ${titles.map(({ slug }) => slug).join(', ')}.`;
  return {
    message: refused === undefined ? `There is no title “${target}”.` : `${refused} cannot be read: it has an error.`,
    why: 'The owner is found by the rule instead, as if the line were not there.',
    fix: refused !== undefined ? `Mend ${refused} first.` : near === undefined ? fix : `Did you mean “${near}”? ${fix}`,
  };
}

function themesWithoutTitle(store: Store): Problem[] {
  const sql = `SELECT file, slug FROM entity WHERE kind = 'theme' AND slug <> ''
    AND NOT EXISTS (SELECT 1 FROM entity AS title WHERE title.kind = 'title' AND title.slug = entity.slug)`;
  return store.all(sql).map((row) => {
    const slug = textOf(row, 'slug');
    const refused = refusedFile(store, filesNamed('title', slug));
    return problem(
      'title-missing',
      { file: textOf(row, 'file') },
      {
        message: refused === undefined ? `There is no title “${slug}”.` : `${refused} cannot be read: it has an error.`,
        why: 'The theme of a title has the name of its file. Nothing uses this one.',
        fix:
          refused === undefined
            ? `Write titles/${slug}.yaml with \`name\` and \`url\`, or rename the theme as the file of its title.`
            : `Mend ${refused} first.`,
      },
    );
  });
}

function tooManyTitles({ tooMany }: Division): Problem[] {
  return tooMany.map((title) =>
    problem(
      'title-limit',
      { file: fileOf(title) },
      {
        message: `There are more than ${mostTitles} titles, and this one comes after them.`,
        why: `A newsroom can have ${mostTitles} titles. This one is left out: nothing answers at its address.`,
        fix: 'Remove a title, or give this one a lower `order`.',
      },
    ),
  );
}

/** Titles whose host another one before them has. */
function sharedHosts(store: Store, { sameHost }: Division): Problem[] {
  return sameHost.map(({ title, first, host }) => {
    const file = fileOf(title);
    const sql = 'SELECT file, target, line, "column" FROM reference WHERE file = ? AND kind = \'host\'';
    const row = store.get(sql, file);
    return problem('title-host', row ? { ...referencePosition(row), field: 'url' } : { file }, {
      message: `The host ${host} is also that of ${fileOf(first)}.`,
      why: 'A host leads to one title. This one is left out: it carries nothing. `www.`, capitals and the port make no other host.',
      fix: 'Give each title a host of its own: `url: https://space.example`.',
    });
  });
}

/** What `carries` of a title names and what has no stories, or is something else than it says. */
function carriesProblems(store: Store, title: FiledTitle): Problem[] {
  const { file } = title;
  const sections = store.all(
    `SELECT reference.file, target, line, "column", field, entity.parent FROM reference JOIN entity ON slug = target
     WHERE reference.file = ? AND reference.kind = 'topic' AND field = 'carries.sections' AND entity.kind = 'topic'
       AND entity.parent IS NOT NULL`,
    file,
  );
  const agencies = store
    .all('SELECT file, target, line, "column", field FROM reference WHERE file = ? AND kind = \'agency\'', file)
    .filter((row) => !hasStories(store, 0, 'agency', slugify(textOf(row, 'target'))));
  const placeOf = (row: Row) => ({ ...referencePosition(row), field: textOf(row, 'field') });
  return [
    ...sections.map((row) =>
      problem('title-carries', placeOf(row), {
        message: `“${textOf(row, 'target')}” is no section: it is below “${textOf(row, 'parent')}”.`,
        why: 'Sections are the topics without one above them. The title carries it all the same.',
        fix: 'Write it under `topics`, or name the section.',
      }),
    ),
    ...agencies.map((row) => {
      const near = agencyLike(store, textOf(row, 'target'));
      return problem('title-carries', placeOf(row), {
        message: `No story is by the agency “${textOf(row, 'target')}”.`,
        why: 'The title has no story for it.',
        fix:
          near === undefined
            ? 'Write the name as `agency` of the articles has it.'
            : `Did you mean “${near}”? Write the name as \`agency\` of the articles has it.`,
      });
    }),
    ...(carriesNothing(store, title)
      ? [
          problem(
            'title-carries',
            { file },
            {
              message: 'The title carries no story.',
              why: 'Its front page and all its lists are empty.',
              fix: 'Name in `carries` what has stories. A story needs one of the sections, topics, storylines or agencies, and one of the languages.',
            },
          ),
        ]
      : []),
  ];
}

/** Whether a title has no story, hidden or not, in a newsroom that has some. */
function carriesNothing(store: Store, { number }: NumberedTitle): boolean {
  const lists = numberOf(store.get('SELECT lists FROM title WHERE number = ?', number), 'lists');
  return !hasStories(store, lists, 'all', '') && hasStories(store, 0, 'all', '');
}

function hasStories(store: Store, title: number, kind: string, slug: string): boolean {
  const sql = 'SELECT 1 FROM membership WHERE title = ? AND kind = ? AND slug = ? LIMIT 1';
  return store.get(sql, title, kind, slug) !== undefined;
}

/** The agency of some stories that is written nearly like another one. */
function agencyLike(store: Store, name: string): string | undefined {
  const sql = `SELECT detail ->> '$.agency' AS agency FROM (SELECT slug, min(article) AS key FROM membership
      WHERE title = 0 AND kind = 'agency' GROUP BY slug) JOIN article USING (key)`;
  return nearest(
    name,
    store.all(sql).map((row) => textOf(row, 'agency')),
  );
}

/** Whether a title owns no topic and no story, though it has stories. */
function ownsNothing(store: Store, { owners }: Division, title: NumberedTitle): boolean {
  const { number, slug } = title;
  if ([...owners.values()].includes(slug) || !hasStories(store, 0, 'all', '') || carriesNothing(store, title))
    return false;
  const sql = `SELECT 1 FROM membership CROSS JOIN article ON key = article
    WHERE title = (SELECT lists FROM title WHERE number = :number) AND kind = 'all' AND owner = :number LIMIT 1`;
  return store.get(sql, { number }) === undefined;
}

function ownsNothingWords({ file, slug }: FiledTitle): Problem {
  return problem(
    'title-owns',
    { file },
    {
      message: 'The title owns no topic and no story.',
      why: 'Another title is the address of each of its stories for search engines, and its sitemaps are empty.',
      fix: `Write \`owner: ${slug}\` in a topic, or name a topic in \`carries\` that no title before it names.`,
    },
  );
}

/** Stories on the front of a title that it does not carry, and a `front.yaml` that no title uses. */
function frontProblems(store: Store, titles: readonly FiledTitle[]): Problem[] {
  const [first] = titles;
  const hasFile = store.get("SELECT 1 FROM entity WHERE kind = 'front'") !== undefined;
  const unused =
    first?.front !== undefined && hasFile
      ? [
          problem(
            'title-front',
            { file: 'front.yaml' },
            {
              message: `No title has this front page: ${first.file} has a \`front\` of its own.`,
              why: 'Beside titles, front.yaml is the front page of the first title, where that has none of its own.',
              fix: `Take \`front\` out of ${first.file}, or remove this file.`,
            },
          ),
        ]
      : [];
  const notCarried = titles.flatMap((title) => {
    const file = title.front ? title.file : title === first && hasFile ? 'front.yaml' : undefined;
    const sql = `SELECT DISTINCT reference.file, target, line, "column", field FROM reference JOIN article ON address = target
      WHERE reference.file = :file AND kind = 'article' AND (field LIKE 'front.%' OR :file = 'front.yaml')
        AND NOT titles & :bit`;
    return (file === undefined ? [] : store.all(sql, { file, bit: title.bit })).map((row) =>
      problem(
        'title-front',
        { ...referencePosition(row), field: textOf(row, 'field') },
        {
          message: `The title does not carry ${textOf(row, 'target')}.`,
          why: 'The front page leaves it out.',
          fix: 'Pick a story that the title carries, or remove the line.',
        },
      ),
    );
  });
  return [...unused, ...notCarried];
}
