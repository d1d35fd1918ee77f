/** Goes up whenever the tables, or what compile puts into them, change: a store of another version is filled again. */
export const schemaVersion = 11;

/** An instant after every instant: the gate of what never opens, or never closes. Milliseconds. */
export const never = 8_640_000_000_000_000;

/**
 * Whom a store is made for. `preview`: gates open articles in time, and those that an editor has set aside are open;
 * `preview-all`: all are open. A store records for whom it was made, and is opened for nobody else.
 */
export type Audience = 'public' | 'preview' | 'preview-all';

/**
 * One file holds the newsroom. Instants are milliseconds since 1970 where a column is an INTEGER, and ISO 8601 where it is
 * TEXT. Files are paths in the content folder. Everything except `memoryTables` can be filled again from
 * the content folder and from git.
 *
 * The gates `opens` and `closes` are in three tables, so that each list is cut from one index: an article can be seen
 * while `opens <= now < closes` (`visible.ts`). A draft, a withheld, a killed or a duplicate article never opens.
 */
export const tables = `
  -- What is known of the store itself.
  CREATE TABLE meta (
    -- content, audience, generation: the content folder, the Audience, and how often a compile has changed anything.
    -- counted_at: the instant of list_count. last_compile, first_compile: of public articles, see public-memory.ts.
    -- history: which commit was read last; history_reading: who is reading it, see newsroom/history.
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;

  -- One row for each file of the content folder that compile reads.
  CREATE TABLE file (
    path TEXT PRIMARY KEY,
    -- What it describes: article, picture, topic, person, storyline, site or about.
    kind TEXT NOT NULL,
    -- Bytes.
    size INTEGER NOT NULL,
    -- When it was written, by the file system; milliseconds with fractions.
    modified REAL NOT NULL,
    -- What changes with it though its size and time do not, see scan.ts.
    stamp TEXT NOT NULL,
    -- git's hash of its bytes; empty where it could not be read.
    hash TEXT NOT NULL
  ) WITHOUT ROWID;

  -- What is wrong with the content.
  CREATE TABLE problem (
    file TEXT NOT NULL,
    -- file: found by reading the file alone. cross-file: found by comparing files. vanished: of an address that is gone.
    scope TEXT NOT NULL,
    -- JSON of Problem.
    problem TEXT NOT NULL
  );
  CREATE INDEX problem_file ON problem (file, scope);

  -- What files name outside themselves.
  CREATE TABLE reference (
    file TEXT NOT NULL,
    -- article, picture, topic, person, storyline or alias.
    kind TEXT NOT NULL,
    -- An address, a path under images/ or a slug.
    target TEXT NOT NULL,
    -- The position in the file, both from 1.
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    -- The field of the front matter; null in the body.
    field TEXT
  );
  CREATE INDEX reference_file ON reference (file, kind);
  CREATE INDEX reference_target ON reference (kind, target);

  -- One row for each article file, hidden or not.
  CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    -- /YYYY/MM/DD/slug
    address TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The line of the file that holds the id.
    id_line INTEGER NOT NULL,
    published INTEGER NOT NULL,
    -- draft, withheld or killed; null for an article that an editor has not set aside.
    status TEXT,
    -- From then on it can be seen.
    opens INTEGER NOT NULL,
    -- From then on it cannot be seen any more.
    closes INTEGER NOT NULL,
    -- What opens would be if no other article had the same id or address.
    written_opens INTEGER NOT NULL,
    -- For a killed article: from then on its address answers 410. Never before it would have opened; null where it is 404.
    gone_from INTEGER,
    -- When its substance changes for the last time, by its dates or by git. While that is in the future, ask its detail.
    changed INTEGER NOT NULL,
    -- JSON of StoredArticle.
    detail TEXT NOT NULL
  );
  CREATE INDEX article_address ON article (address);
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_opens ON article (opens);
  CREATE INDEX article_closes ON article (closes);
  CREATE INDEX article_changed ON article (changed);
  CREATE INDEX article_gone_from ON article (gone_from) WHERE gone_from IS NOT NULL;

  CREATE TABLE body (
    -- The article's key.
    article INTEGER PRIMARY KEY,
    -- JSON of Body.
    body TEXT NOT NULL
  );

  -- Old addresses of articles.
  CREATE TABLE alias (
    -- In its normal form (oldPath).
    address TEXT NOT NULL,
    -- The article's key.
    article INTEGER NOT NULL,
    PRIMARY KEY (address, article)
  ) WITHOUT ROWID;
  CREATE INDEX alias_article ON alias (article);

  -- Which articles each list has: the index from which all lists and counts are cut, in the order of publication.
  CREATE TABLE membership (
    -- The list: a ListKind, and the slug of a collection or the day as YYYY/MM/DD; empty for the list of all articles.
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    -- The article's own columns.
    published INTEGER NOT NULL,
    address TEXT NOT NULL,
    -- The article's key.
    article INTEGER NOT NULL,
    -- The article's gates.
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    -- 1 where the article names the list itself, 0 where it names a topic below that one.
    direct INTEGER NOT NULL,
    PRIMARY KEY (kind, slug, published, address, article)
  ) WITHOUT ROWID;
  CREATE INDEX membership_article ON membership (article);

  -- How many articles of each list could be seen at the instant counted_at of meta; no row where none could. See counts.ts.
  CREATE TABLE list_count (
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    count INTEGER NOT NULL,
    -- Of a day: when one of those articles last opened or changed; null while it has to be computed again.
    last_change INTEGER,
    PRIMARY KEY (kind, slug)
  ) WITHOUT ROWID;
  CREATE INDEX list_count_pending ON list_count (slug) WHERE kind = 'day' AND last_change IS NULL;

  CREATE TABLE correction (
    -- The instant of the correction itself.
    at INTEGER NOT NULL,
    -- The article's address and key.
    address TEXT NOT NULL,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    -- The article's gates; opens is never before at.
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    -- JSON of Correction.
    value TEXT NOT NULL,
    PRIMARY KEY (at, address, number, article)
  ) WITHOUT ROWID;
  CREATE INDEX correction_article ON correction (article);
  CREATE INDEX correction_opens ON correction (opens);

  -- Files that describe a topic, a person, a storyline, the about page or the site.
  CREATE TABLE entity_file (
    file TEXT PRIMARY KEY,
    -- topic, person, storyline, about or site.
    kind TEXT NOT NULL,
    -- Empty for about and site.
    slug TEXT NOT NULL,
    -- The slug of the topic above a topic.
    parent TEXT,
    -- JSON of Topic, Person, Storyline, About or Site.
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX entity_file_slug ON entity_file (kind, slug, file);
  -- Of x.md and x.mdx one counts, and always the same one.
  CREATE VIEW entity AS SELECT kind, slug, file, parent, value FROM entity_file AS own WHERE file = (
    SELECT max(file) FROM entity_file AS twin WHERE twin.kind = own.kind AND twin.slug = own.slug
  );

  -- Old addresses of topics.
  CREATE TABLE topic_alias (
    -- In its normal form (oldPath).
    address TEXT NOT NULL,
    -- The topic's slug and its file.
    topic TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (address, topic, file)
  ) WITHOUT ROWID;
  CREATE INDEX topic_alias_file ON topic_alias (file);

  -- Which storylines a topic has, by what their files say.
  CREATE TABLE storyline_topic (
    -- The slugs of both.
    topic TEXT NOT NULL,
    storyline TEXT NOT NULL,
    -- The storyline's file.
    file TEXT NOT NULL,
    PRIMARY KEY (topic, storyline, file)
  ) WITHOUT ROWID;
  CREATE INDEX storyline_topic_file ON storyline_topic (file);

  -- What git knows of each article file that is there: one row for each commit, oldest first. Hidden states are among them:
  -- editions read version alone, and the revisions that it names.
  CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    -- Where the file was at that commit.
    path TEXT NOT NULL,
    -- The commit's date.
    at TEXT NOT NULL,
    -- git's hash of its bytes.
    blob TEXT NOT NULL,
    -- JSON of RevisionState; null until there is something to compare.
    state TEXT,
    -- JSON of VersionText; null like state, and for a state that was never public.
    text TEXT
  );
  CREATE INDEX revision_file ON revision (file);
  -- Published versions, of articles of which git knows more than one state.
  CREATE TABLE version (
    file TEXT NOT NULL,
    -- From 1, the oldest first.
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    -- A Change.
    change TEXT NOT NULL,
    -- The revision's key; null for a version that is not committed yet.
    revision INTEGER,
    PRIMARY KEY (file, number)
  ) WITHOUT ROWID;
  CREATE TABLE history (
    file TEXT PRIMARY KEY,
    -- The instant at which the article's substance last changed.
    substance TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE picture (
    -- Where it is; a file system may write the name decomposed.
    file TEXT PRIMARY KEY,
    -- Its path under images/, composed (NFC).
    src TEXT NOT NULL,
    -- Pixels.
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    -- jpg, png, svg …
    type TEXT NOT NULL,
    -- Bytes.
    size INTEGER NOT NULL,
    -- As in file.
    modified REAL NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX picture_by_src ON picture (src);
`;

