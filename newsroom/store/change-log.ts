import { numberOf, textOf, type Row, type Store } from './store.ts';
import { ownListsWith } from './title-lists.ts';
import { visibleAt } from './visible.ts';

/*
 * Every change of what views can read is recorded under the names that views note when they read (`Dependency` in
 * newsroom/edition). A page is looked at again only when something that it has read is in the log since. Triggers write the
 * log, so that no writer can forget it.
 */

/** Entries that the log keeps. A page that is older than the oldest entry is looked at again. */
const mostEntries = 100_000;

/** What a change is about, and when the article was published that changed; milliseconds, 0 where it is about none. */
export interface Change {
  dependency: string;
  published: number;
  /** How many rows have changed. */
  rows: number;
  /** Of a list: how many more public articles it has; `undefined` where that is not known. */
  more?: number;
}

/** Whether an article is a translation or the original of one, by any of its addresses. */
const isTranslated = (row: 'OLD' | 'NEW'): string => `EXISTS (
  SELECT 1 FROM reference WHERE field = 'translationOf' AND (file = ${row}.file OR (kind = 'article' AND (
    target = ${row}.address OR target IN (SELECT address FROM alias WHERE article = ${row}.key)))))`;

/** What each row of a table is about: names and instants of publication, as SQL over the row. */
const logged: readonly {
  table: string;
  names: (row: 'OLD' | 'NEW') => readonly string[];
  published?: string;
  /** Which rows count. */
  when?: (row: 'OLD' | 'NEW') => string;
  /** Columns whose changes count. */
  of?: string;
  /** Whether rows have gates, and each is an article in a list. */
  isMember?: boolean;
  /** The row of the table former for a row that was. */
  former?: { what: 'gates' | 'words'; article: string; columns: readonly string[] };
}[] = [
  {
    table: 'article',
    names: (row) => [`'article ' || ${row}.address`, `'type ' || ${row}.type`],
    published: 'published',
    former: { what: 'gates', article: 'key', columns: ['opens', 'closes', 'titles'] },
  },
  { table: 'article', names: () => ["'translations'"], when: isTranslated },
  {
    table: 'membership',
    names: (row) => [`'list ' || ${row}.kind || ' ' || ${row}.slug`],
    published: 'published',
    isMember: true,
  },
  { table: 'alias', names: (row) => [`'article ' || ${row}.address`] },
  { table: 'once_public', names: (row) => [`'article ' || ${row}.address`], of: 'file, id' },
  { table: 'series_part', names: (row) => [`'series ' || ${row}.series`] },
  { table: 'correction', names: () => ["'corrections'"] },
  {
    table: 'reference',
    names: (row) => [`'translation ' || ${row}.target`, "'translations'"],
    when: (row) => `${row}.field = 'translationOf'`,
  },
  { table: 'picture', names: (row) => [`'picture ' || ${row}.src`] },
  {
    table: 'key_terms',
    names: () => ["'words'"],
    published: 'published',
    of: 'published, length, topics, storyline, terms',
    former: {
      what: 'words',
      article: 'article',
      columns: ['published', 'length', 'topics', 'storyline', 'terms'],
    },
  },
  { table: 'meta', names: () => ["'rarity'"], when: (row) => `${row}.key = 'terms_counted'` },
  {
    table: 'meta',
    names: (row) => [`'weights ' || ${row}.value`],
    // The terms that were in the row before are in the log already.
    when: (row) => (row === 'NEW' ? "NEW.key = 'terms_weighed'" : 'false'),
  },
  {
    table: 'meta',
    names: () => ["'history'"],
    when: (row) => `${row}.key = 'history' AND instr(${row}.value, 'true')`,
  },
  ...['version', 'history', 'revision'].map((table) => ({
    table,
    names: (row: 'OLD' | 'NEW') => [`'article ' || (SELECT address FROM article WHERE file = ${row}.file)`],
    when: (row: 'OLD' | 'NEW') => `EXISTS (SELECT 1 FROM article WHERE file = ${row}.file)`,
  })),
  ...['entity_file', 'entity_alias', 'place_spelling', 'storyline_topic', 'ahead'].map((table) => ({
    table,
    names: () => ["'everything'"],
  })),
  // Only outputs read these.
  ...['public_change', 'file'].map((table) => ({ table, names: () => ["'anything'"] })),
];

