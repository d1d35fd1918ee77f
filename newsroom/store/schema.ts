/** Moves whenever the tables or what intake puts into them change: a store of another version is filled anew. */
export const schemaVersion = 7;

/** An instant after every instant: the gate of what never opens, or never closes. Milliseconds. */
export const never = 8_640_000_000_000_000;

/**
 * Whom a store is made for. `preview`: time opens articles, what an editor has set aside too; `preview-all`: all are
 * open. A store says of itself what it is, and nobody opens one that was made for somebody else.
 */
export type StoreView = 'public' | 'preview' | 'preview-all';

/**
 * One file holds the newsroom. An article can be seen while `opens <= now < closes`; drafts, withheld, killed and
 * duplicate articles have an `opens` that never comes. `membership` repeats the gates so that lists are cut from one
 * index, in the order of publication; so does `correction`, whose `opens` is never before its own `at`. `told` is the
 * instant from which an address tells that its article was killed, or null: never before it would have opened. `changed` is
 * when what it tells changes for the last time; while that lies ahead, its `detail` has to be asked. What is `across`
 * files is 0 for what a file's own reading found, 1 for what only all files together show, 2 for addresses that vanished.
 */
export const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE file (
    path TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL, hash TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE problem (
    file TEXT NOT NULL, across INTEGER NOT NULL, problem TEXT NOT NULL
  );
  CREATE INDEX problem_file ON problem (file, across);

  CREATE TABLE reference (
    file TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL, field TEXT
  );
  CREATE INDEX reference_file ON reference (file, kind);
  CREATE INDEX reference_target ON reference (kind, target);

  CREATE TABLE article (
    key INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, address TEXT NOT NULL,
    id TEXT NOT NULL, id_line INTEGER NOT NULL,
    published INTEGER NOT NULL, status TEXT, opens INTEGER NOT NULL, closes INTEGER NOT NULL,
    written_opens INTEGER NOT NULL, told INTEGER, changed INTEGER NOT NULL, detail TEXT NOT NULL
  );
  CREATE INDEX article_address ON article (address);
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_opens ON article (opens);
  CREATE INDEX article_closes ON article (closes);
  CREATE INDEX article_changed ON article (changed);
  CREATE INDEX article_told ON article (told) WHERE told IS NOT NULL;
  CREATE TABLE body (article INTEGER PRIMARY KEY, body TEXT NOT NULL);

  CREATE TABLE alias (address TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (address, article)) WITHOUT ROWID;
  CREATE INDEX alias_article ON alias (article);

  CREATE TABLE membership (
    kind TEXT NOT NULL, slug TEXT NOT NULL, published INTEGER NOT NULL, address TEXT NOT NULL,
    article INTEGER NOT NULL, opens INTEGER NOT NULL, closes INTEGER NOT NULL, direct INTEGER NOT NULL,
    PRIMARY KEY (kind, slug, published, address, article)
  ) WITHOUT ROWID;
  CREATE INDEX membership_article ON membership (article);

  -- How many articles of a gathering were to be seen at one instant, which \`meta\` names as \`tallied\`; of a day, also when
  -- one of them last came or changed, or null where that has to be looked up again. See \`newsroom/compile/tally.ts\`.
  CREATE TABLE tally (
    kind TEXT NOT NULL, slug TEXT NOT NULL, count INTEGER NOT NULL, moved INTEGER, PRIMARY KEY (kind, slug)
  ) WITHOUT ROWID;
  CREATE INDEX tally_unsettled ON tally (slug) WHERE kind = 'day' AND moved IS NULL;

  CREATE TABLE correction (
    at INTEGER NOT NULL, address TEXT NOT NULL, number INTEGER NOT NULL, article INTEGER NOT NULL,
    opens INTEGER NOT NULL, closes INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (at, address, number, article)
  ) WITHOUT ROWID;
  CREATE INDEX correction_article ON correction (article);
  CREATE INDEX correction_opens ON correction (opens);

  CREATE TABLE standing_file (
    file TEXT PRIMARY KEY, kind TEXT NOT NULL, slug TEXT NOT NULL, parent TEXT, value TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX standing_file_slug ON standing_file (kind, slug, file);
  -- Of x.md and x.mdx only one can stand, and always the same one.
  CREATE VIEW standing AS SELECT kind, slug, file, parent, value FROM standing_file AS own WHERE file = (
    SELECT max(file) FROM standing_file AS twin WHERE twin.kind = own.kind AND twin.slug = own.slug
  );

  -- What git knows of each article file that is there: one row a commit, oldest first. \`path\` is where it lay then;
  -- \`state\` and \`text\` are read when there is something to compare. Hidden states are among them: editions look at
  -- \`version\` alone, and at what it names.
  CREATE TABLE revision (
    key INTEGER PRIMARY KEY, file TEXT NOT NULL, path TEXT NOT NULL, at TEXT NOT NULL, blob TEXT NOT NULL, state TEXT, text TEXT
  );
  CREATE INDEX revision_file ON revision (file);
  -- Published versions, of articles of which git knows more than one state. \`revision\` is null for one that no commit holds yet.
  CREATE TABLE version (
    file TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, change TEXT NOT NULL, revision INTEGER,
    PRIMARY KEY (file, number)
  ) WITHOUT ROWID;
  -- \`substance\` is the instant at which what the article tells last changed.
  CREATE TABLE history (file TEXT PRIMARY KEY, substance TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE picture (
    src TEXT PRIMARY KEY, width INTEGER NOT NULL, height INTEGER NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
    modified REAL NOT NULL
  ) WITHOUT ROWID;
`;

/**
 * What was public at some compile: the only thing here that the content folder cannot tell again, so these tables
 * outlive the others and never change their shape. `once_public` has the addresses; `vanished` is the instant of the last
 * compile that still had something at one, where now there is nothing. `public_change` has the instant of the last
 * compile at which the public came to see something else at an address than before: new, edited, or nothing any more.
 */
export const memoryTables = `
  CREATE TABLE IF NOT EXISTS once_public (
    address TEXT PRIMARY KEY, file TEXT NOT NULL, id TEXT NOT NULL, vanished INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS once_public_vanished ON once_public (vanished) WHERE vanished IS NOT NULL;
  CREATE TABLE IF NOT EXISTS public_change (address TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS public_change_at ON public_change (at);
`;

/** The tables that outlive the others. */
export const memoryTableNames: readonly string[] = ['once_public', 'public_change'];

/**
 * Of several articles with one id, address or alias, the one that opens first stands: a draft, or a copy that waits for
 * its time, never takes the place of what readers see. One that was taken back keeps its place, or its copy would show.
 */
export const standingOrder = `ORDER BY CASE WHEN status IN ('killed', 'withheld') THEN published ELSE written_opens END, published, file DESC`;
