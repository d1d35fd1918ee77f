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
 * Runs `work`, which reads a text of `size` bytes or characters, and stops it when this thread has used the processor for
 * `milliseconds`. Throws `TimeLimitExceeded`, or what `work` throws. What a text costs is counted before (`work.ts`); this
 * limit is for a case that nobody has thought of, which would hold up all other files for hours. How busy the machine is
 * makes no difference: where others have used the processor, the work is done again with more time.
 */
export function withTimeLimit<T extends object>(size: number, milliseconds: number, work: () => T): T {
  if (size < small) return work();
  for (let timeout = milliseconds; ; timeout *= 2) {
    const done: T[] = [];
    sandbox.work = () => done.push(work());
    const before = process.threadCpuUsage();
    try {
      script.runInContext(context, { timeout });
    } catch (error) {
      const timedOut = typeof error === 'object' && error !== null && 'code' in error;
      if (!timedOut || error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    }
    const [result] = done;
    if (result) return result;
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1000 >= 0.9 * milliseconds) throw new TimeLimitExceeded();
  }
}
