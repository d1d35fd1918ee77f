import type { Site } from '../model/site.ts';
import type { License, LicenseOffer, Trust } from '../model/site.ts';
import { relations, type Relation } from '../model/trust.ts';
import type { EditionContext } from './context.ts';
import { publicHref } from './links.ts';
import { settingsOf, siteUrlOf } from './settings.ts';

/** The newsroom's settings as the public may see them, without any link to what is hidden. */
export function siteOf(context: EditionContext): Site {
  return (context.cache.site ??= publicSite(context));
}

function publicSite(context: EditionContext): Site {
  const shown = (href: string | undefined): string | undefined =>
    href === undefined ? undefined : publicHref(context, href);
  const { publisher, license, trust, ...rest } = settingsOf(context);
  return {
    ...rest,
    url: siteUrlOf(context),
    policies: Object.fromEntries(
      Object.entries(rest.policies).flatMap(([name, href]) => {
        const found = shown(href);
        return found === undefined ? [] : [[name, found]];
      }),
    ),
    ...(publisher && { publisher: { ...without(publisher, 'url'), ...named('url', shown(publisher.url)) } }),
    ...(license && { license: publicLicense(license, shown) }),
    ...(trust && { trust: publicTrust(trust, shown) }),
  };
}

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
