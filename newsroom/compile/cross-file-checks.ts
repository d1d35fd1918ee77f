import { problem, type Problem } from '../model/problem.ts';
import { contends, isOncePublic, never, precedence } from '../store/schema.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { moveGate } from '../store/title-lists.ts';
import { gatedBetween, isVisible } from '../store/visible.ts';
import type { OwnAddresses } from '../model/own-addresses.ts';
import { collisions, takenPages } from './collisions.ts';
import { hasColours, reportContrast } from './contrast.ts';
import { missingTargets } from './missing-targets.ts';
import { pickProblems } from './picks.ts';
import { iconProblems, pictureTwins, smallPictures } from './picture-checks.ts';
import { movePlaces } from './places.ts';
import { referencePosition } from './reference-position.ts';
import { filesBesideParts, seriesProblems } from './series.ts';
import { reportTitles } from './title-problems.ts';
import { updateTitles } from './titles.ts';
import type { Touched } from './writer.ts';

/**
 * Finds what only several files together show: names that lead nowhere, topics in a cycle, two files with one id or
 * address. Reads only what the compile has touched, so that saving one file costs the same in a large archive. `site`: the
 * addresses that the site answers itself, which no alias can have.
 */
export function runCrossFileChecks(store: Store, touched: Touched, site?: OwnAddresses): void {
  if (touched.tree) rebuildTree(store);
  const moved = movePlaces(store, touched.places);
  const divided = updateTitles(
    store,
    new Set([...articlesIn(store, touched.files), ...moved]),
    touched.all || touched.tree,
  );
  for (const [column, values] of [
    ['id', touched.ids],
    ['address', touched.addresses],
  ] as const)
    for (const row of applyPrecedence(store, column, touched.all ? usedTwice(store, column) : values)) {
      if (touched.all) continue;
      touched.addresses.add(textOf(row, 'address'));
      touched.targets.add(`article ${textOf(row, 'address')}`);
      // What the writer has just written was not seen with these gates; it has noted what was seen before.
      if (!touched.files.has(textOf(row, 'file')) && isVisible(row, touched.now))
        touched.shown.add(textOf(row, 'address'));
    }
  const files = touched.all ? 'all' : filesToCheck(store, touched);
  withChecked(store, files, () => {
    store.run("DELETE FROM problem WHERE scope = 'cross-file' AND file IN checked");
    for (const found of [
      ...missingTargets(store, site),
      ...pickProblems(store, touched.now, site),
      ...duplicates(store),
      ...twins(store),
      ...pictureTwins(store),
      ...iconProblems(store),
      ...smallPictures(store),
      ...collisions(store, site),
      ...takenPages(store, site),
      ...sameLanguage(store),
      ...seriesProblems(store),
    ]) {
      addProblem(store, found);
    }
  });
  const isChecked = (test: (file: string) => boolean): boolean => files === 'all' || [...files].some(test);
  if (touched.topics || isChecked((file) => file.startsWith('topics/'))) reportCycles(store);
  reportSite(store);
  reportTitles(store, divided.division, touched.files, divided.all || touched.all);
  if (touched.all || [...touched.files].some(hasColours)) reportContrast(store);
}

/** The files that were touched, and those that name or are named by what was touched. */
function filesToCheck(store: Store, touched: Touched): Set<string> {
  touchGated(store, touched);
  const files = new Set(touched.files);
  for (const target of touched.targets) {
    const [kind = '', name = ''] = splitOnce(target);
    for (const row of store.all('SELECT DISTINCT file FROM reference WHERE kind = ? AND target = ?', kind, name))
      files.add(textOf(row, 'file'));
    if (kind === 'picture') {
      for (const row of store.all('SELECT file FROM picture WHERE src = ?', name)) files.add(textOf(row, 'file'));
      const linked = "SELECT file FROM reference WHERE kind = 'page' AND target = ?";
      for (const row of store.all(linked, `images/${name}`)) files.add(textOf(row, 'file'));
    }
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
    // Also aliases that are longer: `/2026/01/13/x.txt`, `/2026/01/13/x/related`, `/2026/01/13/x?a=b`.
    const sql = `SELECT file FROM reference WHERE kind = 'alias' AND (target = :address
      OR (target >= :address || '.' AND target < :address || '0') OR (target >= :address || '?' AND target < :address || '@'))`;
    for (const row of store.all(sql, { address })) files.add(textOf(row, 'file'));
  }
  for (const file of filesBesideParts(store, touched.parts)) files.add(file);
  return files;
}

/** The keys of the articles in some files. */
function articlesIn(store: Store, files: Iterable<string>): number[] {
  return [...files].flatMap((file) => {
    const row = store.get('SELECT key FROM article WHERE file = ?', file);
    return row ? [numberOf(row, 'key')] : [];
  });
}

/** The ids or addresses that several articles have. */
function usedTwice(store: Store, column: 'id' | 'address'): Set<string> {
  const rows = store.all(`SELECT ${column} AS value FROM article GROUP BY ${column} HAVING count(*) > 1`);
  return new Set(rows.map((row) => textOf(row, 'value')));
}

