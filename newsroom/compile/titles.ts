import { slugify } from '../model/slug.ts';
import type { Site } from '../model/site.ts';
import { byOrder, type Title } from '../model/title.ts';
import { carriesEverything, ownersOfTopics, topicsOf, type TopicPlace } from '../model/topic-owners.ts';
import { plainHost } from '../model/web-address.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import { hasBit, inTitles, isTitleFile } from '../store/title-lists.ts';
import { topicPlaces } from '../store/topic-places.ts';

/** The most titles that a newsroom can have: each has a bit in the column `titles` of `article`, and a number in JavaScript has 53. */
export const mostTitles = 50;

/** A title with its number and its bit, as in the table `title`. */
export interface NumberedTitle extends Title {
  number: number;
  bit: number;
}

/** What decides which titles carry an article, and which lists they have. */
export interface Division {
  /** In their order. */
  titles: readonly NumberedTitle[];
  /** Whether there is no file of a title. Where there are some and none can be read, nothing is carried: what each should show is not known. */
  isOneSite: boolean;
  /** Titles with the host of one before them. They carry nothing either. */
  sameHost: readonly { title: Title; first: Title; host: string }[];
  /** Titles after the most that there can be. They carry nothing. */
  tooMany: readonly Title[];
  topics: readonly TopicPlace[];
  /** The title of each topic. */
  owners: ReadonlyMap<string, string>;
  /** The language of articles that name none; in small letters. */
  language: string;
}

/** Keys of articles that are looked at at once: SQLite keeps all rows that a statement reads from the table that it writes to. */
const batch = 2_000;

/**
 * Works out which titles carry each article, which one owns it, and which articles the lists of each title have. `changed`: keys of
 * the articles that may have other lists than before; `all`: any may. Where titles carry something else than at the last
 * compile, all are looked at; `all` of the result says so.
 */
export function updateTitles(
  store: Store,
  changed: ReadonlySet<number>,
  all: boolean,
): { division: Division; all: boolean } {
  const division = divisionIn(store);
  const { titles, topics, language } = division;
  const signature = JSON.stringify([
    language,
    titles.map(({ slug, carries, language: own }) => [slug, carries, own]),
    topics.filter(({ owner }) => owner !== undefined).map(({ slug, owner }) => [slug, owner]),
  ]);
  const former = store.meta('titles');
  if (division.isOneSite && former === undefined) return { division, all };
  const isSame = former === signature && !division.isOneSite;
  if (!isSame || all) {
    numberTitles(store, division);
    if (division.isOneSite) store.run("DELETE FROM meta WHERE key = 'titles'");
    else store.run("INSERT OR REPLACE INTO meta VALUES ('titles', ?)", signature);
  }
  divide(store, division, all || !isSame ? undefined : changed);
  return { division, all: all || !isSame };
}

/** `changed`: keys of articles; all, where it is missing. */
function divide(store: Store, division: Division, changed: ReadonlySet<number> | undefined): void {
  store.database.exec(`CREATE TEMP TABLE looked_at (article INTEGER PRIMARY KEY);
    CREATE TEMP TABLE carried (article INTEGER, bit INTEGER, PRIMARY KEY (article, bit)) WITHOUT ROWID`);
  if (changed) for (const key of changed) store.run('INSERT INTO looked_at SELECT key FROM article WHERE key = ?', key);
  else store.run('INSERT INTO looked_at SELECT key FROM article');
  for (const title of division.titles) if (!carriesEverything(title)) findCarried(store, title, division, !changed);
  store.run(`DELETE FROM membership WHERE ${changed ? inTitles('article IN looked_at') : 'title > 0'}`);
  for (let from = firstAfter(store, 0); from !== undefined; from = firstAfter(store, from + batch - 1)) {
    const range = { from, until: from + batch };
    setTitles(store, division, range);
    for (const title of division.titles) fillLists(store, title, division, range);
  }
  store.forget();
  store.database.exec('DROP TABLE carried; DROP TABLE looked_at');
}

function firstAfter(store: Store, key: number): number | undefined {
  const first = store.get('SELECT min(article) AS key FROM looked_at WHERE article > ?', key)?.['key'];
  return typeof first === 'number' ? first : undefined;
}

function divisionIn(store: Store): Division {
  const found = store
    .all("SELECT value FROM entity WHERE kind = 'title'")
    .map((row): Title => JSON.parse(textOf(row, 'value')));
  const hosts = new Map<string, Title>();
  const sameHost: Division['sameHost'][number][] = [];
  const sorted = found.toSorted(byOrder).filter((title) => {
    const host = plainHost(new URL(title.url).hostname);
    const first = hosts.get(host);
    if (first) sameHost.push({ title, first, host });
    else hosts.set(host, title);
    return !first;
  });
  const titles = sorted.slice(0, mostTitles).map((title, index) => ({ ...title, number: index + 1, bit: 2 ** index }));
  const topics = titles.length === 0 ? [] : topicPlaces(store);
  const site = store.get("SELECT value FROM entity WHERE kind = 'site'");
  const settings: Partial<Site> = site ? JSON.parse(textOf(site, 'value')) : {};
  const language = (settings.language ?? 'en').toLowerCase();
  const isOneSite = titles.length === 0 && !store.get(`SELECT 1 FROM file WHERE ${isTitleFile}`);
  const owners = ownersOfTopics(topics, titles, language);
  return { titles, isOneSite, sameHost, tooMany: sorted.slice(mostTitles), topics, owners, language };
}

