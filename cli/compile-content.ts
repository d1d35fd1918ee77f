import { setFlagsFromString } from 'node:v8';
import { compile, type CompileOptions, type CompileSummary } from '../newsroom/compile/compile.ts';
import { ownAddresses } from '../server/own-addresses.ts';
import { printNotes, printProblems, progressBar } from './print.ts';

/**
 * Compiles with a progress bar, and prints to standard error what the desk must know: problems (by `print`), articles that are
 * hidden again, why articles have no history, and that a damaged store was replaced. Throws `CannotCompile`.
 */
export async function compileContent(
  options: Omit<CompileOptions, 'progress' | 'ownAddresses'>,
  print: typeof printProblems = printProblems,
): Promise<CompileSummary> {
  const summary = await compileQuietly(options);
  printNotes(summary, print);
  return summary;
}

/** Compiles with a progress bar, and prints nothing else. Throws `CannotCompile`. */
export async function compileQuietly(
  options: Omit<CompileOptions, 'progress' | 'ownAddresses'>,
): Promise<CompileSummary> {
  // Else V8 lets memory grow to several times of what is in use, where the machine has it: 745 MB in place of 575 at 100,000
  // articles, which take as long.
  setFlagsFromString('--heap-growing-percent=40');
  const progress = progressBar();
  try {
    return await compile({ ...options, ownAddresses, progress: progress.move });
  } finally {
    progress.end();
  }
}
