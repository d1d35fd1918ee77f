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
  const progress = progressBar();
  try {
    return await compile({ ...options, ownAddresses, progress: progress.move });
  } finally {
    progress.end();
  }
}
