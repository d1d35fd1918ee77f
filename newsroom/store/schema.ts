/** Moves whenever the tables or what intake puts into them change: a store of another version is filled anew. */
export const schemaVersion = 1;

/** An instant after every instant: the gate of what never opens, or never closes. Milliseconds. */
export const never = 8_640_000_000_000_000;

/**
 * One file holds the newsroom. An article can be seen while `opens <= now < closes`; drafts, withheld, killed and
 * duplicate articles have an `opens` that never comes. `membership` repeats the gates so that lists are cut from one
 * index, in the order of publication.
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
  CREATE INDEX reference_file ON reference (file);
  CREATE INDEX reference_target ON reference (kind, target);

  CREATE TABLE article (
    key INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, address TEXT NOT NULL,
    id TEXT NOT NULL, id_line INTEGER NOT NULL,
    published INTEGER NOT NULL, status TEXT, opens INTEGER NOT NULL, closes INTEGER NOT NULL,
    written_opens INTEGER NOT NULL, detail TEXT NOT NULL
  );
  CREATE INDEX article_address ON article (address);
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_opens ON article (opens);
  CREATE INDEX article_closes ON article (closes);
  CREATE TABLE body (article INTEGER PRIMARY KEY, body TEXT NOT NULL);

  CREATE TABLE alias (address TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (address, article)) WITHOUT ROWID;
  CREATE INDEX alias_article ON alias (article);

  CREATE TABLE membership (
    kind TEXT NOT NULL, slug TEXT NOT NULL, published INTEGER NOT NULL, address TEXT NOT NULL,
    article INTEGER NOT NULL, opens INTEGER NOT NULL, closes INTEGER NOT NULL, direct INTEGER NOT NULL,
    PRIMARY KEY (kind, slug, published, address, article)
  ) WITHOUT ROWID;
  CREATE INDEX membership_article ON membership (article);

  CREATE TABLE standing (
    kind TEXT NOT NULL, slug TEXT NOT NULL, file TEXT NOT NULL, parent TEXT, value TEXT NOT NULL,
    PRIMARY KEY (kind, slug)
  ) WITHOUT ROWID;
  CREATE INDEX standing_file ON standing (file);

  CREATE TABLE picture (
    src TEXT PRIMARY KEY, width INTEGER NOT NULL, height INTEGER NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL,
    modified REAL NOT NULL
  ) WITHOUT ROWID;
`;
