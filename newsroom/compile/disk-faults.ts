/** The result code of SQLite for a full disk. */
const full = 13;
/** The result code of SQLite for a write that failed, as where a quota is used up. */
const failed = 10;

/** Whether a fault may be solved by deleting files: the disk is full, or a quota is used up. */
export function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) return true;
  if ('errcode' in error && [full, failed].includes(Number(error.errcode) & 0xff)) return true;
  return isOutOfSpace(error.cause);
}
