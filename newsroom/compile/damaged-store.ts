import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { printInstant } from '../model/instant.ts';
import { storePath, UnexpectedValue } from '../store/store.ts';

/** Result codes of SQLite. */
const corrupt = 11;
const notADatabase = 26;
/** A part of the store is gone, such as the file of what was written last. */
const shortRead = 522;

/** How many damaged files are left in the data folder. */
const mostDamagedFiles = 2;

/** Another thread has found that the store is damaged. */
export class StoreDamage extends Error {
  override name = 'StoreDamage';
}

/** Whether an error says that the store is damaged: SQLite cannot read the file, or a value is not what the schema says. */
export function isDamaged(error: unknown): boolean {
  if (error instanceof StoreDamage || error instanceof UnexpectedValue || error instanceof SyntaxError) return true;
  const extended = error instanceof Error && 'errcode' in error ? Number(error.errcode) : undefined;
  const code = extended === undefined ? undefined : extended & 0xff;
  // A file that was cut off in place has no tables any more.
  const empty = error instanceof Error && error.message.startsWith('no such table: ');
  return code === corrupt || code === notADatabase || extended === shortRead || empty;
}

/**
 * Moves the damaged store to `store.sqlite.damaged-<instant>`. `now` in milliseconds. Returns the name of the file. Only the newest
 * damaged files are left in the folder.
 */
export function moveDamaged(data: string, now: number): string {
  const path = storePath(data);
  const aside = `${path}.damaged-${printInstant(now).replaceAll(':', '-')}`;
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(aside + ending, { force: true });
    renameIfThere(path + ending, aside + ending);
  }
  const prefix = `${basename(path)}.damaged-`;
  const names = readdirSync(data).filter((name) => name.startsWith(prefix));
  const files = names.filter((name) => !/-(?:wal|shm)$/.test(name)).toSorted();
  for (const old of files.slice(0, -mostDamagedFiles))
    for (const name of names) if (name.startsWith(old)) rmSync(join(data, name), { force: true });
  return basename(aside);
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
