import { z } from 'zod';
import {
  address,
  addressOrUrl,
  isWebAddress,
  language,
  list,
  name,
  oldAddresses,
  oneOf,
  oneOrMore,
  siteOrigin,
  text,
  url,
} from './field-types.ts';
import { coversUse, licenseUses, payments } from './license.ts';
import type { Relation } from './trust.ts';
import { webAddress } from './web-address.ts';

/** An absolute address without a slash at the end. An old site may have been under a path. */
const formerAddress = url.transform((value) => value.replace(/\/+$/, ''));

/** A kind of use, and what is asked for it. */
const licenseOffer = z.strictObject({
  permits: oneOrMore(oneOf(licenseUses)).refine((uses) => uses.length > 0, 'expected at least one use'),
  payment: oneOf(payments).default('free'),
  /** Address of a licence that others use too. */
  standard: url.optional(),
  /** Address at which the newsroom itself gives a licence. */
  custom: url.optional(),
});

/** The terms under which machines may use the site. What it does not name is not licensed. */
const license = z
  .strictObject({
    /** Address of the terms as people read them. */
    terms: url.optional(),
    /** Whom to ask: an e-mail address, or an address on the web. */
    contact: text
      .refine((value) => isWebAddress(value) || isMailAddress(value), 'expected an e-mail address, or one on the web')
      .transform((value) => webAddress(value) ?? value)
      .optional(),
    offers: list(licenseOffer),
    prohibits: oneOrMore(oneOf(licenseUses)),
  })
  .refine(
    ({ offers, prohibits }) => offers.length + prohibits.length > 0,
    'expected `offers` or `prohibits`: without them it licenses nothing and forbids nothing',
  )
  .refine(({ offers, prohibits }) => {
    const permitted = offers.flatMap(({ permits }) => permits);
    return !permitted.some((one) => prohibits.some((other) => coversUse(other, one)));
  }, 'permits and prohibits the same use; what is prohibited is not licensed');
export type License = z.output<typeof license>;
export type LicenseOffer = z.output<typeof licenseOffer>;

/** In trust.txt a `#` begins a comment, wherever it is. */
const withoutComment = <T extends z.ZodType<string>>(of: T) =>
  of.refine((value) => !value.includes('#'), 'holds a “#”, and readers ignore what is after it');
const related = oneOrMore(withoutComment(url));

/** How the newsroom is related to others, for `trust.txt`. */
const trust = z.strictObject({
  ...({
    member: related,
    belongto: related,
    control: related,
    controlledby: related,
    social: related,
    vendor: related,
    customer: related,
    disclosure: related,
  } satisfies Record<Relation, typeof related>),
  /** Ways to reach the newsroom, in any form. */
  contact: oneOrMore(withoutComment(text)),
  datatrainingallowed: z.boolean({ error: 'expected true or false' }).optional(),
});
export type Trust = z.output<typeof trust>;

/** Marks a field without which the rest of the file can be used. */
const leftOut = { leavesOut: true } as const;

/**
 * The fields of `site.yaml`, the newsroom's own settings. An optional field that is invalid is left out, except those whose
 * absence would say something else to others: `id`, `license` and `trust`.
 */
export const siteSchema = z.strictObject({
  name,
  url: siteOrigin,
  /** The address by which feeds know the site. It stays the same when `url` changes. */
  id: formerAddress.optional(),
  language,
  /** IANA name of a time zone. */
  timezone: text.refine(isTimeZone, 'is no time zone, such as Europe/Vienna or UTC'),
  description: text.optional().meta(leftOut),
  logo: text.optional().meta(leftOut),
  publisher: z
    .strictObject({
      name: text,
      url: url.optional(),
      email: text.optional(),
      address: text.optional(),
      founded: z.union([z.number().transform(String), text], { error: 'expected a year' }).optional(),
    })
    .optional()
    .meta(leftOut),
  /** Name of a policy → address. */
  policies: z
    .record(text, addressOrUrl)
    .nullish()
    .transform((value) => value ?? {})
    .meta(leftOut),
  /** Addresses that come first on the front page, in order. */
  front: list(address).meta(leftOut),
  /** Addresses that were public and may answer 404 from now on. */
  released: oldAddresses,
  /** WebSub hubs, which forward what is new in the feeds. */
  websub: list(url).meta(leftOut),
  /** The key that proves to search engines that a list of changed addresses comes from this site (IndexNow). */
  indexnow: z
    .string({ error: 'expected a key in quotes' })
    .regex(/^[A-Za-z0-9-]{8,128}$/, 'expected 8 to 128 letters of a to z, digits and hyphens')
    .optional()
    .meta(leftOut),
  license: license.optional(),
  trust: trust.optional(),
});

export type Site = z.output<typeof siteSchema> & { id: string };

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
