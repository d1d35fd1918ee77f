import { Worker } from 'node:worker_threads';
import type { Settings } from '../settings.ts';
import { fileIdentity } from '../store/file-identity.ts';
import type { Audience } from '../store/schema.ts';
import { storePath } from '../store/store.ts';
import type { OwnAddresses } from '../model/own-addresses.ts';
import type { CompileSummary } from './compile.ts';
import type { LiveMessage, LiveOptions } from './live-worker.ts';

/** The last compile of a running site. */
export interface LastCompile {
  /** When it ended. Milliseconds, by the machine's clock. */
  at: number;
  summary: CompileSummary;
}

/** A store that follows the content folder. */
export interface LiveStore {
  /** Done when the store was compared with the folder for the first time, or cannot be at present. */
  firstComparison: Promise<void>;
  /** Whether the store has not been compared with the folder yet. */
  isComparing(): boolean;
  lastCompile(): LastCompile | undefined;
  /** Whether it has compared this file of a store with the folder; by its `fileIdentity`. */
  hasCompared(file: string): boolean;
  /** Why changes of the folder are not followed at present; `undefined` while they are. */
  hindrance(): string | undefined;
  /** What an operator must know though readers are served: a snapshot that is refused. */
  notice?(): string | undefined;
  /** Replaces the store, which a reader has found damaged. */
  rebuild(): void;
  stop(): Promise<void>;
}

/** A compile of everything may keep the thread busy for some seconds. Milliseconds. */
const defaultPatience = 30_000;

/**
 * Keeps the store up to date with the content folder until `stop` is called. It runs in a thread, which is started again
 * when it dies, so that the thread that serves pages never waits for it. `saysHistory`: whether it reports why articles have no
 * history. `patience`: after how many milliseconds without a sign from the thread changes count as not followed.
 */
export function keepLive(
  { content, data, poll }: Pick<Settings, 'content' | 'data' | 'poll'>,
  report: (message: LiveMessage) => void,
  {
    audience = 'public',
    scanEvery,
    ownAddresses,
    saysHistory = false,
    patience = defaultPatience,
  }: {
    audience?: Audience;
    scanEvery?: number;
    ownAddresses?: OwnAddresses;
    saysHistory?: boolean;
    patience?: number;
  } = {},
): LiveStore {
  const workerData: LiveOptions = { content, data, audience, poll, scanEvery, ownAddresses, saysHistory };
  let stopped = false;
  let hindrance: string | undefined;
  let compared: string | undefined;
  let died = false;
  let lastCompile: LastCompile | undefined;
  const { promise: firstComparison, resolve: begin } = Promise.withResolvers<void>();
  const take = (message: LiveMessage): void => {
    if (message.type === 'followed') hindrance = message.hindrance;
    if (message.type === 'compiled') lastCompile = { at: message.at, summary: message.summary };
    report(message);
    if (compared !== undefined || hindrance !== undefined) begin();
  };
  /** When the thread gave its last sign, in milliseconds of `performance.now()`, and what hindered it then. */
  const heard = { at: performance.now(), hindrance };
  let isSilent = false;
  const listening = setInterval(() => {
    if (isSilent || died || performance.now() - heard.at < patience) return;
    isSilent = true;
    const words = `The thread that follows it has given no sign for ${Math.round(patience / 1000)} seconds. Another program may have locked the store.`;
    take({ type: 'followed', hindrance: words });
  }, patience / 10).unref();
  let thread = start();
  function start(): Worker {
    const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { workerData });
    worker.on('message', (message: LiveMessage | { type: 'compared'; store: string } | { type: 'alive' }) => {
      heard.at = performance.now();
      if (message.type === 'followed') heard.hindrance = message.hindrance;
      if (isSilent) {
        isSilent = false;
        take({ type: 'followed', hindrance: heard.hindrance });
      }
      if (message.type === 'alive') return;
      if (message.type === 'compared') {
        compared = message.store;
        return;
      }
      take(message);
      if (!died || message.type !== 'compiled') return;
      died = false;
      take({ type: 'followed', hindrance: undefined });
    });
    worker.on('error', (error) => {
      died = true;
      take({ type: 'followed', hindrance: `Watching stopped (${error.message}). It is started again.` });
    });
    worker.on('exit', () => {
      if (!stopped) setTimeout(() => (thread = start()), 1000);
    });
    return worker;
  }
  return {
    firstComparison,
    isComparing: () => compared === undefined,
    lastCompile: () => lastCompile,
    hasCompared: (file) => file === compared,
    hindrance: () => hindrance,
    rebuild() {
      const file = fileIdentity(storePath(data));
      // A file that has replaced the damaged one is not read before it was compared.
      if (file !== undefined && (compared === undefined || compared === file)) thread.postMessage(file);
    },
    async stop() {
      stopped = true;
      clearInterval(listening);
      await thread.terminate();
    },
  };
}
