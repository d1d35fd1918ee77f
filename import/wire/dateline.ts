import { agencyOf, looksLikeAgency } from './agencies.ts';
import { DAY_PATTERN, statedDay, type StatedDay } from './dateline-day.ts';
import { isKnownPlace, looksLikePlace } from './place.ts';

/** A dateline as copy has it, and the text after it. */
export interface StatedDateline {
  /** The form that matched; for the log. */
  rule: string;
  /** The text of the dateline. */
  text: string;
  place: string | null;
  day: StatedDay | null;
  agency: string | null;
  /** The text after it on the same line; empty if there is none. */
  rest: string;
}

/** The rule of a dateline without an agency that is a line by itself. Only a line below a headline is one. */
export const ALONE_RULE = 'dateline-alone';

/** One of the orders in which agencies write a dateline. */
interface Form {
  rule: string;
  pattern: RegExp;
  /** What must be known besides the form, because a first sentence can have the same form. */
  needs: 'known-agency' | 'any-agency' | 'known-place' | 'capitals' | 'any-place';
}

const PLACE = '(?<place>[^\\s(),][^()]{0,70}?)';
const CREDIT = '\\((?<agency>[^()]{2,40})\\)';
const DAY = `(?<day>${DAY_PATTERN})`;
// Four kinds of dashes, with or without spaces. A single hyphen needs a space after it.
const DASH = '(?:\\s*[—–]\\s*|\\s*--+\\s*|\\s*-(?:\\s+|$)|\\s*_(?:\\s+|$))';
const END = `(?:${DASH}|\\s*$)`;

const form = (rule: string, pattern: string, needs: Form['needs']): Form => ({
  rule: `dateline-${rule}`,
  pattern: new RegExp(`^${pattern}`, 'iu'),
  needs,
});

const FORMS: readonly Form[] = [
  // Nara, Japan (AFP) Jan 13, 2026
  form('place-agency-day', `${PLACE}\\s*${CREDIT},?\\s*${DAY}${END}`, 'any-agency'),
  // STOCKHOLM, Aug 29, 2014 (AFP) - … Tegucigalpa, Jan 2 (EFE).- … New Delhi, Jan 13 (PTI) …
  form('place-day-agency', `${PLACE},\\s*${DAY},?\\s*${CREDIT}(?:\\s*\\.\\s*-+\\s*|${DASH}|\\s*$)`, 'any-agency'),
  form('place-day-agency', `${PLACE},\\s*${DAY},?\\s*${CREDIT}:?\\s+`, 'known-agency'),
  // BEIRUT (Reuters) - … Madrid (EFE).- …
  form('place-agency', `${PLACE}\\s*${CREDIT}(?:\\s*\\.\\s*-+\\s*|${END})`, 'known-agency'),
  // Jan 3 (Reuters) - …
  form('day-agency', `${DAY}\\s*${CREDIT}${END}`, 'known-agency'),
  // (ANSA) - ROME, JAN 13 - …
  form('agency-place-day', `${CREDIT}${DASH}${PLACE},\\s*${DAY}${END}`, 'known-agency'),
  // MOSCOW, January 13. /TASS/. …
  form('slashed-agency', `${PLACE},\\s*${DAY}\\.?\\s*/(?<agency>[^/]{2,30})/\\.?(?:${DASH}|\\s+|$)`, 'known-agency'),
  // TOKYO, Jan. 13, Kyodo - …
  form('comma-agency', `${PLACE},\\s*${DAY},\\s*(?<agency>[\\p{L} ]{2,30}?)${END}`, 'known-agency'),
  // PARIS, Jan 13 - …
  form('place-day', `${PLACE},\\s*${DAY}${DASH}`, 'known-place'),
  // KLEINDORF, 13. Januar 2026 - … The capitals show that it is no sentence.
  form('place-day', `${PLACE},\\s*${DAY}${DASH}`, 'capitals'),
  // Kleindorf, January 13, 2026 as a line
  form('alone', `${PLACE},\\s*${DAY}\\s*$`, 'any-place'),
  // (Reuters) - …
  form('agency', `${CREDIT}${DASH}`, 'known-agency'),
  // OTTAWA — …
  form('place', "(?<place>[\\p{Lu}][\\p{Lu}\\s.,/'’-]{1,60}?)\\s+(?:—|–|--)\\s+", 'known-place'),
];

/** Reads a dateline at the beginning of a line; null if there is none. */
export function readDateline(line: string): StatedDateline | null {
  for (const { rule, pattern, needs } of FORMS) {
    const match = pattern.exec(line);
    const found = match?.groups;
    if (!match || !found) continue;
    const place = found['place']?.trim() ?? null;
    const day = found['day'] === undefined ? null : statedDay(found['day']);
    const credit = found['agency']?.trim() ?? null;
    if (place !== null && !looksLikePlace(place) && !isPlaceInSmallLetters(place, needs, match[0])) continue;
    if (found['day'] !== undefined && day === null) continue;
    if (
      needs === 'known-place' &&
      (place === null || !isKnownPlace(place) || (rule === 'dateline-place' && /\p{Ll}/u.test(place)))
    )
      continue;
    if (needs === 'capitals' && (place === null || /\p{Ll}/u.test(place))) continue;
    if (needs === 'any-place' && day?.year === null) continue;
    const agency =
      credit === null
        ? null
        : (agencyOf(credit) ?? (needs === 'any-agency' && looksLikeAgency(credit) ? credit : null));
    if ((needs === 'known-agency' || needs === 'any-agency') && agency === null) continue;
    return {
      rule,
      text: match[0].trim(),
      place: place === null || /\p{Lu}/u.test(place) ? place : capitalizeWords(place),
      day,
      agency,
      rest: capitalizeFirst(line.slice(match[0].length).trim()),
    };
  }
  return null;
}

/**
 * Whether a place in small letters is one: `vienna (afp) -`, `kleindorf, jan 13 (dpa) -`. A sentence can have an agency in parentheses
 * too, so the place must be in the tables, or be one or two words at most with a dash or the end of the line behind the agency.
 */
const isPlaceInSmallLetters = (place: string, needs: Form['needs'], dateline: string): boolean =>
  needs === 'known-agency' || needs === 'any-agency'
    ? isKnownPlace(place) ||
      (/^[\p{Ll}'’.-]+(?: [\p{Ll}'’.-]+)?$/u.test(place) && /[)]\s*(?:\.?\s*[-–—_]+\s*)$/u.test(dateline))
    : false;

const capitalizeWords = (text: string): string =>
  text.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());

/** The text after a dateline begins a paragraph, so it begins with a capital. */
const capitalizeFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
