import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Exchange } from './exchange.ts';
import { LineWriter } from './line-writer.ts';
import { combinedLine } from './log-output.ts';

const exchange: Exchange = {
  id: 'a',
  method: 'GET',
  address: '/2026/01/13/slug?q="x"',
  version: '1.1',
  client: '192.0.2.1',
  referrer: undefined,
  agent: 'Evil"\u009B31m\\ agent\u0007',
  kind: 'page',
  source: 'memory',
  status: 200,
  bytes: 1234,
  milliseconds: 1.5,
  complete: true,
};

test('a line in the combined format; what a client sends cannot end a field or reach the terminal', () => {
  assert.equal(
    combinedLine(exchange, new Date('2026-01-13T09:30:00Z')),
    '192.0.2.1 - - [13/Jan/2026:09:30:00 +0000] "GET /2026/01/13/slug?q=\\x22x\\x22 HTTP/1.1" 200 1234 "-" "Evil\\x22\\x9b31m\\x5c agent\\x07"\n',
  );
});

test('lines are written in their order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-log-'));
  const file = join(folder, 'log');
  const descriptor = openSync(file, 'w');
  const writer = new LineWriter(descriptor, (lost) => `${lost} lost\n`);
  const lines = Array.from({ length: 10_000 }, (_, index) => `line ${index}\n`);
  for (const [index, line] of lines.entries()) {
    writer.write(line);
    if (index % 1000 === 0) await new Promise(setImmediate);
  }
  await writer.flush(10_000);
  assert.equal(readFileSync(file, 'utf8'), lines.join(''));
  closeSync(descriptor);
  // What cannot be written is lost; the process goes on.
  writer.write('to nowhere\n');
  await writer.flush(10_000);
  rmSync(folder, { recursive: true });
});
