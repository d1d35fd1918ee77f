import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile, type CompileSummary } from '../compile/compile.ts';
import type { Edition } from '../edition/edition.ts';
import type { VersionEntry } from '../model/version.ts';
import { editionsIn } from '../testing.ts';

/** The one article of the newsroom. */
export const address = '/2026/01/13/summit';
export const file = 'articles/2026/01/13/summit.mdx';

/** An instant on the day of the article, from a time such as `18:30`. */
export const day = (time: string): string => `2026-01-13T${time}:00+09:00`;

const later = Date.parse('2026-02-01T12:00:00Z');
const folders: string[] = [];

/** Deletes all newsrooms. */
export function removeNewsrooms(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A newsroom of one article, in a subfolder of a git repository. */
export class GitNewsroom {
  /** The folder of everything; the repository is `site` in it. */
  readonly root = mkdtempSync(join(tmpdir(), 'dateline-history-'));
  readonly content: string;
  readonly data = join(this.root, 'data');
  date = day('18:00');

  /** `from`: whether there is a repository, or the address of one to clone, with these options. */
  constructor(from: string | boolean = true, options = ['--depth', '2']) {
    folders.push(this.root);
    this.content = join(this.root, 'site', 'content');
    if (typeof from === 'string') {
      execFileSync('git', ['clone', '-q', ...options, from, join(this.root, 'site')]);
      return;
    }
    mkdirSync(this.content, { recursive: true });
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

  write({ path = file, ...fields }: Record<string, string>, body: string): void {
    const all = { id: 'urn:a', headline: 'Tokyo and Seoul', published: day('18:30'), ...fields };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    const written = join(this.content, path);
    mkdirSync(dirname(written), { recursive: true });
    writeFileSync(written, `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  }

  commit(at: string, fields: Record<string, string>, body: string, only = '-A'): void {
    this.write(fields, body);
    this.date = at;
    this.git('add', only === '-A' ? only : join('content', only));
    this.git('commit', '-q', '-m', 'A version');
  }

  /** Deletes the repository and leaves the content. */
  removeRepository(): void {
    rmSync(join(this.root, 'site', '.git'), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(join(this.content, from), join(this.content, to));
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'Moved');
  }

  compile(): Promise<CompileSummary> {
    return compile({ content: this.content, data: this.data });
  }

  async ask<T>(read: (edition: Edition) => T, now = later): Promise<T> {
    await this.compile();
    return this.askStore(read, now);
  }

  /** The same, without a compile before it. */
  askStore<T>(read: (edition: Edition) => T, now = later): T {
    const editions = editionsIn(this.data);
    try {
      return editions.at(now, read);
    } finally {
      editions.close();
    }
  }

  versions(of = address, now = later): Promise<readonly VersionEntry[]> {
    return this.ask((edition) => edition.history(of)?.versions ?? [], now);
  }

  substance(now = later): Promise<string | undefined> {
    return this.ask((edition) => {
      const found = edition.lookup(address);
      return found.state === 'public' ? found.story.changed : undefined;
    }, now);
  }

  /** When an article of its day last changed, in milliseconds. */
  dayChanged(): Promise<number | undefined> {
    return this.ask((edition) => edition.articleIndex.days('')[0]?.lastChange);
  }

  /** All that the pages of the article and of its history show, as `answer` gives them. */
  shown(answer: (edition: Edition, path: string) => object): Promise<string> {
    const pages = ['', '/history', ...Array.from({ length: 9 }, (_, index) => `/history/${index}`)];
    return this.ask((edition) => JSON.stringify(pages.map((page) => answer(edition, address + page))));
  }
}
