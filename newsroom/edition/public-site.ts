import { normalPath } from '../model/path.ts';
import type { License, LicenseOffer, Site, SiteLink, Trust } from '../model/site.ts';
import type { WordTable } from '../model/words/word-table.ts';
import { relations, type Relation } from '../model/trust.ts';
import type { EditionContext } from './context.ts';
import { linkedPath, publicHref } from './links.ts';
import { usualLanguage } from './newsroom-settings.ts';
import { publicPages } from './own-pages.ts';
import { ownWordsOf, settingsOf, siteUrlOf } from './settings.ts';
import { storyAt } from './stories.ts';
import { storyElsewhere, topicElsewhere } from './titles.ts';

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
      if (found === undefined) return [];
      const title = link.title ?? titleOfTarget(context, link.url);
      return [{ url: found, ...(title && { title }) }];
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

/**
 * The headline of the story to which a link leads, or the title of the topic of another title, by its language.
 * `undefined` for other links: those to pages and topics of this title get theirs from the frame.
 */
function titleOfTarget(context: EditionContext, href: string): SiteLink['title'] {
  const path = normalPath(linkedPath(context, href)?.replace(/[?#].*$/, '') ?? '');
  if (path === undefined) return undefined;
  const target = context.linkTarget(path);
  if (target.kind === 'article' && target.rest === '') {
    const story = storyAt(context, path) ?? storyElsewhere(context, path);
    return story && { [story.lang ?? usualLanguage(context)]: story.headline };
  }
  if (target.kind !== 'collection' || target.of !== 'topic' || target.address !== path) return undefined;
  const found = topicElsewhere(context, target.slug);
  return found && { '': found.topic.title };
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
