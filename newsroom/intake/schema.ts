import { z } from 'zod';
import { articleTypes, statuses } from '../model/article.ts';
import { accents } from '../model/collection.ts';
import { isDay, readInstant } from '../model/instant.ts';
import { coversUse, licenseUses, payments } from '../model/license.ts';
import { normalPath } from '../model/path.ts';
import { isSlug } from '../model/slug.ts';
import type { Relation } from '../model/trust.ts';
import { validAddress } from '../model/web-address.ts';

/**
 * The shapes of front matter, as `docs/writing.md` tells them. Messages end up before an editor: each says what
 * was expected. `params.code` names the problem's code where it is not `field-invalid`.
 */
const text = z
  .string({ error: ({ input }) => `expected text, found ${nameOf(input)}` })
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .refine((value) => value !== '', 'expected text, found nothing')
  .refine((value) => !/\p{Cc}/u.test(value), 'holds a control character');

const instant = z
  .string({ error: 'expected a date and time with an offset, such as 2026-01-13T18:30:00+09:00' })
  .refine((value) => readInstant(value) !== undefined, {
    error: 'is no date and time with an offset, such as 2026-01-13T18:30:00+09:00',
    params: { code: 'date-invalid' },
  })
  .transform(normalInstant);

const day = z
  .string({ error: 'expected a day, such as 2026-01-13' })
  .refine(isDay, { error: 'is no day of the calendar, such as 2026-01-13', params: { code: 'date-invalid' } });

const slug = z
  .string({ error: 'expected the name of a file, without its ending' })
  .refine(isSlug, 'is no slug: lower-case letters, digits and hyphens');
const language = z.string().refine(isLanguage, 'expected a language tag, such as en or pt-BR');
const address = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\]*$/, 'expected an address on this site, such as /2026/01/13/slug')
  .transform((value) => normalPath(value) ?? value);
/** An address that a browser can ask for, in whatever form it was written down long ago. */
const oldAddress = address.refine(
  (value) => normalPath(value) !== undefined,
  'is no address that a browser can ask for',
);
const url = z
  .string()
  .refine(isWebAddress, 'expected an address that begins with https:// or http://, without a user’s name in it')
  .transform((value) => validAddress(value) ?? value);
const addressOrUrl = z
  .string()
  .refine((value) => isWebAddress(value) || /^\/(?![/\\])\S*$/.test(value), 'expected an address')
  .transform((value) => validAddress(value) ?? value);
const country = z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters (ISO 3166), such as JP');

const link = z.strictObject({ url: addressOrUrl, title: text, source: text.optional(), note: text.optional() });
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of, { error: 'expected a list: [one, two]' })
    .nullish()
    .transform((value) => value ?? []);

const bylineEntry = z.union(
  [
    slug.transform((person) => ({ person })),
    z.strictObject({
      name: text,
      kind: z.enum(['person', 'organization']).default('person'),
      role: text.optional(),
      place: text.optional(),
    }),
  ],
  { error: 'expected a file under people/, or { name: … }' },
);

const image = z.strictObject({
  src: text.transform(picturePath),
  alt: text,
  caption: text.optional(),
  credit: text.optional(),
});

export const articleSchema = z.strictObject({
  id: text,
  headline: text,
  seoTitle: text.optional(),
  socialTitle: text.optional(),
  kicker: text.optional(),
  standfirst: text.optional(),
  type: z.enum(articleTypes, { error: `expected one of: ${articleTypes.join(', ')}` }).default('news'),
  byline: z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(bylineEntry)),
  agency: text.optional(),
  dateline: z
    .strictObject({
      place: text.optional(),
      region: text.optional(),
      country: country.optional(),
      date: day.optional(),
    })
    .optional(),
  published: instant,
  updated: instant.optional(),
  embargo: instant.optional(),
  expires: instant.optional(),
  status: z.enum(statuses, { error: `expected one of: ${statuses.join(', ')}` }).optional(),
  reason: text.optional(),
  topics: z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(slug)),
  storyline: slug.optional(),
  lang: language.optional(),
  translationOf: address.optional(),
  aliases: list(oldAddress),
  canonical: url.optional(),
  image: image.optional(),
  related: list(
    z.union(
      [
        address.transform((value) => ({ address: value })),
        z.strictObject({ url, title: text, source: text.optional(), note: text.optional() }),
      ],
      { error: 'expected an address on this site, or { url, title, source }' },
    ),
  ),
  sources: list(link),
  corrections: list(z.strictObject({ at: instant, text })),
});

