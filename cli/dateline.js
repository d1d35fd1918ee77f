#!/usr/bin/env node
// Dateline runs on the Node that its `node` dependency installs. If the Node that runs this file is older, the file starts
// the installed one, so `npx dateline` works with any `node` on the path. It is JavaScript that an old Node can read.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { constants as system } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 24;
const main = new URL('./dateline.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= needed) {
  keepCompiledCode();
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

// What Node makes of the source files is kept for the next start, which saves half of its time; also for processes and threads
// that this one starts. It is kept in the data folder where the project cannot be written, and nowhere if there is none.
function keepCompiledCode() {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  const { env } = process;
  const folder = isWritable(modules)
    ? join(modules, '.cache/dateline')
    : env.DATELINE_DATA && join(env.DATELINE_DATA, 'code');
  if (!folder || env.NODE_COMPILE_CACHE) return;
  env.NODE_COMPILE_CACHE = folder;
  nodeModule.enableCompileCache(folder);
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function startWith(node) {
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    stdio: 'inherit',
    // The child ends when this process is killed, which cannot pass that on.
    env: { ...process.env, DATELINE_STARTED_BY: String(process.pid) },
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // The child ends by itself, and this process after it.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (fault) => {
    console.error(`dateline: ${node} does not start: ${fault.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (system.signals[signal] ?? 0);
  });
}
