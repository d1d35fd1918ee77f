import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

/** What a site is started with. What is left out is left out of its environment too. */
export interface SiteSettings {
  /** The newsroom's folder; the demonstration newsroom where it is left out. */
  content?: string;
  /** The folder of the store and the page cache; a new one where it is left out. */
  data?: string;
  /** `DATELINE_NOW` */
  now?: string;
  /** The file of a clock that the test moves (`embargo/driven-clock.ts`); the machine's own where it is left out. */
  clock?: string;
  siteUrl?: string;
  /** As the person at the keyboard would write it. Any free one where it is left out. */
  port?: string;
  /** The command and its arguments; `start` where it is left out. */
  command?: string[];
}

/** What a started command has printed so far, and how it ended. */
export interface Printed {
  stdout: string;
  stderr: string;
  code: number | null;
}

/** The address that sites are started with, unless a test says otherwise: no page may know where it is served. */
export const siteUrl = 'https://paper.example';

/** The first start of a new build takes its time, and so does a machine with other work. Milliseconds. */
const longestStart = 300_000;

const clockPreload = new URL('./embargo/clock-preload.ts', import.meta.url).href;

/** `dateline start` as another program, as `npm start` starts it. */
export class Site {
  /** `http://127.0.0.1:port` */
  readonly base: string;
  readonly #started: Started;

  private constructor(started: Started, base: string) {
    this.#started = started;
    this.base = base;
  }

  /** Starts a site and waits until it serves. */
  static async start(settings: SiteSettings = {}): Promise<Site> {
    const started = new Started(settings);
    const port = await started.says(/Serving at http:\/\/[^:]+:(\d+)/);
    if (port === undefined) {
      const { stdout, stderr } = await started.end();
      throw new Error(`The site did not start.\n${stdout}${stderr}`);
    }
    return new Site(started, `http://127.0.0.1:${port}`);
  }

  /** Starts a command that ends by itself, and returns how it ended. */
  static async startInVain(settings: SiteSettings): Promise<Printed> {
    const started = new Started(settings);
    await started.says(/Serving at/);
    return started.end();
  }

  /** What it has printed so far. */
  get printed(): Printed {
    return this.#started;
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
  #look: () => void = () => undefined;

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
      this.#look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#ended = new Promise((resolve) => {
      child.on('close', (code) => {
        this.code = code;
        this.#look();
        resolve();
      });
    });
  }

  /** Waits until a line matches; `undefined` where it ends without, or never comes to it. */
  says(line: RegExp): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), longestStart);
      this.#look = () => {
        const match = line.exec(this.stdout);
        if (!match && this.code === null) return;
        clearTimeout(timer);
        resolve(match ? (match[1] ?? match[0]) : undefined);
      };
      this.#look();
    });
  }

  async end(): Promise<Printed> {
    this.#process.kill('SIGTERM');
    await this.#ended;
    if (this.#data !== undefined) rmSync(this.#data, { recursive: true, force: true });
    return this;
  }
}

/** The environment of the test, without the settings of a newsroom and without what `node --test` hands to its child processes. */
function environmentFor({
  content,
  data,
  now,
  clock,
  siteUrl: address = siteUrl,
  port = '0',
}: SiteSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATELINE_CONTENT: content,
    DATELINE_DATA: data,
    DATELINE_NOW: now,
    E2E_CLOCK: clock,
    SITE_URL: address,
    PORT: port,
    HOST: undefined,
    NODE_TEST_CONTEXT: undefined,
  };
}