export const topicSchema = z.strictObject({
  title: text,
  learn: text.optional(),
  standfirst: text.optional(),
  parent: slug.optional(),
  order: z.number().optional(),
  accent: z.enum(accents, { error: `expected one of: ${accents.join(', ')}` }).optional(),
  links: list(link),
  aliases: list(oldAddress),
});

export const personSchema = z.strictObject({
  name: text,
  kind: z.enum(['person', 'organization']).default('person'),
  role: text.optional(),
  agency: text.optional(),
  links: list(link),
});

export const storylineSchema = z.strictObject({
  title: text,
  topics: list(slug),
  status: z.enum(['running', 'closed']).default('running'),
});

export const aboutSchema = z.strictObject({ title: text });

const siteAddress = url.transform((value) => value.replace(/\/+$/, ''));

const use = z.enum(licenseUses, { error: `expected one of: ${licenseUses.join(', ')}` });
const oneOrMore = <T extends z.ZodType>(of: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(of));

const licenseSchema = z
  .strictObject({
    terms: url.optional(),
    contact: text
      .refine((value) => isWebAddress(value) || isMailAddress(value), 'expected an e-mail address, or one on the web')
      .optional(),
    offers: list(
      z.strictObject({
        permits: oneOrMore(use).refine((uses) => uses.length > 0, 'expected at least one use'),
        payment: z.enum(payments, { error: `expected one of: ${payments.join(', ')}` }).default('free'),
        standard: url.optional(),
        custom: url.optional(),
      }),
    ),
    prohibits: oneOrMore(use),
  })
  .refine(
    ({ offers, prohibits }) => offers.length + prohibits.length > 0,
    'expected `offers` or `prohibits`: without them it licenses nothing and forbids nothing',
  )
  .refine(({ offers, prohibits }) => {
    const permitted = offers.flatMap(({ permits }) => permits);
    return !permitted.some((one) => prohibits.some((other) => coversUse(other, one)));
  }, 'permits and prohibits the same use; what is prohibited is not licensed');

/** A `#` begins a comment in trust.txt, wherever it stands. */
const withoutComment = <T extends z.ZodType<string>>(of: T) =>
  of.refine((value) => !value.includes('#'), 'holds a “#”, behind which nobody reads on');
const ties = oneOrMore(withoutComment(url));

const trustSchema = z.strictObject({
  ...({
    member: ties,
    belongto: ties,
    control: ties,
    controlledby: ties,
    social: ties,
    vendor: ties,
    customer: ties,
    disclosure: ties,
  } satisfies Record<Relation, typeof ties>),
  contact: oneOrMore(withoutComment(text)),
  datatrainingallowed: z.boolean({ error: 'expected true or false' }).optional(),
});

export const siteSchema = z.strictObject({
  name: text,
  url: siteAddress,
  id: siteAddress.optional(),
  language,
  timezone: text.refine(isTimeZone, 'is no time zone, such as Europe/Vienna or UTC'),
  description: text.optional(),
  logo: text.optional(),
  publisher: z
    .strictObject({
      name: text,
      url: url.optional(),
      email: text.optional(),
      address: text.optional(),
      founded: z.coerce.string().optional(),
    })
    .optional(),
  policies: z
    .record(z.string(), addressOrUrl)
    .nullish()
    .transform((value) => value ?? {}),
  front: list(address),
  released: list(oldAddress),
  websub: list(url),
  indexnow: z
    .string({ error: 'expected a key in quotes' })
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'expected 8 to 128 letters of a to z, digits and hyphens')
    .optional(),
  license: licenseSchema.optional(),
  trust: trustSchema.optional(),
  titles: z.unknown().optional(),
});

/** `images/nara.jpg`, `/images/nara.jpg` and `nara.jpg` are one picture. */
export function picturePath(src: string): string {
  return src.normalize('NFC').replace(/^\/?(?:images\/)?/, '');
}

/** One form of each instant: `T` between, `Z` or `±hh:mm` behind, seconds always, no fractions. */
function normalInstant(value: string): string {
  const [, date, time, second = ':00', zone = 'Z'] = /^(.{10}).(.{5})(:\d\d)?(?:\.\d+)?(.*)$/.exec(value) ?? [];
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return `${date}T${time}${second}${offset}`;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && validAddress(value) !== undefined;
}

/** A tag as pages write it, which the formats of dates and of Open Graph understand too: `zh-yue` is `yue` there. */
function isLanguage(value: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && new Intl.Locale(value).language !== '';
  } catch {
    return false;
  }
}

function isMailAddress(value: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value);
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}

function nameOf(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'fields' : `the ${typeof input} ${String(input)}`;
}
