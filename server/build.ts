import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made of. Content is not part of it. */
const sources = [
  'app',
  'elements',
  'formats',
  'newsroom',
  'server',
  'site',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds the site if its code is not that of the last build. Returns what the build printed if it failed. */
export async function buildIfChanged(root: string, before: () => void): Promise<string | undefined> {
  const mark = markIn(root);
  const now = fingerprint(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return undefined;
  before();
  const failed = await new Promise<string | undefined>((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'node_modules/next/dist/bin/next'), 'build'],
      {
        cwd: root,
        maxBuffer: Infinity,
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      },
      (fault, stdout, stderr) => resolve(fault ? `${stdout}${stderr}` || fault.message : undefined),
    );
  });
  if (failed !== undefined) return failed;
  mkdirSync(join(root, '.next'), { recursive: true });
  writeFileSync(mark, now);
  return undefined;
}

/** A name of the sources of the build: the same on each machine that has built the same code with the same Node. */
export function builtSources(root: string): string {
  return readFileSync(markIn(root), 'utf8').slice(0, 32);
}

function markIn(root: string): string {
  return join(root, '.next', 'dateline-sources');
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(process.version);
  const walk = (path: string): void => {
    const file = join(root, path);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) return;
    if (stats.isDirectory()) for (const name of readdirSync(file).toSorted()) walk(`${path}/${name}`);
    else if (!path.endsWith('.test.ts')) hash.update(`${path}\0`).update(readFileSync(file)).update('\0');
  };
  for (const source of sources) walk(source);
  return hash.digest('hex');
}
