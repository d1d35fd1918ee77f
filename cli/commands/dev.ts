import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { keepLive } from '../../newsroom/compile/live.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { root } from '../build-code.ts';
import { compileContent } from '../compile-content.ts';
import { ownAddresses } from '../../server/own-addresses.ts';
import { liveReport } from '../live-report.ts';
import { printSummary } from '../print.ts';

/** `dateline dev`: `next dev` over live content. Code and articles show as soon as they are saved. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, [], 'dev')) return 2;
  const settings = settingsFrom(process.env);
  const { content, data, host, port } = settings;
  const summary = await compileContent({ content, data });
  printSummary(summary);
  const live = keepLive(settings, liveReport(summary), { ownAddresses });
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
