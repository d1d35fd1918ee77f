import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { compile, type CompileSummary } from './compile/compile.ts';
import type { Edition } from './edition/edition.ts';
import { Editions } from './edition/open.ts';
import type { Problem } from './model/problem.ts';
import { unpackNumbers } from './related/packing.ts';
import { bytesOf, openStore, storePath, type Store } from './store/store.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

/** Files of a newsroom by their path in it. */
export type Files = Record<string, string | Uint8Array>;

/** What some tests need and the repository does not hold: a path in the folder `shared` beside it, a program, or the rights of root. */
export type Need = `schemas/${string}` | `corpora/${string}` | 'seed' | Program | 'root';

/** The programs that some tests need, each with the option that makes it print its version and end. */
const programs = {
  xmllint: '--version',
  java: '-version',
  nginx: '-v',
  varnishd: '-V',
  'redis-server': '--version',
  'systemd-analyze': '--version',
} as const;
type Program = keyof typeof programs;

/** The path of a file or a folder in `shared`, whether it exists or not. */
export function sharedPath(need: Exclude<Need, Program | 'root'>): string {
  return resolve(import.meta.dirname, '../../shared', need);
}

/**
 * The options of a test that needs something: where it is missing, the test is skipped and reported with the reason.
 * With `CI=true` this throws there instead, so that the test or its file fails.
 */
