import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** How long a folder must be quiet before its changes are reported: an editor writes a file in several steps. */
const quiet = 40;

/** How often the content folder itself is checked, which may be replaced by another one. Milliseconds. */
const checkEvery = 1000;

export interface WatchReport {
  /** Paths inside the folder that have changed; `all` where the folder itself is another one. */
  changed: (paths: readonly string[] | 'all') => void;
  /** The folder is not watched any more: the system refuses to watch so many folders, or gives no events. */
  blind: (error: unknown) => void;
}

type WatchFolder = (folder: string, listener: (event: string, name: string | null) => void) => FSWatcher;

/**
 * Watches a newsroom's folder and reports changes soon after they happened. It watches folders, not single files: there
 * may be too many files.
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
    if (identity === undefined) return;
    this.refresh();
    this.#report.changed('all');
  }

  #watch(folder: string): void {
    if (this.#closed) return;
    try {
      this.#add(folder);
    } catch (error) {
      this.#stop(error);
    }
  }

  #stop(error: unknown): void {
    this.close();
    this.#report.blind(error);
  }

  /** Watches a folder and those in it. Watching begins before the folder is listed, so that no change is missed. */
  #add(folder: string): void {
    if (this.#watchers.has(folder) || !isFolder(folder)) return;
    const watcher = this.#watchFolder(folder, (event, name) => this.#happened(folder, event, name));
    watcher.on('error', (error) => (folder === this.#root ? this.#stop(error) : this.#drop(folder)));
    this.#watchers.set(folder, watcher);
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch {
      this.#drop(folder);
      return;
    }
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) this.#add(join(folder, entry.name));
    }
  }

  #happened(folder: string, event: string, name: string | null): void {
    const path = name === null ? folder : join(folder, name);
    // A watcher follows a folder that was renamed, and does not see the new one at the same path.
    if (event === 'rename' && path !== this.#root) this.#drop(path);
    // The path of a deleted folder means all files that were in it.
    this.#watch(path);
    this.#changed.add(relative(this.#root, path).split(sep).join('/'));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const paths = [...this.#changed].filter((changed) => changed !== '');
      this.#changed.clear();
      if (paths.length > 0) this.#report.changed(paths);
    }, quiet);
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

/** Which folder is at a path: it is another one when the folder was replaced, or a link to it leads elsewhere. */
function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
