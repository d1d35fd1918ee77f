import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Why git gives no history. `none`: there is no history (no repository, no commit). `refused`: there is one, but git is
 * missing, does not read it, or finds it damaged. The message is a sentence.
 */
export class GitFault extends Error {
  override name = 'GitFault';
  readonly kind: 'none' | 'refused';

  constructor(kind: 'none' | 'refused', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Milliseconds. A git that takes longer waits for something that does not come, such as a disconnected disk. */
const timeout = 120_000;

/** Git only reads what is on this machine. It fetches, asks, locks and runs nothing. */
const settings = ['-c', 'protocol.allow=never', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/** A git hook sets these variables. They would lead git to the hook's repository instead of that of the content. */
const hookVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
  'GIT_EXTERNAL_DIFF',
];

/** Runs git in a folder and calls `take` with its output as it arrives. Throws `GitFault`. */
export async function git(
  folder: string,
  args: readonly string[],
  take: (chunk: Buffer) => void,
  input = '',
): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  for (const name of hookVariables) delete env[name];
  const child = spawn('git', [...settings, '-C', folder, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) => reject(missing(folder, error)));
    child.on('close', resolve);
  });
  // What could not be started may have no streams.
  if (child.pid === undefined) return void (await ended);
  // Node's own time limit stays active when git cannot be started.
  const limit = setTimeout(() => child.kill(), timeout);
  let words = '';
  let failure: unknown;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(0, 4000)));
  child.stdout.on('data', (chunk: Buffer) => {
    if (failure !== undefined) return;
    try {
      take(chunk);
    } catch (error) {
      failure = error;
      child.kill();
    }
  });
  // Git closes its input when it ends early; its exit code is checked below.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await ended.finally(() => clearTimeout(limit));
  if (failure !== undefined) throw failure;
  if (code !== 0) throw faultFrom(words, code);
}

/** The same, for output of a few lines. */
export async function gitLines(folder: string, args: readonly string[]): Promise<string[]> {
  const chunks: Buffer[] = [];
  await git(folder, args, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString().split('\n');
}

function missing(folder: string, error: Error): GitFault {
  for (let at = folder; at !== dirname(at); at = dirname(at))
    if (existsSync(join(at, '.git'))) return new GitFault('refused', `git cannot be run (${error.message}).`);
  return new GitFault('none', 'There is no git and no repository.');
}

function faultFrom(words: string, code: number | null): GitFault {
  if (/promisor/.test(words))
    return new GitFault(
      'refused',
      'the clone is partial, so it lacks earlier versions. Clone the repository again without `--filter`.',
    );
  const none = /not a git repository|unknown revision|needed a single revision|does not have any commits/i.test(words);
  const line = words.split('\n').find((each) => /^(?:fatal|error):/.test(each)) ?? '';
  const said = line.replace(/^(?:fatal|error): /, '').replace(/[.\s]*$/, '') || `it ended with ${code ?? 'a signal'}`;
  return new GitFault(none ? 'none' : 'refused', `git says: ${said}.`);
}