const triggers = logged.flatMap(({ table, names, published, when, of, isMember, former }, index) =>
  (['INSERT', 'DELETE', 'UPDATE'] as const).flatMap((event) => {
    const rows: readonly ('OLD' | 'NEW')[] =
      event === 'INSERT' ? ['NEW'] : event === 'DELETE' ? ['OLD'] : ['OLD', 'NEW'];
    const columns = event === 'UPDATE' && of !== undefined ? ` OF ${of}` : '';
    return rows.map((row) =>
      trigger(
        `${table}_${index}_${event}_${row}`,
        `AFTER ${event}${columns} ON ${table}${when ? ` WHEN ${when(row)}` : ''}`,
        names(row),
        [
          published === undefined ? '0' : `${row}.${published}`,
          ...(isMember
            ? [row === 'NEW' ? '1' : '-1', `${row}.opens`, `${row}.closes`, `${row}.title`]
            : ['NULL', 'NULL', 'NULL', 'NULL']),
        ],
        former && formerRow(former, row),
      ),
    );
  }),
);

/** Adds what a row was; after the names, so that it has the number of the last one. */
function formerRow(
  { what, article, columns }: NonNullable<(typeof logged)[number]['former']>,
  row: 'OLD' | 'NEW',
): string {
  const values = columns.map((column) => (row === 'OLD' ? `OLD.${column}` : 'NULL'));
  return `INSERT INTO former (number, article, what, ${columns.join(', ')})
    VALUES (last_insert_rowid(), ${row}.${article}, '${what}', ${values.join(', ')});`;
}

function trigger(
  name: string,
  event: string,
  names: readonly string[],
  values: readonly string[],
  former = '',
): string {
  const inserts = names.map(
    (each) =>
      `INSERT INTO change_log (dependency, published, sign, opens, closes, title) VALUES (${[each, ...values].join(', ')});`,
  );
  // Tables that outlive the others keep their triggers.
  return `DROP TRIGGER IF EXISTS log_${name};
    CREATE TRIGGER log_${name} ${event} BEGIN ${inserts.join(' ')} ${former} END;`;
}

/** Begins the log of a store that was just filled; from now on triggers write it. */
export function startChangeLog(store: Store): void {
  store.database.exec(triggers.join('\n'));
}

/** Removes the oldest entries, where there are many. */
export function shortenChangeLog(store: Store): void {
  store.run(`DELETE FROM change_log WHERE number <= (SELECT max(number) FROM change_log) - ${mostEntries}`);
  store.run('DELETE FROM former WHERE number < (SELECT min(number) FROM change_log)');
}

/** Where the log of a store ends. Two files never have the same `store`. */
export interface LogEnd {
  store: string;
  number: number;
}

export function endOfChangeLog(store: Store): LogEnd {
  // The number of the last entry, even where all entries were removed.
  const row = store.get("SELECT seq FROM sqlite_sequence WHERE name = 'change_log'");
  return { store: (store.meta('store') ?? '') + store.branch, number: row ? numberOf(row, 'seq') : 0 };
}

/**
 * What has changed after an entry, for the title whose articles are read; `undefined` where the log no longer has all of it. `now`, in milliseconds: when lists are
 * counted; `undefined` where a gate has passed since the entry.
 */
export function changesAfter(store: Store, number: number, now: number | undefined): Change[] | undefined {
  if (!hasAllAfter(store, number)) return undefined;
  return store
    .all(
      `SELECT dependency, published, count(*) AS rows, sum(sign * ${visibleAt('cast(:now AS INTEGER)')}) AS more
       FROM change_log WHERE number > :number AND (title IS NULL OR title IN (SELECT lists FROM title_shown))
       GROUP BY dependency, published`,
      { number, now: now ?? null },
    )
    .map(changeIn);
}

