import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The last scan of the whole content folder by a running site. It is a file beside the store and not a row in it: a
 * commit would make every cached page be checked again.
 */
export interface LastScan {
  /** Milliseconds, by the machine's clock. */
  at: number;
  /** When the next one is due, counted from `at`. Milliseconds. */
  next: number;
}

/** Reads when the content folder was last scanned; `undefined` where that is not known. */
export function lastScan(data: string): LastScan | undefined {
  try {
    const { at, next }: Record<string, unknown> = JSON.parse(readFileSync(fileIn(data), 'utf8'));
    return typeof at === 'number' && typeof next === 'number' ? { at, next } : undefined;
  } catch {
    return undefined;
  }
}

export function recordScan(data: string, scan: LastScan): void {
  // Nobody must read half a file.
  writeFileSync(`${fileIn(data)}.new`, JSON.stringify(scan));
  renameSync(`${fileIn(data)}.new`, fileIn(data));
}

function fileIn(data: string): string {
  return join(data, 'last-scan.json');
}
