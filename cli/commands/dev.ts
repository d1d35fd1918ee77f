import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../newsroom/compile/compile.ts';
import { keepLive } from '../../newsroom/compile/live.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { liveReport } from '../live-report.ts';
import { printProblems, progressBar, summaryLine } from '../print.ts';

const root = join(fileURLToPath(import.meta.url), '../../..');

/** `next dev` over live content: code and articles show as they are saved. */
export async function run(): Promise<number> {
  const settings = settingsFrom(process.env);
  const { content, data, host, port } = settings;
  const progress = progressBar();
  const summary = await compile({ content, data, progress: progress.move });
  progress.end();
  printProblems(summary.problems);
  console.log(summaryLine(summary));
  const live = keepLive(settings, liveReport(summary));
  const next = join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'dev', '--hostname', host, '--port', String(port)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.on('exit', (status) => resolve(status ?? 0)));
  await live.stop();
  return code;
}
