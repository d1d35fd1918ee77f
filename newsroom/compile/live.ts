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

/**
 * Keeps the store up to date with the content folder until `stop` is called. It runs in a thread, which is started again
 * when it dies, so that the thread that serves pages never waits for it. `saysHistory`: whether it reports why articles have no
 * history.
 */
export function keepLive(
  { content, data, poll }: Pick<Settings, 'content' | 'data' | 'poll'>,
  report: (message: LiveMessage) => void,
  {
    audience = 'public',
    scanEvery,
    ownAddresses,
    saysHistory = false,
  }: { audience?: Audience; scanEvery?: number; ownAddresses?: OwnAddresses; saysHistory?: boolean } = {},
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
  let thread = start();
  function start(): Worker {
    const worker = new Worker(new URL('./live-worker.ts', import.meta.url), { workerData });
    worker.on('message', (message: LiveMessage | { type: 'compared'; store: string }) => {
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
      await thread.terminate();
    },
  };
}
