import type { HeadParts } from '../shell/head-parts.ts';
import type { HistoryView } from './view.ts';

export function historyHead({ story: { headline } }: HistoryView): HeadParts {
  return { title: `History: ${headline}`, description: `The versions of “${headline}”.`, unlisted: true };
}
