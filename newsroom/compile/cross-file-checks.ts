import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import { never, standingOrder } from '../store/schema.ts';
import { isSeenAt } from '../store/seen.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import { collisions } from './collisions.ts';
import type { Touched } from './writer.ts';

/**
 * What can only be seen across files: names that lead nowhere, topics in a circle, two files of one id or address.
 * Looks only at what the compile has touched, so that saving one file costs the same in a large archive.
 */
export function checkAcrossFiles(store: Store, touched: Touched): void {
  if (touched.tree) rebuildTree(store);
  for (const [column, values] of [
    ['id', touched.ids],
    ['address', touched.addresses],
  ] as const)
    for (const row of settle(store, column, values)) {
      touched.addresses.add(textOf(row, 'address'));
      if (isSeenAt(row, touched.now)) touched.shown.add(textOf(row, 'address'));
    }

  const files = new Set(touched.files);
  for (const target of touched.targets) {
    const [kind = '', name = ''] = splitOnce(target);
    for (const row of store.all('SELECT DISTINCT file FROM reference WHERE kind = ? AND target = ?', kind, name))
      files.add(textOf(row, 'file'));
  }
  for (const [column, values] of [
    ['id', touched.ids],
    ['address', touched.addresses],
  ] as const) {
    for (const value of values)
      for (const row of store.all(`SELECT file FROM article WHERE ${column} = ?`, value))
        files.add(textOf(row, 'file'));
  }
  for (const address of [...touched.addresses, ...touched.aliases]) {
    const sql = 'SELECT file FROM alias JOIN article ON article.key = alias.article WHERE alias.address = ?';
    for (const row of store.all(sql, address)) files.add(textOf(row, 'file'));
  }
  inTable(store, 'looked', files, () => {
    store.run('DELETE FROM problem WHERE across = 1 AND file IN looked');
    for (const found of [
      ...missingTargets(store),
      ...duplicates(store),
      ...twins(store),
      ...collisions(store),
      ...sameLanguage(store),
    ]) {
      store.run('INSERT INTO problem VALUES (?, 1, ?)', found.file, JSON.stringify(found));
    }
  });
  if (touched.topics || [...files].some((file) => file.startsWith('topics/'))) reportCircles(store);
  reportSite(store);
}

const missing: Record<
  string,
  { code: ProblemCode; what: (name: string) => string; why: string; fix: (name: string) => string }
> = {
  topic: {
    code: 'reference-missing',
    what: (name) => `There is no topic “${name}”.`,
    why: 'The article would stand in a topic that has no page.',
    fix: (name) => `Write topics/${name}.mdx with a title, or correct the name.`,
  },
  person: {
    code: 'reference-missing',
    what: (name) => `There is nobody of the name “${name}” under people/.`,
    why: 'A byline leads to the author’s page.',
    fix: (name) => `Write people/${name}.mdx with a name, or give the byline as { name: … }.`,
  },
  storyline: {
    code: 'reference-missing',
    what: (name) => `There is no storyline “${name}”.`,
    why: 'A storyline has a standing page with its story so far.',
    fix: (name) => `Write storylines/${name}.mdx with a title, or correct the name.`,
  },
  picture: {
    code: 'picture-missing',
    what: (name) => `There is no picture images/${name}.`,
    why: 'It is left out of the page.',
    fix: () => 'Put the file there, or correct its path.',
  },
  article: {
    code: 'related-missing',
    what: (name) => `There is no article at ${name}.`,
    why: 'The link would lead nowhere, and is left out.',
    fix: () => 'Correct the address, or take the link out.',
  },
};

/** Has values in a table of their own for as long as `use` runs, so that one statement looks at all of them. */
function inTable(store: Store, table: 'looked', values: Iterable<string>, use: () => void): void {
  store.database.exec(`CREATE TEMP TABLE ${table} (value TEXT PRIMARY KEY) WITHOUT ROWID`);
  for (const value of values) store.run(`INSERT INTO ${table} VALUES (?)`, value);
  use();
  store.forget();
  store.database.exec(`DROP TABLE ${table}`);
}

