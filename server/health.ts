import { lastScan } from '../newsroom/compile/last-scan.ts';
import type { Validity } from './validity.ts';

/** What the health check says. */
export interface Health {
  status: 'ok' | 'no store';
  /** How many articles are public. */
  articles?: number;
  /** When the content folder was last scanned, if that is known: an ISO instant. */
  lastScan?: string;
}

/** Whether the store can be read, and what is in it. `data` is the data folder. */
export function healthOf(validity: Validity, data: string): Health {
  try {
    const { value: articles } = validity.read((edition) => edition.count('all', ''));
    const scanned = lastScan(data);
    return { status: 'ok', articles, ...(scanned && { lastScan: new Date(scanned.at).toISOString() }) };
  } catch (fault) {
    console.error('The store cannot be read:', fault);
    return { status: 'no store' };
  }
}

/** 200 if the store can be read, 503 if not. */
export function statusOf(health: Health): 200 | 503 {
  return health.status === 'ok' ? 200 : 503;
}
