/** Result codes of SQLite: the disk is full, and writes that failed, as where a quota is used up. */
const outOfSpace = new Set([13, 778, 1034, 1546, 4874, 5386]);

/** Whether a fault may be solved by deleting files: the disk is full, or a quota is used up. */
export function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  if ('errcode' in error && outOfSpace.has(Number(error.errcode))) return true;
  return isOutOfSpace(error.cause);
}

/** What a fault says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the process or the machine cannot open more files. That says nothing about a file, and passes. */
export function isOutOfHandles(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EMFILE', 'ENFILE', 'ENOMEM'].includes(String(error.code));
}
