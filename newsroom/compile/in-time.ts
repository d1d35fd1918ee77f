import { createContext, Script } from 'node:vm';

const sandbox: { work: () => void } = { work: () => {} };
const context = createContext(sandbox);
const script = new Script('work()');

/** Reading took longer than the limit. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/**
 * Runs `work` and returns its result. Throws `TookTooLong` after so many milliseconds: there are texts in Markdown and
 * YAML that take time that grows with the square of their length, and one such file would block all others for hours.
 */
export function inTime<T extends object>(milliseconds: number, work: () => T): T {
  const done: T[] = [];
  sandbox.work = () => done.push(work());
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (fault) {
    const late = typeof fault === 'object' && fault !== null && 'code' in fault;
    throw late && fault.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new TookTooLong() : fault;
  }
  const [result] = done;
  if (!result) throw new TookTooLong();
  return result;
}