/** Has the files checked that name an article which came to be seen, or to be hidden, since the last compile. */
function touchGated(store: Store, { targets, now }: Touched): void {
  const from = store.meta('last_compile');
  if (from === undefined) return;
  const span = { from: Number(from), to: now };
  const gated = `SELECT address FROM article WHERE key IN (${gatedBetween})
    UNION SELECT address FROM alias WHERE article IN (${gatedBetween})`;
  for (const row of store.all(gated, span)) targets.add(`article ${textOf(row, 'address')}`);
}

function addProblem(store: Store, found: Problem): void {
  store.run("INSERT INTO problem VALUES (?, 'cross-file', ?)", found.file, JSON.stringify(found));
}

/** Puts files into the temporary table `checked` while `use` runs, so that one statement can check all of them. */
function withChecked(store: Store, files: Iterable<string> | 'all', use: () => void): void {
  store.database.exec('CREATE TEMP TABLE checked (value TEXT PRIMARY KEY) WITHOUT ROWID');
  if (files === 'all') store.run('INSERT INTO checked SELECT path FROM file');
  else for (const file of files) store.run('INSERT INTO checked VALUES (?)', file);
  use();
  store.forget();
  store.database.exec('DROP TABLE checked');
}

/**
 * Of several articles with one id or address, only one can be seen; the others are hidden until that is mended. Returns
 * the rows that were hidden or shown by this, as they were before.
 */
function applyPrecedence(store: Store, column: 'id' | 'address', values: Set<string>): Row[] {
  const changed: Row[] = [];
  for (const value of values) {
    const rows = store.all(
      `SELECT key, file, address, opens, closes, written_opens FROM article WHERE ${column} = ?`,
      value,
    );
    for (const row of rows) {
      const written = numberOf(row, 'written_opens');
      if (rows.length === 1 && written === numberOf(row, 'opens')) continue;
      const key = numberOf(row, 'key');
      const opens = hasPrecedence(store, key) ? written : never;
      if (opens === numberOf(row, 'opens')) continue;
      changed.push(row);
      store.run('UPDATE article SET opens = :opens WHERE key = :key', { opens, key });
      moveGate(store, key, 'opens', opens);
      store.run('UPDATE correction SET opens = max(:opens, at) WHERE article = :key', { opens, key });
    }
  }
  return changed;
}

/** Whether an article is the first one with its id, and the first one with its address. */
function hasPrecedence(store: Store, key: number): boolean {
  return (['id', 'address'] as const).every((column) => {
    const first = store.get(
      `SELECT key FROM article WHERE ${column} = (SELECT ${column} FROM article WHERE key = ?) ${precedence}`,
      key,
    );
    return numberOf(first, 'key') === key;
  });
}

/** Names the first copy to the article that can be seen, and that article to each copy. */
function duplicates(store: Store): Problem[] {
  return (['id', 'address'] as const).flatMap((column) =>
    store
      .all(
        `SELECT file, ${column} AS value, id_line FROM article AS own WHERE file IN checked
           AND EXISTS (SELECT 1 FROM article WHERE article.${column} = own.${column} AND article.key <> own.key)`,
      )
      .flatMap((row) => {
        const file = textOf(row, 'file');
        const value = textOf(row, 'value');
        const [first, second] = store.all(
          `SELECT file, ${contends} AS time, ${isOncePublic} AS known FROM article WHERE ${column} = ? ${precedence} LIMIT 2`,
          value,
        );
        if (first === undefined || second === undefined) return [];
        const [used, other] = [textOf(first, 'file'), textOf(second, 'file')];
        const reason = reasonOf(first, second, column);
        const place = { file, ...(column === 'id' && { field: 'id', line: numberOf(row, 'id_line') }) };
        return [
          problem(column === 'id' ? 'id-duplicate' : 'address-duplicate', place, {
            message: `The ${column} ${value} is also that of ${file === used ? other : used}.`,
            why:
              file === used
                ? `This file is used, since ${reason}. The copy is left out.`
                : `The other file is used, since ${reason}. This one is left out.`,
            fix:
              column === 'id'
                ? 'Give the copy another id; `npx dateline new` makes one.'
                : 'Remove one of the files, or rename it.',
          }),
        ];
      }),
  );
}

/** Why the first of two articles with one id or address is used. */
function reasonOf(first: Row, second: Row, column: 'id' | 'address'): string {
  if (first['known'] !== second['known']) return 'it was public first';
  if (first['time'] !== second['time']) return 'it is the earlier one';
  return column === 'id' ? 'its folder or name comes first' : 'its name ends in .mdx';
}