export function needing(...needs: Need[]): { skip?: string } {
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return {};
  const skip = `not on this machine: ${missing.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(`${skip}. With CI=true nothing is skipped.`);
  return { skip };
}

const found = new Map<Need, boolean>();

function isThere(need: Need): boolean {
  const known = found.get(need);
  if (known !== undefined) return known;
  const there =
    need === 'root'
      ? process.getuid?.() === 0
      : isProgram(need)
        ? spawnSync(need, [programs[need]]).status === 0
        : existsSync(sharedPath(need));
  found.set(need, there);
  return there;
}

function isProgram(need: Need): need is Program {
  return need in programs;
}

/** A folder that is removed when the test is done. */
export function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The editions of a data folder, for the public; of its first title, unless another one is named. Links are read as the site has its addresses. */
export function editionsIn(data: string, title?: string): Editions {
  return Editions.in(data, { linkTarget, title });
}

/** Makes a store one of another version, by what it says of itself. */
export function setVersion(data: string, version: number): void {
  const database = new DatabaseSync(storePath(data));
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
}

/** A newsroom in a temporary folder, with its store. */
export class TestNewsroom {
  readonly content: string;
  readonly data: string;

  constructor(t: TestContext, files: Files = {}) {
    const folder = folderFor(t);
    this.content = join(folder, 'content');
    this.data = join(folder, 'data');
    mkdirSync(this.content);
    this.write(files);
  }

  write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.content, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  remove(...paths: string[]): void {
    for (const path of paths) rmSync(join(this.content, path), { recursive: true });
  }

  compile(only?: string[]): Promise<CompileSummary> {
    return compile({ content: this.content, data: this.data, ...(only && { only }) });
  }

  /** Calls `read` with what the public may see at an instant; on the first title, unless another one is named. */
  at<T>(now: string, read: (edition: Edition) => T, title?: string): T {
    const editions = editionsIn(this.data, title);
    try {
      return editions.at(Date.parse(now), read);
    } finally {
      editions.close();
    }
  }

  /** What the store holds, without what depends on when and in which order it was compiled: times of files, keys, what was public once. */
  dump(): Record<string, string[]> {
    const store = openStore(this.data);
    try {
      const files = new Map(store.all('SELECT key, file FROM main.article').map(({ key, file }) => [key, file]));
      const notCompared = [
        'change_log',
        'former',
        'sqlite_sequence',
        'once_public',
        'public_change',
        'search_word',
        'term_articles',
        'term_count',
      ];
      const tables = store
        .all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
        .filter(({ name }) => !notCompared.includes(String(name)));
      return Object.fromEntries([
        ['search', indexIn(store)],
        ['term_articles', articlesOfTerms(store, files)],
        ['term_count', countsOfTerms(store)],
        ...tables.map(({ name }) => [
          String(name),
          store
            .all(`SELECT * FROM main."${String(name)}"`)
            .filter(
              (row) =>
                name !== 'meta' ||
                ![
                  'store',
                  'generation',
                  'content',
                  'last_compile',
                  'counted_at',
                  'first_compile',
                  'search_words_at',
                  'terms_version',
                  'terms_weighed',
                ].includes(String(row['key'])),
            )
            .filter((row) => name !== 'problem' || row['scope'] !== 'vanished')
            .map((row) =>
              JSON.stringify({
                ...row,
                modified: null,
                stamp: null,
                key: files.get(row['key']) ?? row['key'],
                article: files.get(row['article']) ?? row['article'],
                search_row: null,
              }),
            )
            .toSorted(),
        ]),
      ]);
    } finally {
      store.close();
    }
  }
}

/** Each term of the search index, with its article and its place. */
function indexIn(store: Store): string[] {
  store.database.exec("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab ('main', 'search', 'instance')");
  return store
    .all('SELECT file, term, col, offset FROM search_terms JOIN main.article ON search_row = doc')
    .map((row) => JSON.stringify(row))
    .toSorted();
}

/** Each term with its articles, by their files. */
function articlesOfTerms(store: Store, files: ReadonlyMap<unknown, unknown>): string[] {
  return store
    .all('SELECT term, year, articles FROM term_articles')
    .map((row) => {
      const articles = [...unpackNumbers(bytesOf(row, 'articles'))].map((key) => files.get(key) ?? key);
      return JSON.stringify({ ...row, articles: articles.map(String).toSorted() });
    })
    .toSorted();
}

/** Each term that is counted, with its count. */
function countsOfTerms(store: Store): string[] {
  return store
    .all('SELECT counts FROM term_count')
    .flatMap((row) => {
      const numbers = [...unpackNumbers(bytesOf(row, 'counts'))];
      const size = numbers.length / 2;
      return numbers.slice(0, size).map((term, index) => `${term}: ${numbers[size + index]}`);
    })
    .toSorted();
}

/** The smallest `site.yaml`. */
export const site: Files = {
  'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: UTC\n',
};

/** An article file. What the fields do not say is derived from the address: published at noon of its day. */
export function article(address: string, fields: Record<string, unknown> = {}, body = 'Text.'): Files {
  const [, year, month, day, slug] = address.split('/');
  const defaults = {
    id: `urn:test:${slug}`,
    headline: `About ${slug}`,
    published: `${year}-${month}-${day}T12:00:00Z`,
  };
  return { [`articles${address}.mdx`]: `---\n${stringify({ ...defaults, ...fields })}---\n\n${body}\n` };
}

/** Files under `titles/`, from slug to fields; the address of each is made of its slug. */
export function titles(all: Record<string, Record<string, unknown>>): Files {
  return Object.fromEntries(
    Object.entries(all).map(([slug, fields]) => [
      `titles/${slug}.yaml`,
      stringify({ name: `The ${slug}`, url: `https://${slug}.example`, ...fields }),
    ]),
  );
}

/** The beginning of a font in the format WOFF2, of so many bytes. */
export function fontOf(size: number): Buffer {
  const bytes = Buffer.alloc(size, 1);
  bytes.write('wOF2', 0, 'latin1');
  bytes.writeUInt32BE(size, 8);
  return bytes;
}

/** Files under `topics/`, from slug to title or fields. */
export function topics(all: Record<string, string | Record<string, unknown>>): Files {
  return Object.fromEntries(
    Object.entries(all).map(([slug, fields]) => [
      `topics/${slug}.mdx`,
      `---\n${stringify(typeof fields === 'string' ? { title: fields } : fields)}---\n`,
    ]),
  );
}

/** What most tests compare of problems: `file:line:column code field`. */
export function brief(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ file, line, column, code, field }) => `${file}:${line}:${column} ${code}${field === null ? '' : ` ${field}`}`,
  );
}
