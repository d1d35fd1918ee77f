import { CannotCompile, type CompileSummary } from '../newsroom/compile/compile.ts';
import type { Problem } from '../newsroom/model/problem.ts';
import { SettingsFault } from '../newsroom/settings.ts';
import { log } from '../server/log.ts';

/** What a terminal shows of problems before it says how many more there are. */
const mostShown = 50;

/** Problems in words, by file: where, what, why, and how to fix it. */
export function problemLines(problems: readonly Problem[], most = Infinity): string[] {
  const lines: string[] = [];
  let before: string | undefined;
  for (const each of problems.slice(0, most)) {
    if (before !== undefined && each.file !== before) lines.push('');
    before = each.file;
    lines.push(
      `${each.file}:${each.line}:${each.column}  ${each.code}${each.severity === 'warning' ? ' (warning)' : ''}  ${each.message}`,
      `    why  ${each.why}`,
      `    fix  ${each.fix}`,
    );
  }
  const left = problems.length - most;
  if (left > 0) lines.push('', `… and ${counted(left, 'more problem')}: \`npx dateline check\` lists them all.`);
  return lines.map(harmless);
}

/** Prints problems to standard error, but does not flood it. */
export function printProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const text = `${problemLines(problems, mostShown).join('\n')}\n`;
  log.warn(`The content has ${counted(problems.length, 'problem')}.`, { problems: problems.slice(0, mostShown) }, text);
}

/** Prints how many problems there are to standard error, for commands that are about something else. */
export function printProblemCount(problems: readonly Problem[]): void {
  if (problems.length > 0)
    log.warn(`The content has ${counted(problems.length, 'problem')}: see \`npx dateline check\`.`);
}

/**
 * Whether the site has an address and a name under which it may be published: those of `site.yaml`, or none if there is no
 * such file. If not, prints why.
 */
export function hasUsableSite({ siteUnusable, problems }: CompileSummary): boolean {
  if (!siteUnusable) return true;
  const lines = problemLines(problems.filter(({ file }) => file === 'site.yaml'));
  log.error(
    [
      'dateline: site.yaml cannot be used, so the site has no name and no address. Nothing is published.',
      ...lines,
    ].join('\n'),
  );
  return false;
}

/** `46 articles: 3 added, 1 changed, 0 removed, 2 problems, 0.4 seconds` */
export function summaryLine({ articles, added, changed, removed, problems, seconds }: CompileSummary): string {
  const counts = [`${added} added`, `${changed} changed`, `${removed} removed`, counted(problems.length, 'problem')];
  return `${counted(articles, 'article')}: ${counts.join(', ')}, ${seconds.toFixed(1)} seconds`;
}

/** Prints what a compile has done. */
export function printSummary(summary: CompileSummary): void {
  const { articles, added, changed, removed, problems, seconds } = summary;
  log.info(summaryLine(summary), { articles, added, changed, removed, problems: problems.length, seconds });
}

/** Prints to standard error what the desk must know of a compile; problems by `print`. */
export function printNotes(summary: CompileSummary, print = printProblems): void {
  print(summary.problems);
  printSetBack(summary);
  if (summary.history !== undefined) log.warn(harmless(summary.history));
  printDamaged(summary);
}

/** Prints how many articles are hidden again because the clock is behind the last compile. */
function printSetBack({ hiddenAgain }: CompileSummary): void {
  if (hiddenAgain > 0)
    log.warn(
      `The clock is behind the last compile: ${counted(hiddenAgain, 'article')} that ${hiddenAgain === 1 ? 'was' : 'were'} public ${hiddenAgain === 1 ? 'is' : 'are'} hidden again until the time comes (docs/publishing.md).`,
    );
}

/** Says that a damaged store was replaced, or that cached pages were deleted for it. */
export function printDamaged({ damaged, space }: CompileSummary): void {
  if (damaged !== undefined) log.error(damaged);
  if (space !== undefined) log.error(space);
}

/** A progress bar on standard error if that is a terminal, else nothing. `end` removes it. */
export function progressBar(): { move: (done: number, all: number) => void; end: () => void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { move: () => {}, end: () => {} };
  const width = 30;
  return {
    move(done, all) {
      const filled = all === 0 ? width : Math.round((done / all) * width);
      stderr.write(`\r\u001B[K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${counted(all, 'file')}`);
    },
    end: () => stderr.write('\r\u001B[K'),
  };
}

/** A number of things in English: `1 article`, `2 articles`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Waits until all that was printed has been written: a pipe takes long output in pieces. */
export async function flushed(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((done) => stream.write('', () => done()));
}

/** Names and words come from files of any origin: their control characters must not reach the terminal. */
function harmless(line: string): string {
  return line.replace(
    /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** What to print of a fault: its message if it was foreseen; with its trace if it is a fault of the program. */
export function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const foreseen = fault instanceof CannotCompile || fault instanceof SettingsFault;
  // The file system and SQLite say what is wrong with the machine: a full disk, a lock, a folder that cannot be read.
  const outside = 'syscall' in fault || ('code' in fault && fault.code === 'ERR_SQLITE_ERROR');
  return foreseen || outside ? fault.message : (fault.stack ?? fault.message);
}
