import { z } from 'zod';
import { isDay, readInstant } from './instant.ts';
import { normalPath } from './path.ts';
import { isSlug } from './slug.ts';
import { validAddress } from './web-address.ts';

/**
 * The types of value that a field of a content file can have. `docs/writing.md` describes the fields for editors. The
 * messages are shown to an editor, after the name of the field: each says what was expected or what is wrong.
 * `params.code` is the code of the problem where that is not `field-invalid`.
 */

declare module 'zod' {
  interface GlobalMeta {
    /** What the editor should write. It is printed with every problem of the field. */
    fix?: string;
    /** Whether the field can keep an article hidden. A misspelt name of such a field is an error, not a warning. */
    hides?: true;
  }
}

/** One line of text: white space at its ends is removed, and white space inside becomes one space. */
export const text = z
  .string({ error: ({ input }) => `expected text, found ${describe(input)}` })
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .refine((value) => value !== '', 'expected text, found nothing')
  .refine((value) => !/\p{Cc}/u.test(value), 'holds a control character');

/** A required name of a topic, storyline or page. */
export const title = text.meta({ fix: 'Add `title: …`, in quotes where it holds a colon.' });

/** A required name of a person or of the site. */
export const name = text.meta({ fix: 'Add `name: …`.' });

/** An `Instant`, in one form: `T` between date and time, seconds, no fractions, `Z` or `±hh:mm` at the end. */
export const instant = z
  .string({ error: 'expected a date and time with an offset, such as 2026-01-13T18:30:00+09:00' })
  .refine((value) => readInstant(value) !== undefined, {
    error: 'is no date and time with an offset, such as 2026-01-13T18:30:00+09:00',
    params: { code: 'date-invalid' },
  })
  .transform(normalInstant);

/** `YYYY-MM-DD`. */
export const day = z
  .string({ error: 'expected a day, such as 2026-01-13' })
  .refine(isDay, { error: 'is no day of the calendar, such as 2026-01-13', params: { code: 'date-invalid' } });

/** The name of a file, without its folder and ending. */
export const slug = z
  .string({ error: 'expected the name of a file, without its ending' })
  .refine(isSlug, 'is no slug: lower-case letters, digits and hyphens');

/** A BCP 47 tag. */
export const language = z.string().refine(isLanguage, 'expected a language tag, such as en or pt-BR');

/** An address on this site, in its normal form. */
export const address = z
  .string()
  .regex(/^\/(?!\/)[^\s?#\\]*$/, 'expected an address on this site, such as /2026/01/13/slug')
  .transform((value) => normalPath(value) ?? value);

/** An address that the site once had. It may have any form, but a browser must be able to ask for it. */
export const oldAddress = address.refine(
  (value) => normalPath(value) !== undefined,
  'is no address that a browser can ask for',
);

/** An absolute address on the web. */
export const url = z
  .string()
  .refine(isWebAddress, 'expected an address that begins with https:// or http://, without a user’s name in it')
  .transform((value) => validAddress(value) ?? value);

/** An address on this site, or an absolute one. */
export const addressOrUrl = z
  .string()
  .refine((value) => isWebAddress(value) || /^\/(?![/\\])\S*$/.test(value), 'expected an address')
  .transform((value) => validAddress(value) ?? value);

/** A list; empty where the field is missing. */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'expected a list: [one, two]' })
    .nullish()
    .transform((value) => value ?? []);

/** A list that may be written as its only item. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(item));

/** One of several words. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `expected one of: ${words.join(', ')}` });

/** A link with its title, to a page of this site or elsewhere. */
export const link = z.strictObject({
  url: addressOrUrl,
  title: text,
  source: text.optional(),
  note: text.optional(),
});

export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && validAddress(value) !== undefined;
}

function normalInstant(value: string): string {
  const [, date, time, second = ':00', zone = 'Z'] = /^(.{10}).(.{5})(:\d\d)?(?:\.\d+)?(.*)$/.exec(value) ?? [];
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return `${date}T${time}${second}${offset}`;
}

/** A tag as pages write it. `zh-yue` is refused, because formats of dates and Open Graph know that language as `yue`. */
function isLanguage(value: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value) && new Intl.Locale(value).language !== '';
  } catch {
    return false;
  }
}

function describe(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' ? 'fields' : `the ${typeof input} ${String(input)}`;
}
