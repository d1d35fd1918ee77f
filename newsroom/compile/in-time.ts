import { createContext, Script } from 'node:vm';

const room: { work: () => void } = { work: () => {} };
const context = createContext(room);
const script = new Script('work()');

/** Reading took longer than it may. */
export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/**
 * Runs `work`, and ends it after so many milliseconds. Markdown and YAML have corners where time grows with the square
 * of the text: a file that was made for them, or is damaged, would hold up all others for hours.
 */
export function inTime<T extends object>(milliseconds: number, work: () => T): T {
  const done: T[] = [];
  room.work = () => done.push(work());
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