/** Writes the table `title`. A newsroom without titles has one without a name, which carries everything; where no title can be read, it carries nothing. */
function numberTitles(store: Store, { titles, isOneSite, language }: Division): void {
  store.run('DELETE FROM title');
  for (const title of titles) {
    const { number, slug, bit } = title;
    const isWhole = carriesEverything(title) && languageOf(title, language) === language;
    const values = [number, slug, isWhole ? 0 : number, bit, languageOf(title, language), language];
    store.run('INSERT INTO title VALUES (?, ?, ?, ?, ?, ?)', ...values);
  }
  if (titles.length === 0) store.run("INSERT INTO title VALUES (1, '', ?, 1, '', '')", isOneSite ? 0 : 1);
}

function languageOf({ language }: Title, usual: string): string {
  return (language ?? usual).toLowerCase();
}

/** Finds the articles that a title carries, of those that are looked at. */
function findCarried(store: Store, { carries, bit }: NumberedTitle, { language }: Division, all: boolean): void {
  const { sections = [], topics = [], storylines = [], agencies = [], languages = [] } = carries ?? {};
  const lists = [
    ...[...sections, ...topics].map((slug) => ({ kind: 'topic', slug })),
    ...storylines.map((slug) => ({ kind: 'storyline', slug })),
    ...agencies.map((agency) => ({ kind: 'agency', slug: slugify(agency) })),
  ];
  const members = all ? 'membership' : 'looked_at CROSS JOIN membership USING (article)';
  for (const list of lists)
    store.run(
      `INSERT OR IGNORE INTO carried SELECT article, :bit FROM ${members} WHERE title = 0 AND kind = :kind AND slug = :slug`,
      { ...list, bit },
    );
  if (lists.length === 0) store.run('INSERT INTO carried SELECT article, ? FROM looked_at', bit);
  if (languages.length === 0) return;
  store.run(
    `DELETE FROM carried WHERE bit = :bit AND NOT EXISTS (
       SELECT 1 FROM membership JOIN json_each(:languages) AS wanted
       WHERE membership.article = carried.article AND title = 0 AND kind = 'language'
         AND ${tagOf(':usual')} || '-' LIKE wanted.value || '-%')`,
    { bit, usual: language, languages: JSON.stringify(languages.map((tag) => tag.toLowerCase())) },
  );
}

/** The tag of the language of a row of `membership`. */
function tagOf(usual: string): string {
  return `CASE slug WHEN '' THEN ${usual} ELSE slug END`;
}

interface Range {
  from: number;
  until: number;
}

/** Writes which titles carry articles, and which one owns each. */
function setTitles(store: Store, { titles, isOneSite, owners }: Division, range: Range): void {
  const general = titles.filter(carriesEverything).reduce((sum, { bit }) => sum + bit, 0);
  const rows = store.all(
    `SELECT key, titles, owner, detail ->> '$.topics' AS topics, detail ->> '$.owner' AS stated,
       coalesce((SELECT sum(bit) FROM carried WHERE carried.article = key), 0) AS found
     FROM looked_at CROSS JOIN article ON key = article WHERE article >= :from AND article < :until`,
    { ...range },
  );
  for (const row of rows) {
    const bits = isOneSite ? 1 : numberOf(row, 'found') + general;
    const owner = isOneSite ? 1 : (ownerOf(row['stated'], topicsOfRow(row), bits)?.number ?? null);
    if (bits !== row['titles'] || owner !== row['owner'])
      store.run('UPDATE article SET titles = :bits, owner = :owner WHERE key = :key', {
        bits,
        owner,
        key: numberOf(row, 'key'),
      });
  }

  function topicsOfRow(row: Record<string, unknown>): string[] {
    return typeof row['topics'] === 'string' ? JSON.parse(row['topics']) : [];
  }

  /** The title that an article states, else that of its first topic, else the first one; of those that carry it. */
  function ownerOf(stated: unknown, topics: readonly string[], bits: number): NumberedTitle | undefined {
    const carrying = titles.filter(({ bit }) => hasBit(bits, bit));
    const named = [stated, ...topics.map((topic) => owners.get(topic))];
    return named.flatMap((slug) => carrying.find((title) => title.slug === slug) ?? [])[0] ?? carrying[0];
  }
}

/** Writes the lists that a title has of its own, as far as articles in the range are in them. */
function fillLists(store: Store, title: NumberedTitle, { topics, owners, language }: Division, range: Range): void {
  const own = languageOf(title, language);
  const everything = carriesEverything(title);
  if (everything && own === language) return;
  store.run(
    `INSERT INTO membership
     SELECT :number, kind, CASE kind WHEN 'language' THEN CASE ${tagOf(':usual')} WHEN :own THEN '' ELSE ${tagOf(':usual')} END ELSE slug END,
       published, address, article, opens, closes, direct, background
     FROM ${everything ? 'looked_at AS carried' : 'carried'} CROSS JOIN membership USING (article)
     WHERE article >= :from AND article < :until AND title = 0 ${everything ? '' : `AND bit = ${title.bit}`}
       AND (kind <> 'topic' OR slug IN (SELECT value FROM json_each(:topics)))`,
    {
      ...range,
      number: title.number,
      usual: language,
      own,
      topics: JSON.stringify(topicsOf(title, topics, owners)),
    },
  );
}
