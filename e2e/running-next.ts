import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { ask, type Answer } from './http.ts';
import type { TemporaryNewsroom } from './newsroom.ts';
import { eventually } from './eventually.ts';
import { root } from './root.ts';

/** The address that pages name as that of their site. */
const siteUrl = 'https://paper.example';

/** Next without the server of `dateline start`: `next dev` or `next start`, over a newsroom. */
export class RunningNext {
  readonly base: string;
  /** All that it has printed. */
  printed = '';
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #data: string;

  private constructor(port: number, command: string[], env: NodeJS.ProcessEnv, data: string) {
    this.base = `http://127.0.0.1:${port}`;
    this.#data = data;
    this.#process = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    this.#ended = new Promise((resolve) => this.#process.on('close', () => resolve()));
  }

  /** Starts a command over a newsroom, and waits until it answers. `prepare` gets the environment of the command first. */
  static async start(
    newsroom: TemporaryNewsroom,
    command: (port: string) => string[],
    prepare: (env: NodeJS.ProcessEnv) => void = () => undefined,
  ): Promise<RunningNext> {
    const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
    const port = await freePort();
    const env = {
      ...process.env,
      DATELINE_CONTENT: newsroom.folder,
      DATELINE_DATA: data,
      DATELINE_NOW: undefined,
      SITE_URL: siteUrl,
      PORT: String(port),
      HOST: undefined,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_TEST_CONTEXT: undefined,
    };
    prepare(env);
    const next = new RunningNext(port, command(String(port)), env, data);
    try {
      await eventually('Next answers', () => next.ask('/healthz').catch(() => undefined));
      return next;
    } catch (fault) {
      await next.stop();
      throw new Error(next.printed, { cause: fault });
    }
  }

  ask(path: string): Promise<Answer> {
    return ask(this.base, encodeURI(path));
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#ended;
    rmSync(this.#data, { recursive: true, force: true });
  }
}