/** Of the files of one picture, the first is used: the one whose name is composed, if there is one. */
export const pictureOrder = "ORDER BY file <> 'images/' || src, file";

/**
 * What was public at some compile. This alone cannot be filled again from the content folder, so these tables outlive the
 * others and never change their columns.
 */
export const memoryTables = `
  CREATE TABLE IF NOT EXISTS once_public (
    -- An address at which an article was public, with the file and the id that it had then.
    address TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The last compile that still found something at the address; null while there is something.
    vanished INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS once_public_vanished ON once_public (vanished) WHERE vanished IS NOT NULL;
  CREATE TABLE IF NOT EXISTS public_change (
    -- An address at which the public came to see something else: a new article, an edited one, or none any more.
    address TEXT PRIMARY KEY,
    -- The last compile that found it so.
    at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS public_change_at ON public_change (at);
`;

/** The tables that outlive the others. */
export const memoryTableNames: readonly string[] = ['once_public', 'public_change'];

/** The rows of `meta` that outlive the other tables, each with the name that it had up to version 7. */
export const memoryKeys: readonly (readonly [key: string, formerly: string])[] = [
  ['last_compile', 'looked'],
  ['first_compile', 'begun'],
];

/**
 * Which of several articles with one id, address or alias wins: the one that opens first. A draft, or a copy that waits
 * for its time, never takes the address of what readers see. An article that was withdrawn keeps its precedence, or its
 * copy would show.
 */
export const precedence = `ORDER BY CASE WHEN status IN ('killed', 'withheld') THEN published ELSE written_opens END, published, file DESC`;