/** Whether the log has all entries after one. */
function hasAllAfter(store: Store, number: number): boolean {
  const first = store.get('SELECT min(number) AS number FROM change_log')?.['number'];
  const begins = typeof first === 'number' ? first : endOfChangeLog(store).number + 1;
  return begins <= number + 1;
}

function changeIn(row: Row): Change {
  return {
    dependency: textOf(row, 'dependency'),
    published: numberOf(row, 'published'),
    rows: numberOf(row, 'rows'),
    ...(typeof row['more'] === 'number' && { more: row['more'] }),
  };
}

/** What an article was before the first change after an entry. */
export interface FormerArticle {
  article: number;
  /** `undefined`: they have not changed. `null`: there was no such article. Else a row with the columns of `article`. */
  gates?: Row | null;
  /** The same; a row with the columns of `key_terms`. */
  words?: Row | null;
}

/** The articles that have changed after an entry; `undefined` if these are more than `most`, or if the log no longer has them all. */
export function formerArticles(store: Store, number: number, most: number): FormerArticle[] | undefined {
  if (!hasAllAfter(store, number)) return undefined;
  const found = new Map<number, FormerArticle>();
  for (const row of store.each('SELECT * FROM former WHERE number > ? ORDER BY number', number)) {
    const article = numberOf(row, 'article');
    const known = found.get(article) ?? { article };
    if (row['what'] === 'words') {
      if (known.words === undefined) known.words = row['terms'] === null ? null : row;
    } else if (known.gates === undefined) known.gates = row['opens'] === null ? null : row;
    found.set(article, known);
    if (found.size > most) return undefined;
  }
  return [...found.values()];
}

/** Articles of all titles with a gate after `:from` and not after `:to`, those of their corrections and of their last change included. */
const gated = ['opens', 'closes', 'gone_from', 'changed']
  .map((column) => `SELECT key FROM main.article WHERE ${column} > :from AND ${column} <= :to`)
  .concat('SELECT article FROM main.correction WHERE opens > :from AND opens <= :to')
  .join(' UNION ');

/**
 * What gates change that pass after an instant and not after another one, for the title whose articles are read; milliseconds. An article
 * that only other titles carry can be linked to, but is in no list.
 */
export function changesOfGates(store: Store, from: number, to: number): Change[] {
  const sql = `WITH passed AS MATERIALIZED (SELECT * FROM main.article WHERE key IN (${gated}))
    SELECT 'article ' || address AS dependency, 0 AS published, 1 AS rows FROM passed
    UNION SELECT 'article ' || alias.address, 0, 1 FROM passed JOIN alias ON alias.article = passed.key
    UNION SELECT 'type ' || type, published, 1 FROM passed WHERE titles & (SELECT bit FROM title_shown)
    UNION SELECT 'words', published, 1 FROM passed
    UNION SELECT 'list ' || kind || ' ' || slug, published, count(*)
      FROM (${ownListsWith('SELECT key FROM passed')}) GROUP BY 1, 2
    UNION SELECT 'series ' || series, 0, 1 FROM passed JOIN series_part ON series_part.article = passed.key
    UNION SELECT 'corrections', 0, 1 FROM passed JOIN correction ON correction.article = passed.key
    UNION SELECT 'translations', 0, 1 FROM passed AS new WHERE ${isTranslated('NEW')}`;
  return store.all(sql, { from, to }).map(changeIn);
}

/** Whether something is over that a storyline said was ahead, on a day after one and not after another; `YYYY-MM-DD`. */
export function isOverBetween(store: Store, from: string, to: string): boolean {
  return store.get('SELECT 1 FROM ahead WHERE over > ? AND over <= ? LIMIT 1', from, to) !== undefined;
}
