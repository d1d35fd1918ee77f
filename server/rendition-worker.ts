import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Order } from '../formats/rendition/render.ts';
import { Unavailable } from './unavailable.ts';

/** What the process is asked for. */
export interface RenditionTask {
  id: number;
  /** Of the picture's file. */
  path: string;
  /** Git's name for the bytes that the file must have. */
  hash: string;
  order: Order;
  /** Whether the picture is transparent or has few colours. */
  flat: boolean;
}

/** What the process answers. */
export type Reply =
  | { id: number; bytes: Uint8Array }
  /** `changed`: the file has other bytes by now, or is gone. `broken`: it cannot be decoded. */
  | { id: number; fault: 'changed' }
  | { id: number; fault: 'broken'; words: string };

/** The picture cannot be decoded, or not in time. */
export class BrokenPicture extends Error {
  override name = 'BrokenPicture';
}

/** Milliseconds after which a task is given up; the largest pictures take less than two seconds of a free core. */
const longestTask = 30_000;

/** Milliseconds without a task after which the process ends, to give its memory back. */
const longestIdle = 300_000;

/** Pages come first: renditions get what the processor has left. */
const niceness = 10;

/** A picture that was under work this often when the process ended is broken. */
const mostSuspected = 3;

interface Waiting {
  hash: string;
  resolve: (bytes: Buffer) => void;
  reject: (fault: Error) => void;
  timer: NodeJS.Timeout;
}

/** The process that makes renditions. It starts with the first task, and anew after it has ended. */
export class RenditionWorker {
  readonly #root: string;
  readonly #waiting = new Map<number, Waiting>();
  #process: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;
  /** By hash of a picture: how often the process has ended while it worked on that picture and on others. */
  readonly #suspected = new Map<string, number>();

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  /** The bytes of a rendition. Throws `BrokenPicture`, or `Unavailable` if the file has been changed meanwhile. */
  make(task: Omit<RenditionTask, 'id'>): Promise<Buffer> {
    clearTimeout(this.#idle);
    this.#last += 1;
    const id = this.#last;
    return new Promise<Buffer>((resolve, reject) => {
      const child = (this.#process ??= this.#start());
      const timer = setTimeout(() => this.#giveUp(child, id), longestTask);
      this.#waiting.set(id, { hash: task.hash, resolve, reject, timer });
      child.send({ ...task, id } satisfies RenditionTask, (fault) => {
        if (fault) this.#ended(child, fault.message);
      });
    }).finally(() => {
      if (this.#waiting.size === 0) this.#endWhenIdle();
    });
  }

  /** Starts the process, so that the first task does not wait for it. */
  warm(): void {
    this.#process ??= this.#start();
    this.#endWhenIdle();
  }

  /** Ends the process. */
  close(): void {
    clearTimeout(this.#idle);
    this.#process?.kill();
  }

  #endWhenIdle(): void {
    // Several tasks end at once when the process does: only the last timer may be left, which the next task stops.
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), longestIdle);
    this.#idle.unref();
  }

  #start(): ChildProcess {
    const file = join(/* turbopackIgnore: true */ this.#root, 'server/rendition-process.ts');
    const child = fork(/* turbopackIgnore: true */ file, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // The server's own options, such as those of a debugger, are not for it.
      execArgv: [],
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, niceness);
    } catch {
      // It works at the server's priority too.
    }
    child.on('message', (reply: Reply) => this.#take(reply));
    child.on('error', (fault) => this.#ended(child, fault.message));
    child.on('exit', (code, signal) => this.#ended(child, `the decoder ended with ${code ?? signal}`));
    // A server that has nothing else to do may end.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    this.#waiting.delete(reply.id);
    this.#suspected.delete(waiting.hash);
    clearTimeout(waiting.timer);
    if ('bytes' in reply) {
      const { buffer, byteOffset, byteLength } = reply.bytes;
      waiting.resolve(Buffer.from(buffer, byteOffset, byteLength));
    } else if (reply.fault === 'broken') waiting.reject(new BrokenPicture(reply.words));
    else waiting.reject(new Unavailable('The file of a picture was changed a moment ago.'));
  }

  /** Nothing but the end of its process stops a decoder. The other tasks of the process can be asked for again. */
  #giveUp(child: ChildProcess, id: number): void {
    this.#waiting.get(id)?.reject(new BrokenPicture('it takes too long'));
    this.#waiting.delete(id);
    child.kill('SIGKILL');
  }

  /** Nobody knows which of several tasks has ended the process. A picture that was under work each time is broken. */
  #ended(child: ChildProcess, words: string): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    const alone = this.#waiting.size === 1;
    for (const { hash, reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      const times = (this.#suspected.get(hash) ?? 0) + 1;
      this.#suspected.set(hash, times);
      const isBroken = !child.killed && (alone || times >= mostSuspected);
      reject(isBroken ? new BrokenPicture(words) : new Unavailable('What makes pictures is started again.'));
    }
    this.#waiting.clear();
  }
}
