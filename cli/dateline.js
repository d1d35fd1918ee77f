#!/usr/bin/env node
// Dateline runs on the Node that its `node` dependency brings. Where the machine's own is older, this file, which any
// Node can read, starts that one; so `npx dateline` works whatever `node` is on the path.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const needed = 24;
const main = new URL('./dateline.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= needed) {
  await import(main.href);
} else {
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (existsSync(node)) startWith(node);
  else {
    console.error(
      `dateline needs Node ${needed}; this is ${process.version}, and there is none at ${node}. Run \`npm ci\`.`,
    );
    process.exitCode = 2;
  }
}

function startWith(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // The child ends in its own way, and this process after it.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (fault) => {
    console.error(`dateline: ${node} does not start: ${fault.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
