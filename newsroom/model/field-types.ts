import { z } from 'zod';
import { forbiddenCharacter, isVisible } from './characters.ts';
import { isDay, readInstant } from './instant.ts';
import { beginningOfDay, readPublished } from './publication.ts';
import { normalPath, oldPath } from './path.ts';
import { focusOf } from '../../elements/picture/renditions.ts';
import { isSlug } from './slug.ts';
import { originAddress, pageAddress, siteAddress, webAddress } from './web-address.ts';

/**
 * The types of value that a field of a content file can have. `docs/writing.md` describes the fields for editors. The
 * messages are shown to an editor, after the name of the field: each says what was expected or what is wrong.
 * `params.code` is the code of the problem where that is not `field-invalid`; `params.fix` is what the editor should do
 * where that is not the `fix` of the field.
 */

declare module 'zod' {
  interface GlobalMeta {
    /** What the editor should write. It is printed with every problem of the field. */
    fix?: string;
    /** The page that describes the field; docs/writing.md where it is missing. */
    docs?: string;
    /** Of the fields of a file: what an editor should do with a field that it had once, or that other systems have, by its name. */
    moved?: Readonly<Partial<Record<string, string>>>;
    /**
     * Of the fields of a file: what belongs in another file, and what an editor should do with it. It is left out with an
     * error: readers would see something else than the editor means.
     */
    elsewhere?: Readonly<Partial<Record<string, string>>>;
    /** Of the fields of a file: whether parts of a field that nothing reads are left out, with a warning. */
    dropsParts?: true;
    /** Whether the field can keep an article hidden. A misspelt name of such a field is an error, not a warning. */
    hides?: true;
    /**
     * Of a field: a value, or an item of a list, that cannot be used is left out, with a problem of this severity. Of the
     * fields of a file: the same for each one that is not required. Otherwise such a value refuses the file.
     */
    leavesOut?: 'warning' | 'error';
  }
}

/** One line of text: white space at its ends is removed, and white space inside becomes one space. */
export const text = z
  .string({ error: ({ input }) => `expected text, found ${describe(input)}` })
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .refine((value) => value !== '', { error: 'expected text, found nothing', abort: true })
  .refine((value) => forbiddenCharacter(value) === undefined, {
    error: ({ input }) => `holds ${typeof input === 'string' ? (forbiddenCharacter(input)?.name ?? '') : ''}`,
    params: { fix: 'Take this character out. It cannot be seen; most often it came with copied text.' },
    abort: true,
  })
  .refine((value) => !/<!--.*-->|\{\s*\/\*.*\*\/\s*\}/.test(value), {
    error: 'holds a comment, which readers would see',
    params: { fix: 'Take it out. In front matter, a comment is a line that begins with `#`.' },
  })
  .refine(isVisible, {
    error: 'has no character that can be seen',
    params: { fix: 'Write words, or take the line out.' },
  });

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

/** An `Instant` in the same form, which a file can also write as a day with its offset. That is the beginning of the day. */
export const instantOrDay = z
  .string({ error: 'expected a date and time with an offset, such as 2026-01-13T18:30:00+09:00' })
  .refine((value) => readPublished(value) !== undefined, {
    error:
      'is no date and time with an offset, such as 2026-01-13T18:30:00+09:00, and no day with one, such as 2026-01-13+09:00',
    params: { code: 'date-invalid' },
  })
  .transform((value) => normalInstant(beginningOfDay(value) ?? value));

/** `YYYY-MM-DD`. */
export const day = z
  .string({ error: 'expected a day, such as 2026-01-13' })
  .refine(isDay, { error: 'is no day of the calendar, such as 2026-01-13', params: { code: 'date-invalid' } });

/** The name of a file, without its folder and ending. Names of files are composed (NFC), so this is too. */
export const slug = z
  .string({ error: 'expected the name of a file, without its ending' })
  .transform((value) => value.normalize('NFC'))
  .refine(isSlug, 'is no slug: lower-case letters, digits and hyphens');

