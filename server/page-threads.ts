import { availableParallelism, totalmem } from 'node:os';
import { createInterface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { StoreDamage } from '../newsroom/compile/damaged-store.ts';
import { CachedPage } from './cached-page.ts';
import { log } from './log.ts';
import type { Made, MakePage, PageRequest } from './page-maker.ts';
import type { PageOwner, ThreadAnswer, ThreadOptions, ThreadTask } from './page-thread.ts';
import { Unavailable } from './unavailable.ts';

/** More threads than this need more memory than they are worth. */
const mostThreads = 4;
/** How long after the end of a thread the next one is started. Milliseconds. */
const restartAfter = 1000;
/** The ceiling of what a thread keeps in memory, in MiB. A page that needs more ends the thread, and gets a 503. */
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** Where there is so much memory, each thread may use some 100 MiB more than it must. Bytes. */
const memoryForGrowth = 4 * 1024 ** 3;

interface Task {
  resolve: (made: Made) => void;
  reject: (fault: Error) => void;
}

/** What the tasks of a site are made with. */
interface Source {
  /** The present, in milliseconds. */
  readonly now: number;
  /** The store's file that is read at present, by its `fileIdentity`, and its branch. */
  readonly file: string | undefined;
  readonly branch: string;
}

/** One thread, with what it has to do. */
class PageThread {
  readonly #worker: Worker;
  readonly #tasks = new Map<number, Task>();
  readonly ready: Promise<void>;
  isReady = false;

  constructor(options: ThreadOptions, onEnd: (fault: Error | undefined) => void) {
    this.#worker = new Worker(new URL('./page-thread.ts', import.meta.url), {
      workerData: options,
      resourceLimits: limits,
      stdout: true,
      stderr: true,
    });
    // What Next prints goes to the log, in lines.
    createInterface(this.#worker.stdout).on('line', (line) => log.info(line));
    createInterface(this.#worker.stderr).on('line', (line) => log.error(line));
    let end: Error | undefined;
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (answer: ThreadAnswer) => (answer.type === 'ready' ? resolve() : this.#take(answer)));
      this.#worker.on('error', (fault) => {
        end = fault instanceof Error ? fault : new Error(String(fault));
      });
      this.#worker.on('exit', () => {
        const fault = new Unavailable(`A thread that makes pages has ended${end ? ` (${end.message})` : ''}.`);
        for (const { reject: refuse } of this.#tasks.values()) refuse(fault);
        this.#tasks.clear();
        reject(end ?? fault);
        onEnd(end);
      });
    });
    // Whoever waits for it learns of a fault.
    this.ready.then(
      () => (this.isReady = true),
      () => undefined,
    );
  }

  /** How many tasks are not done. */
  get load(): number {
    return this.#tasks.size;
  }

  run(task: ThreadTask): Promise<Made> {
    return new Promise((resolve, reject) => {
      this.#tasks.set(task.number, { resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: Exclude<ThreadAnswer, { type: 'ready' }>): void {
    const task = this.#tasks.get(answer.number);
    this.#tasks.delete(answer.number);
    if (answer.type === 'failed') task?.reject(faultOf(answer));
    else if (answer.made.type !== 'sent') task?.resolve(answer.made);
    else {
      const { head, stored, reading } = answer.made.page;
      const page = new CachedPage(head, Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength));
      page.reading = reading;
      task?.resolve({ type: 'page', page });
    }
  }
}

function faultOf({ fault, message, path }: Extract<ThreadAnswer, { type: 'failed' }>): Error {
  switch (fault) {
    case 'unavailable':
      return new Unavailable(message, path);
    case 'damaged':
      return new StoreDamage(message);
    case 'other':
      return new Error(message);
  }
}

/**
 * Threads that make pages, on all processors. The thread that answers requests makes none, so that finished pages are sent
 * at once whatever else is asked for.
 */
export class PageThreads {
  readonly #options: ThreadOptions;
  readonly #threads: PageThread[] = [];
  readonly #report: (message: string) => void;
  #number = 0;
  #isClosed = false;

  private constructor(options: ThreadOptions, report: (message: string) => void) {
    this.#options = options;
    this.#report = report;
  }

  /**
   * Starts as many threads as there are processors, up to four; `count` sets another number. The first pages need not wait for more
   * than the first thread, so the others start after it. Throws if it cannot start.
   */
  static async start(
    options: ThreadOptions,
    {
      count = Math.min(mostThreads, availableParallelism()),
      report = (message: string): void => log.error(message),
    } = {},
  ): Promise<PageThreads> {
    // With limits as these, V8 collects all garbage whenever the memory of a thread has grown by a third, which holds up every
    // tenth page. It may grow to three times its size first. A compile before, in this process, has set less.
    if (Math.min(totalmem(), process.constrainedMemory() || Infinity) >= memoryForGrowth)
      setFlagsFromString('--heap-growing-percent=200');
    const threads = new PageThreads(options, report);
    await threads.#add().ready;
    for (let index = 1; index < count; index += 1) threads.#add();
    return threads;
  }

  get count(): number {
    return this.#threads.length;
  }

  /** Makes the pages of a site, each in the thread that has the least to do. */
  makerFor(source: Source, owner: PageOwner = {}): MakePage {
    return (request) => this.#make(request, source, owner);
  }

  #make(request: PageRequest, source: Source, owner: PageOwner): Promise<Made> {
    const ready = this.#threads.filter(({ isReady }) => isReady);
    const [thread] = (ready.length > 0 ? ready : this.#threads).toSorted((a, b) => a.load - b.load);
    if (!thread) return Promise.reject(new Unavailable('There is no thread that makes pages.', request.path));
    this.#number += 1;
    const { now, file: store, branch } = source;
    return thread.run({ ...request, ...owner, number: this.#number, now, store, branch });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #add(): PageThread {
    const thread = new PageThread(this.#options, (fault) => {
      this.#threads.splice(this.#threads.indexOf(thread), 1);
      if (this.#isClosed) return;
      this.#report(`A thread that makes pages has ended${fault ? ` (${fault.message})` : ''}. Another one is started.`);
      setTimeout(() => {
        if (!this.#isClosed) this.#add();
      }, restartAfter).unref();
    });
    this.#threads.push(thread);
    return thread;
  }
}
