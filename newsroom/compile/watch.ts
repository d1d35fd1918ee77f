import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** How long a folder must be quiet before what happened in it is told: an editor writes a file in several steps. */
const quiet = 40;

/**
 * Watches a newsroom's folder and tells, soon after something happened, which paths it happened to. Folders are watched
 * one by one, since watching each file would not do for a large archive.
 */
export class FolderWatch {
  readonly #root: string;
  readonly #tell: (paths: string[]) => void;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** Throws where the system will not watch so many folders. */
  constructor(root: string, tell: (paths: string[]) => void) {
    this.#root = root;
    this.#tell = tell;
    this.#add(root);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
  }

  /** Watches a folder and those in it. It is watched before it is listed, so that nothing comes in between. */
  #add(folder: string): void {
    if (this.#watchers.has(folder) || !isFolder(folder)) return;
    const watcher = watch(folder, (event, name) => this.#happened(folder, event, name));
    watcher.on('error', () => this.#drop(folder));
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
    // A watcher stays with a folder that went, whatever stands in its place now.
    if (event === 'rename') this.#drop(path);
    // A new folder is watched from now on; one that went is told like a file, and takes what was in it along.
    this.#add(path);
    this.#changed.add(relative(this.#root, path).split(sep).join('/'));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const paths = [...this.#changed].filter((changed) => changed !== '');
      this.#changed.clear();
      if (paths.length > 0) this.#tell(paths);
    }, quiet);
  }

  /** Lets go of a folder and of those in it. */
  #drop(folder: string): void {
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== this.#root && (watched === folder || watched.startsWith(folder + sep))) {
        watcher.close();
        this.#watchers.delete(watched);
      }
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
