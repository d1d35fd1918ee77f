import { readFileSync } from 'node:fs';

/** How often the processes above are checked. Milliseconds. */
const checkEvery = 500;

/** How many processes can be between this one and npm: a shell, and an older Node that has started this one. */
const mostBetween = 3;

const packageManager = /\b(?:p?npm|npx|yarn|bun)\b/;

/**
 * Ends this process, as SIGTERM does, when the npm or npx that has started it is gone: npm may end without passing the
 * signal on, and the site would go on and hold its port. The same holds for an older Node that has started this one
 * (`dateline.js`). Started in any other way, a process outlives its parent, as a service must.
 */
export function endWithParents(env: NodeJS.ProcessEnv = process.env): void {
  const olderNode = env['DATELINE_STARTED_BY'];
  delete env['DATELINE_STARTED_BY'];
  const hasNpm = env['npm_lifecycle_event'] !== undefined || env['npm_command'] !== undefined;
  if (!hasNpm && olderNode === undefined) return;
  const first = hasNpm ? processesAbove() : [];
  // It may be gone by now.
  if (olderNode !== undefined) first[0] = Number(olderNode);
  setInterval(() => {
    const now = hasNpm ? processesAbove() : [process.ppid];
    if (first.every((pid, index) => now[index] === pid)) return;
    process.kill(process.pid, 'SIGTERM');
  }, checkEvery).unref();
}

/** The parent of this process, its parent and so on, up to npm; the parent alone where the system does not say more. */
function processesAbove(): number[] {
  const found = [process.ppid];
  try {
    for (let pid = process.ppid; found.length <= mostBetween;) {
      if (packageManager.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return found;
      // The name of the program is in parentheses and may contain anything; the parent is the second field after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      found.push(pid);
    }
  } catch {
    // There is no /proc.
  }
  return [process.ppid];
}
