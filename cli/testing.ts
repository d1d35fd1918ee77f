import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestNewsroom } from '../newsroom/testing.ts';

const command = fileURLToPath(new URL('dateline.js', import.meta.url));

/** Runs `dateline` over a newsroom as of 1 February 2026. */
export function dateline(newsroom: TestNewsroom, ...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      DATELINE_CONTENT: newsroom.content,
      DATELINE_DATA: newsroom.data,
      DATELINE_NOW: '2026-02-01T00:00:00Z',
      LOG_FORMAT: 'text',
    },
  });
  return { code: status, out: stdout, err: stderr };
}