/** Duplicates among files such as `topics/x.md` beside `topics/x.mdx`. */
function twins(store: Store): Problem[] {
  const sql = `SELECT own.file, own.kind, own.slug, twin.file AS twin FROM entity_file AS own
    JOIN entity_file AS twin ON twin.kind = own.kind AND twin.slug = own.slug AND twin.file <> own.file
    WHERE own.file IN checked`;
  return store.all(sql).map((row) => {
    const file = textOf(row, 'file');
    const twin = textOf(row, 'twin');
    return problem(
      'address-duplicate',
      { file },
      {
        message: `The ${textOf(row, 'kind')} ${textOf(row, 'slug')} is also written in ${twin}.`,
        why:
          file > twin
            ? 'This file is used; the other one is left out.'
            : 'The other file is used; this one is left out.',
        fix: 'Put both into one file, and remove the other.',
      },
    );
  });
}

/** A translation in the same language as the article that it names as its original: most often `lang` was forgotten. */
function sameLanguage(store: Store): Problem[] {
  return store
    .all(
      `SELECT reference.file, reference.line, reference.column, original.file AS original FROM reference
       JOIN article AS own ON own.file = reference.file
       JOIN article AS original ON original.address = reference.target AND original.key <> own.key
       WHERE reference.file IN checked AND reference.field = 'translationOf'
         AND json_extract(own.detail, '$.lang') IS json_extract(original.detail, '$.lang')
       ORDER BY reference.file, original.file`,
    )
    .map((row) =>
      problem(
        'translation-language',
        { ...referencePosition(row), field: 'translationOf' },
        {
          message: `The translation is in the language of its original, ${textOf(row, 'original')}.`,
          why: 'Readers and search engines are led from one language to another; of two in one language one is left out.',
          fix: 'Add `lang: …` to the translation, or remove `translationOf`.',
        },
      ),
    );
}

/** Puts every article into the topics above its own. */
function rebuildTree(store: Store): void {
  store.run("DELETE FROM membership WHERE title = 0 AND kind = 'topic' AND direct = 0");
  const parents = parentsIn(store);
  // One by one: SQLite keeps all rows that a statement reads from the table that it writes to.
  for (const [slug, { parent }] of parents)
    for (const ancestor of upFrom(parent, parents))
      store.run(
        `INSERT OR IGNORE INTO membership
         SELECT 0, 'topic', :ancestor, published, address, article, opens, closes, 0, background
         FROM membership WHERE title = 0 AND kind = 'topic' AND slug = :slug AND direct = 1`,
        { slug, ancestor },
      );
}

/** A topic and those above it; a cycle ends where it began. */
function upFrom(slug: string, parents: ReadonlyMap<string, { parent: string }>): Set<string> {
  const found = new Set<string>();
  for (let next: string | undefined = slug; next !== undefined && !found.has(next); next = parents.get(next)?.parent)
    found.add(next);
  return found;
}

/** The topics that have a parent, with its slug and their file. */
function parentsIn(store: Store): Map<string, { parent: string; file: string }> {
  return new Map(
    store
      .all("SELECT slug, parent, file FROM entity WHERE kind = 'topic' AND parent IS NOT NULL")
      .map((row) => [textOf(row, 'slug'), { parent: textOf(row, 'parent'), file: textOf(row, 'file') }] as const),
  );
}

function reportCycles(store: Store): void {
  store.run("DELETE FROM problem WHERE scope = 'cross-file' AND problem LIKE '%\"topic-cycle\"%'");
  const parents = parentsIn(store);
  for (const [slug, { file }] of parents) {
    const seen = [slug];
    for (let next = parents.get(slug)?.parent; next !== undefined; next = parents.get(next)?.parent) {
      if (next === slug) {
        const named = store.get("SELECT file, line, column FROM reference WHERE file = ? AND field = 'parent'", file);
        const found = problem(
          'topic-cycle',
          { ...referencePosition(named), field: 'parent' },
          {
            message: `The topic is above itself: ${[...seen, slug].join(' → ')}.`,
            why: 'Topics form a tree; one in a cycle belongs to no section.',
            fix: 'Remove one of the `parent` lines.',
          },
        );
        addProblem(store, found);
        break;
      }
      if (seen.includes(next)) break;
      seen.push(next);
    }
  }
}

/** Whether the store has settings of the site, of the present `site.yaml` or of an earlier one. */
export function hasSiteSettings(store: Store): boolean {
  return store.get("SELECT 1 FROM entity_file WHERE kind = 'site'") !== undefined;
}

function reportSite(store: Store): void {
  store.run(
    "DELETE FROM problem WHERE file = 'site.yaml' AND scope = 'cross-file' AND problem LIKE '%\"site-missing\"%'",
  );
  if (store.get("SELECT 1 FROM file WHERE path = 'site.yaml'")) return;
  const found = problem(
    'site-missing',
    { file: 'site.yaml' },
    hasSiteSettings(store)
      ? {
          message: 'site.yaml is gone.',
          why: 'The site keeps the settings of its last version, but only this store knows them.',
          fix: 'Put the file back.',
        }
      : {
          message: 'There is no site.yaml.',
          why: 'Without it the site has no name, and its feeds and canonical links no address.',
          fix: 'Write site.yaml with name, url, language and timezone.',
        },
  );
  addProblem(store, found);
}

function splitOnce(text: string): [string, string] {
  const space = text.indexOf(' ');
  return [text.slice(0, space), text.slice(space + 1)];
}
