import type { License, LicenseOffer, Site, SiteLink, Trust } from '../model/site.ts';
import type { WordTable } from '../model/words/word-table.ts';
import { relations, type Relation } from '../model/trust.ts';
import type { EditionContext } from './context.ts';
import { publicHref } from './links.ts';
import { publicPages } from './own-pages.ts';
import { ownWordsOf, settingsOf, siteUrlOf } from './settings.ts';

/** The newsroom's settings, with the words that it has written for other languages. */
export type PublicSite = Site & { words?: Readonly<Record<string, WordTable>> };

/** The newsroom's settings as the public may see them, without any link to what is hidden. */
export function siteOf(context: EditionContext): PublicSite {
  return context.cache.site.get('public', () => publicSite(context));
}

function publicSite(context: EditionContext): PublicSite {
  const shown: Shown = (href) => (href === undefined ? undefined : publicHref(context, href));
  const shownLinks = (links: readonly SiteLink[]): SiteLink[] =>
    links.flatMap((link) => {
      const found = shown(link.url);
      return found === undefined ? [] : [{ ...link, url: found }];
    });
  const { publisher, license, trust, ...rest } = settingsOf(context);
  const words = ownWordsOf(context);
  return {
    ...without(rest, 'newsletter', 'tips'),
    ...(words && { words }),
    url: siteUrlOf(context),
    policies: Object.fromEntries(
      Object.entries({ ...policiesOfPages(context), ...rest.policies }).flatMap(([name, href]) => {
        const found = shown(href);
        return found === undefined ? [] : [[name, found]];
      }),
    ),
    menu: shownLinks(rest.menu),
    ...(rest.footer && { footer: shownLinks(rest.footer) }),
    ...named('newsletter', shown(rest.newsletter)),
    ...named('tips', shown(rest.tips)),
    ...(publisher && { publisher: { ...without(publisher, 'url'), ...named('url', shown(publisher.url)) } }),
    ...(license && { license: publicLicense(license, shown) }),
    ...(trust && { trust: publicTrust(trust, shown) }),
  };
}

/** The addresses of the pages that state policies, by the names of these. Of several pages, the first by address. */
function policiesOfPages(context: EditionContext): Record<string, string> {
  return Object.fromEntries(
    publicPages(context)
      .toReversed()
      .flatMap(({ policy, slug }) => policy.map((name) => [name, `/${slug}`])),
  );
}

/** Where a link may lead; `undefined` if it may not be shown, or if there is none. */
type Shown = (href: string | undefined) => string | undefined;

function publicLicense(license: License, shown: Shown): License {
  const { contact } = license;
  return {
    ...without(license, 'terms', 'contact'),
    ...named('terms', shown(license.terms)),
    // An e-mail address is no link of the site.
    ...named('contact', contact?.includes('://') ? shown(contact) : contact),
    offers: license.offers.map((offer): LicenseOffer => ({
      ...without(offer, 'standard', 'custom'),
      ...named('standard', shown(offer.standard)),
      ...named('custom', shown(offer.custom)),
    })),
  };
}

function publicTrust(trust: Trust, shown: Shown): Trust {
  const of = (relation: Relation): string[] => trust[relation].flatMap((href) => shown(href) ?? []);
  const ties: Partial<Record<Relation, string[]>> = {};
  for (const relation of relations) ties[relation] = of(relation);
  return { ...trust, ...ties };
}

function without<T extends object, K extends keyof T>(value: T, ...names: K[]): Omit<T, K> {
  const rest = { ...value };
  for (const name of names) delete rest[name];
  return rest;
}

function named<K extends string>(name: K, value: string | undefined): { [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  if (value !== undefined) found[name] = value;
  return found;
}
