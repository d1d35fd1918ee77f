import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the measurements share: the machine, figures of many runs, folders, processes to wait for. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** One line on where and under what load a measurement was taken. Call it before anything is begun. */
export function machine(): string {
  const load = loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${new Date().toISOString().slice(0, 16)}Z, ${availableParallelism()} cores (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}, load before ${load}`;
}

/** NaN of no values. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Between two values, their weighted mean. NaN of no values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}

/** `median (lowest – highest)`. */
export function spread(values: readonly number[], digits = 1): string {
  const of = (value: number): string => thousands(value, digits);
  return `${of(median(values))} (${of(Math.min(...values))} – ${of(Math.max(...values))})`;
}

/** A number with commas between thousands; `–` for one that is not finite. */
export function thousands(value: number, digits = 0): string {
  return Number.isFinite(value)
    ? value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–';
}

export function kilobytes(bytes: number): string {
  return `${thousands(bytes / 1000, 1)} kB`;
}

export function megabytes(bytes: number): string {
  return `${thousands(bytes / 1_000_000, 1)} MB`;
}

/** A table in Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, 3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Prints such a table. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  print(tableOf(head, rows));
}

/** Milliseconds of the processor since `start`. */
export function processorSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Prints a line of the result. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What is under way, where it does not get into the figures. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Waits so many milliseconds, if there are any. */
export async function sleep(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Runs `use` with a folder of its own, which is gone afterwards. `BENCH_TMP` says where such folders lie. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(process.env['BENCH_TMP'] || tmpdir(), 'dateline-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes and number of the files in a folder; none where it is not there. */
export function sizeOf(folder: string, skip: readonly string[] = []): { bytes: number; files: number } {
  const sum = { bytes: 0, files: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skip.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = sizeOf(path);
      sum.bytes += inner.bytes;
      sum.files += inner.files;
    } else {
      sum.bytes += statSync(path).size;
      sum.files += 1;
    }
  }
  return sum;
}

/** Runs a Node program to its end; its standard output, and the seconds it took. Throws where it fails. */
export async function runNode(
  args: readonly string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<{ output: string; seconds: number }> {
  const started = performance.now();
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 28 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return { output: stdout, seconds: (performance.now() - started) / 1000 };
}

/** A line of `/proc/PID/status` in bytes: `VmRSS`, memory in use; `VmHWM`, the most that was. NaN off Linux. */
export function memoryOf(pid: number | 'self', line: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  } catch {
    return NaN;
  }
}

/** Seconds of a processor that a process and those that it has ended have used, to a hundredth. NaN off Linux. */
export function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Fields 14 to 17 of the line; the first two are gone. A tick is a hundredth of a second on every Linux of today.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return NaN;
  }
}

/** What a program has used until its end. */
export interface Used {
  seconds: number;
  /** Seconds of the processor, of all cores together. */
  cpu: number;
  /** The most memory that it and those that it started had at one time, in bytes. NaN off Linux. */
  peak: number;
  output: string;
}

/** How often a program is looked at. Milliseconds. */
const look = 50;

/** Runs a program to its end, and measures it with all that it starts. Throws where it fails. */
export async function runMeasured(
  [program = '', ...args]: readonly string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<Used> {
  const started = performance.now();
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, said]: [string[], string[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => output.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => said.push(part.toString()));
  let [cpu, peak] = [0, 0];
  const timer = setInterval(() => {
    const pids = family(child.pid ?? 0);
    const sum = (of: (pid: number) => number): number =>
      pids.map(of).reduce((all, one) => all + (Number.isNaN(one) ? 0 : one), 0);
    cpu = Math.max(cpu, sum(processorOf));
    peak = Math.max(
      peak,
      sum((pid) => memoryOf(pid, 'VmRSS')),
    );
  }, look);
  try {
    const [code] = await once(child, 'close');
    if (code !== 0)
      throw new Error(
        `${[program, ...args].join(' ')} ended with ${code}:\n${[...output, ...said].join('').slice(-2000)}`,
      );
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - started) / 1000, cpu: cpu || NaN, peak: peak || NaN, output: output.join('') };
}

/** A process and those that it started, and they. */
export function family(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (fields[0] !== 'Z') parents.set(Number(name), Number(fields[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
}