/** A BCP 47 tag. */
export const language = z.string().refine(isLanguage, {
  error: 'expected a language tag, such as en or pt-BR',
  params: { fix: 'Write the tag of the language: en, de, ar, ja, pt-BR, zh-Hans …' },
});

/** An address on this site, in its normal form. */
export const address = z
  .string()
  .refine(
    (value) => /^[^\s?#\\]*$/.test(value) && normalAddress(value) !== undefined,
    'expected an address on this site, such as /2026/01/13/slug',
  )
  .transform((value) => normalAddress(value) ?? value);

function normalAddress(value: string): string | undefined {
  const written = siteAddress(value);
  return written === undefined ? undefined : normalPath(written);
}

/**
 * An address that the site once had, in its normal form. It may have any form, and a query, but a browser must be able to
 * ask for it.
 */
const oldAddress = z
  .string()
  .refine((value) => /^\/(?!\/)[^\s#\\]*$/.test(value), {
    error: 'expected an address on this site, such as /2026/01/13/slug',
    abort: true,
  })
  .refine((value) => oldPath(value) !== undefined, 'is no address that a browser can ask for')
  .transform((value) => oldPath(value) ?? value);

/** An absolute address on the web. */
export const url = z
  .string()
  .refine(isWebAddress, 'expected an address that begins with https:// or http://, without a user’s name in it')
  .transform((value) => webAddress(value) ?? value);

/** The address of a site: `https://` and a host. It has no slash at the end. */
export const siteOrigin = url
  .refine((value) => originAddress(value) !== undefined, {
    error: 'is more than the address of a site, such as https://news.example: it has a path, a query or a fragment',
    params: { fix: 'Write the address without them. A site is served at the root of its host, not under a path.' },
  })
  .transform((value) => originAddress(value) ?? value);

/** An address on this site, or an absolute one. */
export const addressOrUrl = z
  .string()
  .refine(
    (value) => pageAddress(value) !== undefined,
    'expected an address that begins with https://, http:// or /, without a user’s name in it',
  )
  .transform((value) => pageAddress(value) ?? value);

/** An e-mail address. */
export const mailAddress = text.refine(isMailAddress, 'expected an e-mail address');

/** What a crop of a picture must show: how far it is from the left and from the top, as `40% 30%`. */
export const focus = z
  .string({ error: 'expected two percentages, such as 40% 30%' })
  .transform((value) => value.trim().replace(/(?<=%)[\s,]+/, ' '))
  .refine((value) => focusOf(value) !== undefined, {
    error: 'expected two percentages, from the left and from the top, such as 40% 30%',
    params: { fix: 'Write how far the subject is from the left and from the top: `focus: 40% 30%`.' },
  });

/** A list; empty where the field is missing. */
export const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: 'expected a list: [one, two]' })
    .nullish()
    .transform((value) => value ?? []);

/** A list that may be written as its only item. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), list(item));

/** Parts with names, which may be written as the text of one of them. */
export const orPart = <T extends z.ZodObject>(part: keyof T['shape'] & string, parts: T) =>
  z.preprocess((value) => (typeof value === 'string' ? { [part]: value } : value), parts);

/** A list of old addresses. A bad one must not take its file down. */
export const oldAddresses = oneOrMore(oldAddress).meta({ leavesOut: 'warning' });

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

/** Whether a text is an absolute address on the web. */
export function isWebAddress(value: string): boolean {
  return webAddress(value) !== undefined;
}

/** Whether a text has the form of an e-mail address. */
export function isMailAddress(value: string): boolean {
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value);
}

function normalInstant(value: string): string {
  const [, date, time, second = ':00', zone = 'Z'] = /^(.{10}).(.{5})(:\d\d)?(?:\.\d+)?(.*)$/.exec(value) ?? [];
  // ISO 8601 has no `-00:00`.
  const offset = /^(?:z|-00:?00)$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
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

/** What a value of front matter is, in words. */
export function describe(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'parts with names';
  return typeof input === 'string' ? 'text' : `the ${typeof input} ${String(input)}`;
}