/** Names in the files looked at that lead nowhere. */
function missingTargets(store: Store): Problem[] {
  return store
    .all(
      `SELECT file, kind, target, line, column, field FROM reference
       WHERE file IN looked AND kind <> 'alias' AND NOT CASE kind
         WHEN 'picture' THEN EXISTS (SELECT 1 FROM picture WHERE src = target)
         WHEN 'article' THEN EXISTS (SELECT 1 FROM article WHERE address = target)
           OR EXISTS (SELECT 1 FROM alias WHERE address = target)
         ELSE EXISTS (SELECT 1 FROM standing WHERE standing.kind = reference.kind AND slug = target) END`,
    )
    .flatMap((row) => {
      const words = missing[textOf(row, 'kind')];
      const target = textOf(row, 'target');
      const { field } = row;
      if (!words) return [];
      const place = {
        file: textOf(row, 'file'),
        line: numberOf(row, 'line'),
        column: numberOf(row, 'column'),
        field: typeof field === 'string' ? field : null,
      };
      return [problem(words.code, place, { message: words.what(target), why: words.why, fix: words.fix(target) })];
    });
}

/**
 * Of several articles with one id or address, only one can be seen; the others are out of sight until mended. Returns
 * those that came into sight or went out of it, as they were.
 */
function settle(store: Store, column: 'id' | 'address', values: Set<string>): Record<string, unknown>[] {
  const moved: Record<string, unknown>[] = [];
  for (const value of values) {
    const rows = store.all(`SELECT key, address, opens, closes, written_opens FROM article WHERE ${column} = ?`, value);
    for (const row of rows) {
      const written = numberOf(row, 'written_opens');
      if (rows.length === 1 && written === numberOf(row, 'opens')) continue;
      const key = numberOf(row, 'key');
      const opens = stands(store, key) ? written : never;
      if (opens === numberOf(row, 'opens')) continue;
      moved.push(row);
      store.run('UPDATE article SET opens = ? WHERE key = ?', opens, key);
      store.run('UPDATE membership SET opens = ? WHERE article = ?', opens, key);
      store.run('UPDATE correction SET opens = max(?, at) WHERE article = ?', opens, key);
    }
  }
  return moved;
}

/** Whether an article is the first of its id, and of its address. */
function stands(store: Store, key: number): boolean {
  return (['id', 'address'] as const).every((column) => {
    const first = store.get(
      `SELECT key FROM article WHERE ${column} = (SELECT ${column} FROM article WHERE key = ?) ${standingOrder}`,
      key,
    );
    return numberOf(first, 'key') === key;
  });
}

/** The one that stands is told of the first copy; each copy is told of the one that stands. */
function duplicates(store: Store): Problem[] {
  return (['id', 'address'] as const).flatMap((column) =>
    store
      .all(
        `SELECT file, ${column} AS value, id_line FROM article AS own WHERE file IN looked
           AND EXISTS (SELECT 1 FROM article WHERE article.${column} = own.${column} AND article.key <> own.key)`,
      )
      .flatMap((row) => {
        const file = textOf(row, 'file');
        const value = textOf(row, 'value');
        const rows = store.all(`SELECT file FROM article WHERE ${column} = ? ${standingOrder} LIMIT 2`, value);
        const [first, second] = rows.map((other) => textOf(other, 'file'));
        if (first === undefined || second === undefined) return [];
        const place = { file, ...(column === 'id' && { field: 'id', line: numberOf(row, 'id_line') }) };
        return [
          problem(column === 'id' ? 'id-duplicate' : 'address-duplicate', place, {
            message: `The ${column} ${value} is also that of ${file === first ? second : first}.`,
            why:
              file === first
                ? 'This one stands, being the earlier; the copy is left out.'
                : 'The other one stands, being the earlier; this one is left out.',
            fix:
              column === 'id'
                ? 'Give the copy an id of its own; `npx dateline new` mints one.'
                : 'Take one of the files out, or rename it.',
          }),
        ];
      }),
  );
}

/** The same for `topics/x.md` beside `topics/x.mdx`. */
function twins(store: Store): Problem[] {
  const sql = `SELECT own.file, own.kind, own.slug, twin.file AS twin FROM standing_file AS own
    JOIN standing_file AS twin ON twin.kind = own.kind AND twin.slug = own.slug AND twin.file <> own.file
    WHERE own.file IN looked`;
  return store.all(sql).map((row) => {
    const file = textOf(row, 'file');
    const twin = textOf(row, 'twin');
    return problem(
      'address-duplicate',
      { file },
      {
        message: `The ${textOf(row, 'kind')} ${textOf(row, 'slug')} is also written in ${twin}.`,
        why:
          file > twin ? 'This file stands; the other one is left out.' : 'The other file stands; this one is left out.',
        fix: 'Put both into one file, and take the other out.',
      },
    );
  });
}

