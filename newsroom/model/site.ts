import { z } from 'zod';
import {
  address,
  addressOrUrl,
  isMailAddress,
  isWebAddress,
  language,
  list,
  mailAddress,
  name,
  oldAddresses,
  oneOf,
  orPart,
  oneOrMore,
  siteOrigin,
  text,
  url,
} from './field-types.ts';
import type { RelatedWeights } from './related-weights.ts';
import { accents, type Accent } from './collection.ts';
import { coversUse, licenseUses, payments } from './license.ts';
import { sixDigits } from './theme.ts';
import type { Relation } from './trust.ts';
import { picturePath } from './path.ts';
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

/** A weight; none is negative. */
const weight = z
  .number({ error: 'expected a number' })
  .min(0, 'expected a number from 0 on')
  .max(1000, 'expected a number up to 1000');

const relatedSettings = z.strictObject({
  section: weight.optional(),
  storyline: weight.optional(),
  headline: weight.optional(),
  halfLife: weight.min(0.1, 'expected days, at least 0.1').optional(),
  oldest: weight.max(1, 'expected a number from 0 to 1').optional(),
  threshold: weight.optional(),
  sameStory: weight.optional(),
  newer: weight.optional(),
  newerDays: weight.optional(),
} satisfies Record<keyof RelatedWeights, unknown>);

/** The name of a family of fonts. It is in a style sheet, so it has no signs of one. */
const familyName = text.refine(
  (value) => /^[\p{L}\p{N} ._-]{1,60}$/u.test(value),
  'has other characters than letters, digits, spaces, dots and hyphens',
);
const fontWeight = z
  .union([z.number().transform(String), z.string()], { error: 'expected a weight, such as 400 or "200 900"' })
  .refine((value) => /^[1-9]\d{0,2}(?: [1-9]\d{0,2})?$/.test(value), 'expected a weight, such as 400 or "200 900"');
/** A file under `fonts/`. A variable font has a range of weights. */
const fontFile = orPart(
  'file',
  z.strictObject({
    file: text.transform((value) => value.replace(/^\/?(?:fonts\/)?/, '').normalize('NFC')),
    weight: fontWeight.optional(),
    style: oneOf(['normal', 'italic']).optional(),
  }),
);
const face = z
  .strictObject({
    family: familyName,
    files: list(fontFile).refine((files) => files.length > 0, 'expected at least one file'),
    /** Under which licence the font is used, such as OFL 1.1. */
    license: text,
  })
  .optional();

/** A title for each language, by its tag. One text is in the language of the site, and its tag is empty. */
const titles = z.preprocess(
  (value) => (typeof value === 'object' ? value : { '': value }),
  z.record(z.union([language, z.literal('')]), text, {
    error: 'expected a text, or one for each language: { en: Jobs }',
  }),
);

/** A link; its title may be that of the page to which it leads. */
const siteLink = orPart('url', z.strictObject({ url: addressOrUrl, title: titles.optional() }));
export type SiteLink = z.output<typeof siteLink>;
export const siteLinks = z.array(siteLink, { error: 'expected a list: [/contact, /ethics]' });

/** The path of a picture under `images/`. */
const picture = text.transform(picturePath);

/** A colour in six or three hexadecimal digits; here always in six. */
const colour = z
  .string({ error: 'expected a colour in quotes, such as "#0c6170"' })
  .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, 'expected a colour such as "#0c6170"')
  .transform(sixDigits);
const colours = z.strictObject({ light: colour, dark: colour }).optional();
const palette = z
  .strictObject({
    red: colours,
    teal: colours,
    blue: colours,
    amber: colours,
    green: colours,
    violet: colours,
  } satisfies Record<Accent, typeof colours>)
  .nullish()
  .transform((value) => value ?? {});

/** Marks a field without which the rest of the file can be used. */
export const leftOut = { leavesOut: 'warning' } as const;

/**
 * The fields of `site.yaml`, the newsroom's own settings. An optional field that is invalid is left out, except those whose
 * absence would say something else to others: `id`, `license` and `trust`.
 */
export const siteSchema = z
  .strictObject({
    name,
    url: siteOrigin.meta({ fix: 'Write `https://` and a host: `url: https://news.example`.' }),
    /** The address by which feeds know the site. It stays the same when `url` changes. */
    id: formerAddress.optional(),
    language,
    /** IANA name of a time zone. */
    timezone: text.refine(isTimeZone, {
      error: 'is no time zone, such as Europe/Vienna or UTC',
      params: {
        fix: 'Write a continent and a city: `timezone: Europe/Vienna`, `America/New_York`, `Asia/Tokyo`; or `timezone: UTC`.',
      },
    }),
    description: text.optional().meta(leftOut),
    /** Pictures under `images/` that stand for the name on the page. A single one is for both schemes. */
    logo: orPart('light', z.strictObject({ light: picture, dark: picture.optional() }))
      .optional()
      .meta(leftOut),
    /** A square SVG or PNG under `images/`, from which all icons are made. */
    icon: picture.optional().meta(leftOut),
    /** The colour of pages that belong to no section. */
    accent: oneOf(accents).optional().meta(leftOut),
    /** Other values of the colours that sections can have. */
    palette: palette.meta(leftOut),
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
    /** Fonts of the newsroom: for reading and headlines, and for labels and data. */
    fonts: z.strictObject({ reading: face, labels: face }).optional().meta(leftOut),
    /** Links after the sections. */
    menu: list(siteLink).meta(leftOut),
    /** Links below “The paper” at the foot of each page. Without it they are the newsroom's own pages of the first level. */
    footer: siteLinks.optional().meta(leftOut),
    /** The newsroom's accounts elsewhere. */
    social: list(siteLink).meta(leftOut),
    /** Where readers subscribe to a newsletter, and where they send what the newsroom should know. */
    newsletter: addressOrUrl.optional().meta(leftOut),
    tips: addressOrUrl.optional().meta(leftOut),
    /** An image of another site that counts readers. No script counts any. */
    counter: url.optional().meta(leftOut),
    /** How to reach the newsroom. `page` is the contact page; `/contact` where it is missing. */
    contact: z
      .strictObject({
        page: address.optional(),
        email: mailAddress.optional(),
        telephone: text.optional(),
      })
      .optional()
      .meta(leftOut),
    /** Name of a policy → address. */
    policies: z
      .record(text, addressOrUrl)
      .nullish()
      .transform((value) => value ?? {})
      .meta(leftOut),
    /** Replaces weights by which related stories are found; see `RelatedWeights`. */
    related: relatedSettings
      .nullish()
      .transform((value) => value ?? {})
      .meta({ ...leftOut, docs: 'docs/related.md' }),
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
  })
  .meta({
    moved: { front: 'Put the addresses into front.yaml: `lead: …`, and `seconds: [ … ]`.' },
    elsewhere: {
      titles:
        'Write a file for each title: titles/NAME.yaml with `name` and `url`. site.yaml has what all titles share.',
      carries: 'Write it into the file of a title: titles/NAME.yaml.',
    },
  });

export type Site = z.output<typeof siteSchema> & { id: string };

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}
