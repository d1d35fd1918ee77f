import { statfsSync } from 'node:fs';
import { lastScan } from '../newsroom/compile/last-scan.ts';
import type { LastCompile } from '../newsroom/compile/live.ts';
import type { Severity } from '../newsroom/model/problem.ts';
import { schemaVersion } from '../newsroom/store/schema.ts';
import { statsOf } from '../newsroom/store/file-identity.ts';
import { storePath } from '../newsroom/store/store.ts';
import type { Validity } from './validity.ts';

/**
 * `comparing`: the site serves what it had at its last end, and has not compared it with the content folder yet. `not followed`:
 * it serves what it has, but changes of the content folder, such as a kill, do not show. `stopping`: it was told to end.
 */
type Status = 'ok' | 'comparing' | 'not followed' | 'no store' | 'stopping';

/** What the health check says. */
export interface Health {
  status: Status;
  /** That the process answers at all. */
  live: true;
  /** Whether readers may be sent to this server: only if the status is `ok`. */
  ready: boolean;
  /** Why it is not `ok`, or what will go wrong soon, in sentences. */
  reason?: string;
  /** How many articles are public. */
  articles?: number;
  store?: {
    /** The version of its tables. */
    schema: number;
    /** Of the file. */
    bytes: number;
    /** How often a compile has changed it. */
    generation?: number;
  };
  /** When the content folder was last scanned, if that is known: an ISO instant. */
  lastScan?: string;
  lastCompile?: {
    /** When it ended: an ISO instant. */
    at: string;
    seconds: number;
    /** All of them, hidden or not. */
    articles: number;
    changes: Record<'added' | 'changed' | 'removed', number>;
    problems: Record<Severity, number>;
  };
  disk?: {
    /** Bytes of the disk of the data folder that are free. */
    free: number;
  };
}

/** What everybody may read. The rest depends on hidden articles: how many there are, and when one was saved. */
export type PublicHealth = Pick<Health, 'status' | 'live' | 'ready' | 'reason' | 'articles' | 'lastScan'>;

export function publicHealth({ status, live, ready, reason, articles, lastScan: scanned }: Health): PublicHealth {
  return {
    status,
    live,
    ready,
    ...(reason !== undefined && { reason }),
    ...(articles !== undefined && { articles }),
    ...(scanned !== undefined && { lastScan: scanned }),
  };
}

/** What a running server knows of itself. */
export interface ServerState {
  /** Why changes of the content folder are not followed at present. */
  hindrance?: string | undefined;
  /** What an operator must know though all is served. */
  notice?: string | undefined;
  /** Why finished pages cannot be stored or found outside memory. The site serves on without that. */
  pageHindrance?: string | undefined;
  /** Whether the store has not been compared with the content folder since the start. */
  isComparing?: boolean;
  isStopping?: boolean;
  lastCompile?: LastCompile | undefined;
}

/** With less than this free beside the size of the store, the health check warns: a compile may write all of it again. Bytes. */
const littleSpace = 256 * 1024 * 1024;

/**
 * Whether the store can be read, and what is in it. `data` is the data folder. `onFault` takes why the store cannot be read.
 */
export function healthOf(
  validity: Validity,
  data: string,
  state: ServerState = {},
  onFault: (fault: unknown) => void = () => undefined,
): Health {
  const { hindrance, notice, pageHindrance, isComparing = false, isStopping = false, lastCompile } = state;
  let status: Status = isStopping
    ? 'stopping'
    : hindrance !== undefined
      ? 'not followed'
      : isComparing
        ? 'comparing'
        : 'ok';
  let articles: number | undefined;
  try {
    articles = validity.read((edition) => edition.count('all', '')).value;
  } catch (fault) {
    onFault(fault);
    if (!isStopping) status = 'no store';
  }
  const bytes = statsOf(storePath(data))?.size ?? 0;
  const free = freeBytes(data);
  const scanned = lastScan(data);
  const reason = hindrance ?? notice ?? reasonOf(status, free, bytes) ?? pageHindrance;
  return {
    status,
    live: true,
    ready: status === 'ok',
    ...(reason !== undefined && { reason }),
    ...(articles !== undefined && { articles }),
    store: { schema: schemaVersion, bytes, ...(lastCompile && { generation: lastCompile.summary.generation }) },
    ...(scanned && { lastScan: new Date(scanned.at).toISOString() }),
    ...(lastCompile && { lastCompile: compileIn(lastCompile) }),
    ...(free !== undefined && { disk: { free } }),
  };
}

function reasonOf(status: Status, free: number | undefined, store: number): string | undefined {
  switch (status) {
    case 'stopping':
      return 'The server was told to stop.';
    case 'no store':
      return 'The store cannot be read.';
    case 'comparing':
      return 'The store is being compared with the content folder.';
    case 'not followed':
      return undefined;
    case 'ok':
      return free !== undefined && free < littleSpace + store
        ? `The disk of the data folder has ${Math.floor(free / 1_000_000)} MB left. A compile of everything needs more.`
        : undefined;
  }
}

function compileIn({ at, summary }: LastCompile): Health['lastCompile'] {
  const { seconds, articles, added, changed, removed, problems } = summary;
  const of = (wanted: Severity): number => problems.filter(({ severity }) => severity === wanted).length;
  return {
    at: new Date(at).toISOString(),
    seconds: Math.round(1000 * seconds) / 1000,
    articles,
    changes: { added, changed, removed },
    problems: { error: of('error'), warning: of('warning') },
  };
}

function freeBytes(data: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(data);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** 200 if readers may be sent to this server, 503 if not. */
export function statusOf({ ready }: Health): 200 | 503 {
  return ready ? 200 : 503;
}
