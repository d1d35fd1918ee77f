import type { Edition } from '../../newsroom/edition/edition.ts';
import { layoutDataOf, mastheadOf, type Masthead } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { richTextOf, type RichText } from '../shell/rich-text.ts';

export interface AboutView extends PageView, Masthead {
  page: 'about';
  title: string;
  /** What the newsroom says about itself. */
  richText?: RichText;
}

/** The page about the newsroom. A newsroom that has not written one has a page of what its settings say. */
export function aboutView(edition: Edition): AboutView {
  const { about, site } = edition;
  return {
    page: 'about',
    path: '/about',
    layout: layoutDataOf(edition),
    title: about?.title ?? `About ${site.name}`,
    ...mastheadOf(edition),
    ...(about && { richText: richTextOf(edition, about.body) }),
  };
}
