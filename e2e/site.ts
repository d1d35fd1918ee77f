import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

/** The settings with which a site is started. A setting that is left out is not in its environment either. */
export interface SiteSettings {
  /** The newsroom's folder. Default: the demonstration newsroom. */
  content?: string;
  /** The folder of the store and of the cached pages. Default: a temporary folder. */
  data?: string;
  /** `DATELINE_NOW` */
  now?: string;
  /** The file of a clock that the test moves (`embargo/driven-clock.ts`). Default: the clock of the machine. */
  clock?: string;
  siteUrl?: string;
  /** `DATELINE_SNAPSHOT` */
  snapshot?: string;
  /** `PORT`, as a user would write it. Default: any free port. */
  port?: string;
  /** Other variables, such as `LOG_FORMAT`, which is `text` in a test. */
  env?: Record<string, string>;
  /** The command and its arguments. Default: `start`. */
  command?: string[];
}

/** What a started command has printed so far, and how it ended. */
export interface Printed {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** The address that sites are started with, if a test gives no other. It is not the address of the server: no page may name that. */
export const siteUrl = 'https://paper.example';

/** Long enough to build the code first, on a machine with other work. Milliseconds. */
const startTimeout = 300_000;

const clockPreload = new URL('./embargo/clock-preload.ts', import.meta.url).href;

/** `dateline start` in a process, as `npm start` runs it. */
export class Site {
  /** `http://127.0.0.1:port` */
  readonly base: string;
  readonly #started: Started;

  private constructor(started: Started, base: string) {
    this.#started = started;
    this.base = base;
  }

  /** Starts a site, and waits until it serves. Throws if it does not. */
  static async start(settings: SiteSettings = {}): Promise<Site> {
    const started = new Started(settings);
    const port = await started.waitFor(/Serving at http:\/\/[^:]+:(\d+)/);
    if (port === undefined) {
      const { stdout, stderr } = await started.end();
      throw new Error(`The site did not start.\n${stdout}${stderr}`);
    }
    return new Site(started, `http://127.0.0.1:${port}`);
  }

  /** Starts a site that is expected to end by itself, and returns how it ended. */
  static async startAndFail(settings: SiteSettings): Promise<Printed> {
    const started = new Started(settings);
    await started.waitFor(/Serving at/);
    return started.end();
  }

  /** What it has printed so far. */
  get printed(): Printed {
    return this.#started;
  }

  /** Waits until the site has made the pages that it makes at each start. */
  async firstPages(): Promise<void> {
    await this.#started.waitFor(/The pages that readers ask for first are ready/);
  }

  async stop(): Promise<void> {
    await this.#started.end();
  }
}

class Started implements Printed {
  stdout = '';
  stderr = '';
  code: number | null = null;
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  readonly #data: string | undefined;
  #check: () => void = () => undefined;

  constructor(settings: SiteSettings) {
    this.#data = settings.data === undefined ? mkdtempSync(join(tmpdir(), 'dateline-data-')) : undefined;
    const clock = settings.clock === undefined ? [] : ['--import', clockPreload];
    const child = spawn(process.execPath, [...clock, 'cli/dateline.js', ...(settings.command ?? ['start'])], {
      cwd: root,
      env: environmentFor({ ...settings, data: settings.data ?? this.#data ?? '' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.#check();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#ended = new Promise((resolve) => {
      child.on('close', (code) => {
        this.code = code;
        this.#check();
        resolve();
      });
    });
  }

  /** Waits until a line matches, and returns its first group. `undefined` if the process ends before, or after the timeout. */
  waitFor(line: RegExp): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), startTimeout);
      this.#check = () => {
        const match = line.exec(this.stdout);
        if (!match && this.code === null) return;
        clearTimeout(timer);
        resolve(match ? (match[1] ?? match[0]) : undefined);
      };
      this.#check();
    });
  }

  async end(): Promise<Printed> {
    this.#process.kill('SIGTERM');
    await this.#ended;
    if (this.#data !== undefined) rmSync(this.#data, { recursive: true, force: true });
    return this;
  }
}

/** The environment of this process, with the settings of the site, and without what `node --test` sets for its children. */
function environmentFor({
  content,
  data,
  now,
  clock,
  siteUrl: address = siteUrl,
  snapshot,
  port = '0',
  env,
}: SiteSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATELINE_CONTENT: content,
    DATELINE_DATA: data,
    DATELINE_NOW: now,
    DATELINE_SNAPSHOT: snapshot,
    E2E_CLOCK: clock,
    SITE_URL: address,
    PORT: port,
    HOST: undefined,
    NODE_TEST_CONTEXT: undefined,
    LOG_FORMAT: 'text',
    ...env,
  };
}
