import { createContext, Script } from 'node:vm';

const sandbox: { work: () => void } = { work: () => {} };
const context = createContext(sandbox);
const script = new Script('work()');

/** A file of fewer bytes is read quickly, whatever it contains: a limit would only cost time. */
const small = 8000;

/** The work took longer than its time limit. */
export class TimeLimitExceeded extends Error {
  override name = 'TimeLimitExceeded';
}

/**
 * Runs `work`, which reads a text of `size` bytes or characters, and stops it after `milliseconds`. Throws
 * `TimeLimitExceeded`, or what `work` throws. Markdown and YAML have cases in which the time grows with the square of
 * the length: a file that was made for that, or is damaged, would hold up all other files for hours.
 */
export function withTimeLimit<T extends object>(size: number, milliseconds: number, work: () => T): T {
  if (size < small) return work();
  const done: T[] = [];
  sandbox.work = () => done.push(work());
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    const timedOut = typeof error === 'object' && error !== null && 'code' in error;
    throw timedOut && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new TimeLimitExceeded() : error;
  }
  const [result] = done;
  if (!result) throw new TimeLimitExceeded();
  return result;
}
