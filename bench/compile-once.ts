import { compileQuietly } from '../cli/compile-content.ts';
import { memoryOf } from './measure.ts';

/** One compile in a separate process, so that its memory can be measured. Prints a `CompileRun`. */
export interface CompileRun {
  articles: number;
  changed: number;
  problems: number;
  firstProblem: string | undefined;
  seconds: number;
  /** Of all cores together. Other work on the machine does not change it. */
  cpu: number;
  /** The most memory that the process had, threads and SQLite included. */
  peak: number;
}

if (import.meta.main) {
  const [content = '', data = ''] = process.argv.slice(2);
  const { articles, added, changed, problems, seconds } = await compileQuietly({ content, data });
  const first = problems[0];
  const { user, system } = process.cpuUsage();
  const run: CompileRun = {
    articles,
    changed: added + changed,
    problems: problems.length,
    firstProblem: first && `${first.file}:${first.line} ${first.message}`,
    seconds,
    cpu: (user + system) / 1e6,
    peak: memoryOf('self', 'VmHWM'),
  };
  process.stdout.write(JSON.stringify(run));
}
