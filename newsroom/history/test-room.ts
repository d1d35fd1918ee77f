import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile, type CompileSummary } from '../compile/compile.ts';
import type { Edition } from '../edition/edition.ts';
import { Editions } from '../edition/open.ts';
import type { VersionEntry } from '../model/version.ts';

/** The story that a room holds. */
export const address = '/2026/01/13/summit';
export const place = 'articles/2026/01/13/summit.mdx';

/** A time of its day. */
export const day = (time: string): string => `2026-01-13T${time}:00+09:00`;

const noon = Date.parse('2026-02-01T12:00:00Z');
const folders: string[] = [];

/** Takes all rooms away. */
export function clearRooms(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A newsroom of one story in a subfolder of a repository of its own. */
export class Room {
  /** The folder of it all; the repository is `site` in it. */
  readonly root = mkdtempSync(join(tmpdir(), 'dateline-history-'));
  readonly #content: string;
  readonly #data = join(this.root, 'data');
  date = day('18:00');

  constructor(from: string | boolean = true) {
    folders.push(this.root);
    this.#content = join(this.root, 'site', 'content');
    if (typeof from === 'string') {
      execFileSync('git', ['clone', '-q', '--depth', '2', from, join(this.root, 'site')]);
      return;
    }
    mkdirSync(this.#content, { recursive: true });
    if (from) this.git('init', '-q', '-b', 'main', '.');
  }

  git(...args: string[]): void {
    execFileSync(
      'git',
      ['-C', join(this.root, 'site'), '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args],
      {
        env: { ...process.env, GIT_COMMITTER_DATE: this.date, GIT_AUTHOR_DATE: this.date },
      },
    );
  }

  write({ path = place, ...fields }: Record<string, string>, body: string): void {
    const all = { id: 'urn:a', headline: 'Tokyo and Seoul', published: day('18:30'), ...fields };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    const file = join(this.#content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  }

  commit(at: string, fields: Record<string, string>, body: string, only = '-A'): void {
    this.write(fields, body);
    this.date = at;
    this.git('add', only === '-A' ? only : join('content', only));
    this.git('commit', '-q', '-m', 'A version');
  }

  /** Takes the repository away, and leaves the folder. */
  forget(): void {
    rmSync(join(this.root, 'site', '.git'), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(join(this.#content, from), join(this.#content, to));
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'Moved');
  }

  compile(): Promise<CompileSummary> {
    return compile({ content: this.#content, data: this.#data });
  }

  async ask<T>(read: (edition: Edition) => T, now = noon): Promise<T> {
    await this.compile();
    const editions = Editions.in(this.#data);
    try {
      return editions.at(now, read);
    } finally {
      editions.close();
    }
  }

  versions(of = address, now = noon): Promise<readonly VersionEntry[]> {
    return this.ask((edition) => edition.history(of)?.versions ?? [], now);
  }

  substance(now = noon): Promise<string | undefined> {
    return this.ask((edition) => {
      const found = edition.lookup(address);
      return found.state === 'public' ? found.story.changed : undefined;
    }, now);
  }

  /** When the day of the story last moved, in milliseconds. */
  moved(): Promise<number | undefined> {
    return this.ask((edition) => edition.catalogue.days('')[0]?.lastChange);
  }

  /** All that the pages of the story and of its history show, as `answer` gives them. */
  seen(answer: (edition: Edition, path: string) => object): Promise<string> {
    const pages = ['', '/history', ...Array.from({ length: 9 }, (_, index) => `/history/${index}`)];
    return this.ask((edition) => JSON.stringify(pages.map((page) => answer(edition, address + page))));
  }
}
