import { fork } from 'node:child_process';
import { CannotCompile, type CompileOptions, type CompileSummary } from '../newsroom/compile/compile.ts';
import { compileQuietly } from './compile-content.ts';
import { wordsOf } from './print.ts';

/** What the process is asked to compile. */
type Task = Pick<CompileOptions, 'content' | 'data' | 'audience'>;

/** What it answers. */
type Result = { summary: CompileSummary } | { fault: string };

/**
 * Compiles as `compileQuietly` does, in a process of its own: what it needs of memory is given back at its end. Throws
 * `CannotCompile`.
 */
export async function compileApart(task: Task): Promise<CompileSummary> {
  const child = fork(import.meta.filename, [JSON.stringify(task)], { serialization: 'advanced' });
  const result = await new Promise<Result>((resolve, reject) => {
    child.on('message', (message: Result) => resolve(message));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ fault: `The compile ended with ${signal ?? code}.` }));
  });
  if ('fault' in result) throw new CannotCompile(result.fault);
  return result.summary;
}

if (import.meta.main) {
  // The process that wants the result is gone.
  process.on('disconnect', () => process.exit(2));
  const task: Task = JSON.parse(process.argv[2] ?? '{}');
  const result: Result = await compileQuietly(task).then(
    (summary) => ({ summary }),
    (fault: unknown) => ({ fault: wordsOf(fault) }),
  );
  process.send?.(result, () => process.disconnect());
}
