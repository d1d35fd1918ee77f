import type { Edition } from '../../newsroom/edition/edition.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface GoneView extends PageView {
  page: 'gone';
  /** Why the story was withdrawn, in the editor's words. */
  reason?: string;
}

/** The page at an address of a story that was public and is not any more. */
export function goneView(edition: Edition, path: string, reason: string | undefined): GoneView {
  return { page: 'gone', path, layout: layoutDataOf(edition), ...(reason !== undefined && { reason }) };
}