/** A translation in the language of what it names as its original: most often `lang` was forgotten. */
function sameLanguage(store: Store): Problem[] {
  return store
    .all(
      `SELECT reference.file, reference.line, reference.column, original.file AS original FROM reference
       JOIN article AS own ON own.file = reference.file
       JOIN article AS original ON original.address = reference.target AND original.key <> own.key
       WHERE reference.file IN looked AND reference.field = 'translationOf'
         AND json_extract(own.detail, '$.lang') IS json_extract(original.detail, '$.lang')
       ORDER BY reference.file, original.file`,
    )
    .map((row) =>
      problem(
        'translation-language',
        {
          file: textOf(row, 'file'),
          line: numberOf(row, 'line'),
          column: numberOf(row, 'column'),
          field: 'translationOf',
        },
        {
          message: `The translation is in the language of its original, ${textOf(row, 'original')}.`,
          why: 'Readers and search engines are led from one language to another; of two in one language one is left out.',
          fix: 'Add `lang: …` to the translation, or take out `translationOf`.',
        },
      ),
    );
}

/** Puts every article into the topics above its own. */
function rebuildTree(store: Store): void {
  store.run("DELETE FROM membership WHERE kind = 'topic' AND direct = 0");
  store.run(`
    WITH RECURSIVE above (slug, ancestor) AS (
      SELECT slug, parent FROM standing WHERE kind = 'topic' AND parent IS NOT NULL
      UNION
      SELECT above.slug, standing.parent FROM above JOIN standing ON standing.kind = 'topic' AND standing.slug = above.ancestor
      WHERE standing.parent IS NOT NULL
    )
    INSERT OR IGNORE INTO membership
    SELECT 'topic', above.ancestor, member.published, member.address, member.article, member.opens, member.closes, 0
    FROM membership AS member JOIN above ON above.slug = member.slug
    WHERE member.kind = 'topic' AND member.direct = 1
  `);
}

function reportCircles(store: Store): void {
  store.run('DELETE FROM problem WHERE across = 1 AND problem LIKE \'%"topic-cycle"%\'');
  const parents = new Map(
    store
      .all("SELECT slug, parent, file FROM standing WHERE kind = 'topic' AND parent IS NOT NULL")
      .map((row) => [textOf(row, 'slug'), { parent: textOf(row, 'parent'), file: textOf(row, 'file') }] as const),
  );
  const placeOf = (file: string): { line: number; column: number } => {
    const row = store.get("SELECT line, column FROM reference WHERE file = ? AND field = 'parent'", file);
    return { line: numberOf(row, 'line'), column: numberOf(row, 'column') };
  };
  for (const [slug, { file }] of parents) {
    const seen = [slug];
    for (let next = parents.get(slug)?.parent; next !== undefined; next = parents.get(next)?.parent) {
      if (next === slug) {
        const found = problem(
          'topic-cycle',
          { file, field: 'parent', ...placeOf(file) },
          {
            message: `The topic stands above itself: ${[...seen, slug].join(' → ')}.`,
            why: 'Topics form a tree; one in a circle belongs to no section.',
            fix: 'Take out one of the `parent` lines.',
          },
        );
        store.run('INSERT INTO problem VALUES (?, 1, ?)', file, JSON.stringify(found));
        break;
      }
      if (seen.includes(next)) break;
      seen.push(next);
    }
  }
}

function reportSite(store: Store): void {
  store.run("DELETE FROM problem WHERE file = 'site.yaml' AND across = 1 AND problem LIKE '%\"site-missing\"%'");
  if (store.get("SELECT 1 FROM file WHERE path = 'site.yaml'")) return;
  const found = problem(
    'site-missing',
    { file: 'site.yaml' },
    {
      message: 'There is no site.yaml.',
      why: 'Without it the site has no name, and its feeds and canonical links no address.',
      fix: 'Write site.yaml with name, url, language and timezone.',
    },
  );
  store.run("INSERT INTO problem VALUES ('site.yaml', 1, ?)", JSON.stringify(found));
}

function splitOnce(text: string): [string, string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1)];
}
