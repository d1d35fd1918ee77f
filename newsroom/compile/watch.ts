import { lstatSync, readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileIdentity } from '../store/file-identity.ts';
import { contentNames, isUnknownName } from './content-names.ts';

/** How long a folder must be quiet before its changes are reported: an editor writes a file in several steps. */
const quiet = 40;

/** A program that writes without a pause must not hold back the changes of others for longer than this. Milliseconds. */
const longestWait = 400;

/** How often the content folder itself is checked, which may be replaced by another one. Milliseconds. */
const checkEvery = 250;

/** A folder that cannot be watched for one of these reasons is not there, or cannot be read: others can be watched. */
const onlyThisFolder = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP']);

/** What is called when the content folder changes. */
export interface WatchReport {
  /** Paths inside the folder that have changed; `all` where the folder itself is another one, or is gone. */
  changed: (paths: readonly string[] | 'all') => void;
  /** The folder is not watched any more: the system refuses to watch so many folders, or gives no events. */
  blind: (error: unknown) => void;
}

type WatchFolder = (folder: string, listener: (event: string, name: string | null) => void) => FSWatcher;

/**
 * Watches a newsroom's folder and reports changes soon after they happened. It watches folders, not single files: there
 * may be too many files. What is beside the content (a repository, the pages of another system) is not watched.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #report: WatchReport;
  readonly #watchFolder: WatchFolder;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  readonly #checks: NodeJS.Timeout;
  #identity: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** When the first of the changes happened that are not reported yet. */
  #since = 0;
  #closed = false;

  constructor(root: string, report: WatchReport, watchFolder: WatchFolder = watch) {
    this.#root = root;
    this.#report = report;
    this.#watchFolder = watchFolder;
    this.#identity = identityOf(root);
    this.#checks = setInterval(() => this.#checkRoot(), checkEvery);
    this.#watch(root);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#checks);
    this.#drop(this.#root);
  }

  /** Watches everything again, after events were lost. */
  refresh(): void {
    this.#drop(this.#root);
    this.#watch(this.#root);
  }

  #checkRoot(): void {
    const identity = identityOf(this.#root);
    if (identity === this.#identity) return;
    this.#identity = identity;
    // A folder that is gone may come back.
    if (identity !== undefined) this.refresh();
    this.#report.changed('all');
  }

  #watch(folder: string): void {
    if (this.#closed) return;
    try {
      this.#add(folder);
    } catch (error) {
      this.close();
      this.#report.blind(error);
    }
  }

  /** Watches a folder and those in it. Watching begins before the folder is listed, so that no change is missed. */
  #add(folder: string): void {
    if (this.#watchers.has(folder) || !this.#isWatched(folder)) return;
    let entries: Dirent[];
    try {
      const watcher = this.#watchFolder(folder, (event, name) => this.#happened(folder, event, name));
      watcher.on('error', () => {
        this.#drop(folder);
        // The next check finds another folder, and watches it.
        if (folder === this.#root) this.#identity = undefined;
      });
      this.#watchers.set(folder, watcher);
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && onlyThisFolder.has(error.code))) throw error;
      this.#drop(folder);
      return;
    }
    for (const entry of entries) if (!entry.isFile()) this.#add(join(folder, entry.name));
  }

  /** Whether a path is a folder of content. `articles/` may be a link to one, but nothing in it may. */
  #isWatched(path: string): boolean {
    const names = relative(this.#root, path).split(sep);
    const [top = ''] = names;
    if (top !== '' && !contentNames.includes(top)) return false;
    if (names.some((name) => name.startsWith('.'))) return false;
    try {
      return (names.length === 1 ? statSync(path) : lstatSync(path)).isDirectory();
    } catch {
      return false;
    }
  }

  #happened(folder: string, event: string, name: string | null): void {
    // Bytes of a name that are no UTF-8 were replaced, so there is nothing at this path.
    const path = name === null || name.includes('\uFFFD') ? folder : join(folder, name);
    // A watcher follows a folder that was renamed, and does not see the new one at the same path.
    if (event === 'rename' && path !== this.#root) this.#drop(path);
    // The path of a deleted folder means all files that were in it.
    this.#watch(path);
    if (path === this.#root && name === null) return this.#report.changed('all');
    const changed = relative(this.#root, path).split(sep);
    const [top = ''] = changed;
    if (!contentNames.includes(top) && !isUnknownName(top)) return;
    if (this.#changed.size === 0) this.#since = performance.now();
    this.#changed.add(changed.join('/'));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        const paths = [...this.#changed];
        this.#changed.clear();
        this.#report.changed(paths);
      },
      Math.min(quiet, Math.max(0, this.#since + longestWait - performance.now())),
    );
  }

  /** Stops watching a folder and those in it. */
  #drop(folder: string): void {
    for (const [watched, watcher] of this.#watchers) {
      if (watched === folder || watched.startsWith(folder + sep)) {
        watcher.close();
        this.#watchers.delete(watched);
      }
    }
  }
}

/**
 * Which folder is at a path, and at the links in it that are content: another one when the folder was replaced, or a link
 * leads elsewhere.
 */
function identityOf(root: string): string | undefined {
  const own = fileIdentity(root);
  if (own === undefined) return undefined;
  const links = contentNames.map((name) => join(root, name)).filter(isLink);
  return [own, ...links.map(fileIdentity)].join();
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
