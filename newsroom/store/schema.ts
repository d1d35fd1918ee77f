/** Goes up whenever the tables, or what compile puts into them, change: a store of another version is replaced by a new one. */
export const schemaVersion = 23;

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
    -- store: a name that no other store has. content, audience, generation: the content folder, the Audience, and how often
    -- a compile has changed anything.
    -- terms_counted, terms_until, terms_version, terms_weighed: of term_count, see newsroom/related/term-counts.ts.
    -- counted_at: the instant of list_count. last_compile, first_compile: of public articles, see public-memory.ts.
    -- search_words_at, search_days_later: of the search index, see newsroom/search.
    -- history: which commit was read last; history_reading: who is reading it, see newsroom/history.
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;

  -- What has changed, under the names that views note when they read it. See change-log.ts.
  CREATE TABLE change_log (
    -- It is never used again.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    dependency TEXT NOT NULL,
    -- When the article was published that changed; 0 where the change is about none.
    published INTEGER NOT NULL,
    -- Of a list: 1 for an article that came, -1 for one that went, and its gates. Elsewhere null.
    sign INTEGER,
    opens INTEGER,
    closes INTEGER,
    -- Of a list: whose list it is, as in membership. Elsewhere null.
    title INTEGER
  );

  -- What articles were before such changes: what decides which lists of related stories may change.
  CREATE TABLE former (
    -- Of change_log.
    number INTEGER NOT NULL,
    -- The article's key.
    article INTEGER NOT NULL,
    -- What the row has: gates, as in the table article, or words, as in key_terms. The columns are null where the article had none.
    what TEXT NOT NULL,
    opens INTEGER,
    closes INTEGER,
    titles INTEGER,
    published INTEGER,
    length INTEGER,
    topics TEXT,
    storyline TEXT,
    terms BLOB
  );
  CREATE INDEX former_number ON former (number);

  -- One row for each file of the content folder that compile reads.
  CREATE TABLE file (
    path TEXT PRIMARY KEY,
    -- What it describes: a FileKind.
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
    -- file: found by reading the file alone. cross-file: found by comparing files. title: about what titles carry and own.
    -- vanished: of an address that is gone.
    scope TEXT NOT NULL,
    -- JSON of Problem.
    problem TEXT NOT NULL
  );
  CREATE INDEX problem_file ON problem (file, scope);

  -- The titles of the newsroom; where it has none, one without a name. See newsroom/compile/titles.ts.
  CREATE TABLE title (
    -- From 1, in their order.
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    -- Which rows of membership and list_count are its own: its number; 0, those of the whole newsroom, if it carries everything.
    lists INTEGER NOT NULL,
    -- It is in the column titles of the articles that it carries.
    bit INTEGER NOT NULL,
    -- Its language, and that of the newsroom: tags in small letters.
    language TEXT NOT NULL,
    usual TEXT NOT NULL
  );
  INSERT INTO title VALUES (1, '', 0, 1, '', '');

  -- What files name outside themselves.
  CREATE TABLE reference (
    file TEXT NOT NULL,
    -- article, picture, focus, font, topic, person, storyline, page, title, agency, host, alias or series; id and alias of a
    -- file that has an error.
    kind TEXT NOT NULL,
    -- An address, a path under images/, a slug, the name of an agency, a host, a seriesKey or an id.
    target TEXT NOT NULL,
    -- The position in the file, both from 1.
    line INTEGER NOT NULL,
    column INTEGER NOT NULL,
    -- The field of the front matter; null in the body.
    field TEXT
  );
  CREATE INDEX reference_file ON reference (file, kind);
  CREATE INDEX reference_target ON reference (kind, target);
  CREATE INDEX reference_translation ON reference (file) WHERE field = 'translationOf';

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
    -- Its row in the search index, and what a search reads of each hit: the day of publication, in days since 1970, and its
    -- ArticleType.
    search_row INTEGER NOT NULL,
    day INTEGER NOT NULL,
    type TEXT NOT NULL,
    -- The sum of the bits of the titles that carry it, and the number of the title that owns it; null where none does.
    titles INTEGER NOT NULL DEFAULT 1,
    owner INTEGER DEFAULT 1,
    -- JSON of StoredArticle.
    detail TEXT NOT NULL
  );
  CREATE UNIQUE INDEX article_search ON article (search_row, opens, closes, published, day, type, titles);
  CREATE INDEX article_address ON article (address);
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_opens ON article (opens);
  -- With opens, for the instant at which so many articles that never close had opened.
  CREATE INDEX article_closes ON article (closes, opens);
  CREATE INDEX article_changed ON article (changed);
  CREATE INDEX article_type ON article (type, published, titles);
  CREATE INDEX article_gone_from ON article (gone_from) WHERE gone_from IS NOT NULL;

  CREATE TABLE body (
    -- The article's key.
    article INTEGER PRIMARY KEY,
    -- JSON of Body.
    body TEXT NOT NULL
  );

  -- What each article is about, from which related stories are found. See newsroom/related.
  CREATE TABLE key_terms (
    -- The article's key.
    article INTEGER PRIMARY KEY,
    -- The article's own.
    published INTEGER NOT NULL,
    -- How many words it has that count.
    length INTEGER NOT NULL,
    -- Its topics, with a space between them, and its storyline; empty where it has none.
    topics TEXT NOT NULL,
    storyline TEXT NOT NULL,
    -- 1 while its terms are counted in term_count.
    counted INTEGER NOT NULL,
    -- The terms, see packing.ts.
    terms BLOB NOT NULL
  );
  CREATE INDEX key_terms_published ON key_terms (published);

  -- What reasons for related stories are found from.
  CREATE TABLE article_terms (
    -- The article's key.
    article INTEGER PRIMARY KEY,
    -- All its terms, see stored-terms.ts.
    terms BLOB NOT NULL,
    -- JSON of the credits of the pictures in its body; empty where these have none.
    credits TEXT NOT NULL
  );

  -- Which articles, hidden or not, have a key term.
  CREATE TABLE term_articles (
    term INTEGER NOT NULL,
    -- The year of publication, counted from 1970.
    year INTEGER NOT NULL,
    -- The keys of the articles, see packing.ts. Their order means nothing.
    articles BLOB NOT NULL,
    PRIMARY KEY (term, year)
  ) WITHOUT ROWID;

  -- How many public articles of the older part of the archive have each key term, see term-counts.ts.
  CREATE TABLE term_count (
    -- The first eight bits of the terms.
    part INTEGER PRIMARY KEY,
    -- Terms in ascending order, then the count of each.
    counts BLOB NOT NULL
  );

  -- Articles whose gates have changed since their terms were counted.
  CREATE TABLE term_recount (article INTEGER PRIMARY KEY);
  -- The words of all articles, hidden or not: an index without the texts. See newsroom/search and ADR 14. Nothing may be
  -- read from it that counts rows, such as bm25().
  CREATE VIRTUAL TABLE search USING fts5 (
    text, marks,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars ':-_'"
  );
  -- Bytes of new rows that are in memory until they are written.
  INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);

  -- Words that articles had while they were between their gates, folded, for spelling suggestions. None goes before a
  -- rebuild: before a word is suggested, it is read in a public article.
  CREATE TABLE search_word (
    word TEXT PRIMARY KEY,
    -- The same from its end to its beginning.
    reversed TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX search_word_reversed ON search_word (reversed);

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
    -- Whose list it is, as in the column lists of the table title.
    title INTEGER NOT NULL,
    -- The list: a ListKind, and the slug of a collection, the day as YYYY/MM/DD, or the language in small letters; empty for
    -- the list of all articles, and for that of articles in the language of the site.
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
    -- 2 for an explainer, 1 for an analysis, 0 for all others.
    background INTEGER NOT NULL,
    PRIMARY KEY (title, kind, slug, published, address, article)
  ) WITHOUT ROWID;
  -- Not of titles: it would be as large as their lists. See title-lists.ts.
  CREATE INDEX membership_article ON membership (article) WHERE title = 0;
  CREATE INDEX membership_background ON membership (title, kind, slug, background, published, address) WHERE background > 0;

  -- Where the lists of titles have an article, if they have it: made from the lists of the whole newsroom.
  CREATE VIEW title_list AS SELECT own.lists AS title, kind,
    CASE kind WHEN 'language' THEN CASE iif(slug = '', own.usual, slug) WHEN own.language THEN '' ELSE iif(slug = '', own.usual, slug) END
      ELSE slug END AS slug,
    published, address, article
    FROM membership CROSS JOIN title AS own WHERE membership.title = 0 AND own.lists > 0;

  -- How many articles of each list could be seen at the instant counted_at of meta; no row where none could. See counts.ts.
  CREATE TABLE list_count (
    title INTEGER NOT NULL,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    count INTEGER NOT NULL,
    -- Of a day: when one of those articles last opened or changed; null while it has to be computed again.
    last_change INTEGER,
    PRIMARY KEY (title, kind, slug)
  ) WITHOUT ROWID;
  CREATE INDEX list_count_pending ON list_count (slug) WHERE kind = 'day' AND last_change IS NULL;

  -- Which articles are parts of series. Their gates are in article.
  CREATE TABLE series_part (
    -- As seriesKey has it.
    series TEXT NOT NULL,
    part INTEGER NOT NULL,
    -- The article's key.
    article INTEGER NOT NULL,
    PRIMARY KEY (series, part, article)
  ) WITHOUT ROWID;
  CREATE INDEX series_part_article ON series_part (article);

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

  -- Files that are no articles and no pictures.
  CREATE TABLE entity_file (
    file TEXT PRIMARY KEY,
    -- topic, person, storyline, page, title, site, front, theme, font, places or words.
    kind TEXT NOT NULL,
    -- Of a page: its address without the first slash; of a font: the name of its file; of words: the tag of their
    -- language. Empty for site, front and places, and for the theme of the newsroom; the theme of a title has its name.
    slug TEXT NOT NULL,
    -- The slug of the topic above a topic.
    parent TEXT,
    -- JSON of Topic, Person, Storyline, Page, Title, Site, Front, Theme, Font, Places or OwnWords.
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX entity_file_slug ON entity_file (kind, slug, file);
  CREATE INDEX entity_file_parent ON entity_file (kind, parent);
  -- Of x.md and x.mdx one counts, and always the same one.
  CREATE VIEW entity AS SELECT kind, slug, file, parent, value FROM entity_file AS own WHERE file = (
    SELECT max(file) FROM entity_file AS twin WHERE twin.kind = own.kind AND twin.slug = own.slug
  );

  -- Old addresses of topics, people, storylines and pages.
  CREATE TABLE entity_alias (
    -- In its normal form (oldPath).
    address TEXT NOT NULL,
    -- topic, person, storyline or page.
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (address, kind, slug, file)
  ) WITHOUT ROWID;
  CREATE INDEX entity_alias_file ON entity_alias (file);

  -- Spellings of places, by what places.yaml says. The name of a place is one of its spellings.
  CREATE TABLE place_spelling (
    -- The slug of a spelling, with that of the region. The slug of a place is a spelling of it too.
    spelling TEXT NOT NULL,
    -- An article that names another country is not about this place; empty where that makes no difference.
    country TEXT NOT NULL,
    -- The slug of the place.
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT,
    -- Degrees.
    latitude REAL,
    longitude REAL,
    PRIMARY KEY (spelling, country)
  ) WITHOUT ROWID;

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

  -- What storylines say is ahead.
  CREATE TABLE ahead (
    -- The storyline's file.
    file TEXT NOT NULL,
    -- The first day on which it is over, YYYY-MM-DD, in the site's time zone.
    over TEXT NOT NULL
  );
  CREATE INDEX ahead_file ON ahead (file);
  CREATE INDEX ahead_over ON ahead (over);

  -- What git knows of each article file: one row for each commit, oldest first. A file that was deleted has one row for
  -- that, before those of its return. Hidden states are among them: editions read only the table version, and the
  -- revisions that it names.
  CREATE TABLE revision (
    key INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    -- Where the file was at that commit.
    path TEXT NOT NULL,
    -- The commit's date.
    at TEXT NOT NULL,
    -- git's hash of its bytes; empty where the file was deleted.
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
    modified REAL NOT NULL,
    -- As in file.
    hash TEXT NOT NULL,
    -- 1 if it can be transparent or has few colours.
    flat INTEGER NOT NULL
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
    -- An address at which an article, a topic, a person, a storyline or a page was public, with the file and the id that it
    -- had then. Only articles have an id; it is empty for the others.
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

/** The rows of `meta` that outlive the other tables, each with the name that it had up to version 7. */
export const memoryKeys: readonly (readonly [key: string, formerly: string])[] = [
  ['last_compile', 'looked'],
  ['first_compile', 'begun'],
];

/** Which of several topics, people, storylines and pages with one alias wins. */
export const entityPrecedence = "entity_alias.kind <> 'topic', entity_alias.kind, entity_alias.slug";

/** Whether a row of `article` has the address, the id and the file with which the store has recorded it as public. */
export const isOncePublic = `EXISTS (SELECT 1 FROM once_public AS known
  WHERE known.address = article.address AND known.id = article.id AND known.file = article.file)`;

/** When an article takes part in the contest for an id or an address. Milliseconds. */
export const contends = "CASE WHEN status IN ('killed', 'withheld') THEN published ELSE written_opens END";

/**
 * Which of several articles with one id, address or alias wins: the one that was public first, as far as the store has
 * recorded it; or else the one that opens first. A draft, or a copy that waits for its time, never takes the address of
 * what readers see. An article that was withdrawn keeps its precedence, or its copy would show. Of two that open at one
 * instant, the one in the earlier folder wins.
 */
export const precedence = `ORDER BY status IS 'draft' OR NOT ${isOncePublic}, ${contends}, published, article.address, article.file DESC`;
