import type { Change } from '../../newsroom/model/version.ts';
import type { Words } from './words.ts';

/** What a change between two versions of a story is called. `partial`: there may be versions before the first that is known. */
export function changeInWords({ history }: Words, change: Change, partial: boolean | undefined): string {
  return change === 'first' && partial ? history.firstOnRecord : history[change];
}
