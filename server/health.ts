import { lastScan } from '../newsroom/compile/last-scan.ts';
import type { Validity } from './validity.ts';

/** What the health check says. */
export interface Health {
  /** `not followed`: the site serves what it has, but changes of the content folder, such as a kill, do not show. */
  status: 'ok' | 'not followed' | 'no store';
  /** Why it is not `ok`, in sentences. */
  reason?: string;
  /** How many articles are public. */
  articles?: number;
  /** When the content folder was last scanned, if that is known: an ISO instant. */
  lastScan?: string;
}

/**
 * Whether the store can be read, and what is in it. `data` is the data folder. `hindrance` says why changes of the content
 * folder are not followed at present; `onFault` takes why the store cannot be read.
 */
export function healthOf(
  validity: Validity,
  data: string,
  hindrance?: string,
  onFault: (fault: unknown) => void = (fault) => console.error('The store cannot be read:', fault),
): Health {
  try {
    const { value: articles } = validity.read((edition) => edition.count('all', ''));
    const scanned = lastScan(data);
    return {
      ...(hindrance === undefined ? { status: 'ok' } : { status: 'not followed', reason: hindrance }),
      articles,
      ...(scanned && { lastScan: new Date(scanned.at).toISOString() }),
    };
  } catch (fault) {
    onFault(fault);
    return { status: 'no store', reason: hindrance ?? 'The store cannot be read.' };
  }
}

/** 200 if the store can be read and the content folder is followed, 503 if not. */
export function statusOf(health: Health): 200 | 503 {
  return health.status === 'ok' ? 200 : 503;
}
