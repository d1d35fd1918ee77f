import type { Edition } from '../../newsroom/edition/edition.ts';
import type { RouteOf } from '../addresses/routes.ts';
import { layoutDataOf, mastheadOf, type Crumb, type Masthead } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import { richTextOf, type RichText } from '../shell/rich-text.ts';

/** A page that the newsroom has written itself, such as `/contact`. */
export interface StaticPageView extends PageView {
  page: 'static-page';
  /** What it is for. `about` describes the newsroom, and there is one such page on every site. */
  purpose: 'about' | 'contact' | 'other';
  title: string;
  description?: string;
  crumbs: readonly Crumb[];
  richText?: RichText;
  /** How to reach the newsroom; on the pages `about` and `contact`. */
  contact?: { email?: string | undefined; telephone?: string | undefined };
  /** Who publishes the site; on the page `about` only. */
  masthead?: Masthead;
}

const aboutPath = '/about';

/** A newsroom that has not written about itself has a page of what its settings say. */
export function staticPageView(edition: Edition, { path }: RouteOf<'static-page'>): StaticPageView | undefined {
  const { site } = edition;
  const own = edition.page(path);
  if (!own && path !== aboutPath) return undefined;
  const description = own?.description ?? (path === aboutPath ? site.description : undefined);
  const { email, telephone } = site.contact ?? {};
  const purpose = path === aboutPath ? 'about' : path === (site.contact?.page ?? '/contact') ? 'contact' : 'other';
  return {
    page: 'static-page',
    path,
    purpose,
    layout: layoutDataOf(edition),
    title: own?.title ?? aboutTitle(edition),
    ...(description !== undefined && { description }),
    crumbs: pagesAbove(edition, path),
    ...(own && { richText: richTextOf(edition, own.body) }),
    ...(purpose !== 'other' && (email ?? telephone) !== undefined && { contact: { email, telephone } }),
    ...(path === aboutPath && { masthead: mastheadOf(edition) }),
  };
}

function aboutTitle({ site }: Edition): string {
  return fill(siteWords(site).about.title, { site: site.name });
}

/** The pages in whose folders a page is: `/about` above `/about/ethics`. */
function pagesAbove(edition: Edition, path: string): Crumb[] {
  const parts = path.split('/');
  return parts.slice(2).flatMap((_, index) => {
    const above = parts.slice(0, index + 2).join('/');
    const title = edition.page(above)?.title ?? (above === aboutPath ? aboutTitle(edition) : undefined);
    return title === undefined ? [] : [{ title, path: above }];
  });
}
