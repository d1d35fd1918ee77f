import { agencyOf, looksLikeAgency } from './agencies.ts';
import { DAY_PATTERN, statedDay, type StatedDay } from './dateline-day.ts';
import { isKnownPlace, looksLikePlace } from './place.ts';

/** Datelines in every order that agencies write them, told from first sentences that only look like one. */

/** A dateline as it stands, and the text behind it. */
export interface StatedDateline {
  /** The form that matched, for the log. */
  rule: string;
  /** The dateline's own text. */
  text: string;
  place: string | null;
  day: StatedDay | null;
  agency: string | null;
  /** What follows on the same line; empty where the dateline has the line to itself. */
  rest: string;
}

interface Form {
  rule: string;
  pattern: RegExp;
  /** What the form alone does not prove. */
  needs: 'known-agency' | 'any-agency' | 'known-place';
}

const PLACE = '(?<place>[^\\s(),][^()]{0,70}?)';
const CREDIT = '\\((?<agency>[^()]{2,40})\\)';
const DAY = `(?<day>${DAY_PATTERN})`;
// The four dashes, glued or not; a single hyphen only with room behind it.
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
  // BEIRUT (Reuters) - …
  form('place-agency', `${PLACE}\\s*${CREDIT}${END}`, 'known-agency'),
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
  // (Reuters) - …
  form('agency', `${CREDIT}${DASH}`, 'known-agency'),
  // OTTAWA — …
  form('place', "(?<place>[\\p{Lu}][\\p{Lu}\\s.,/'’-]{1,60}?)\\s+(?:—|–|--)\\s+", 'known-place'),
];

/** Reads a dateline at the beginning of a line; null when the line only looks like one. */
export function readDateline(line: string): StatedDateline | null {
  for (const { rule, pattern, needs } of FORMS) {
    const match = pattern.exec(line);
    const found = match?.groups;
    if (!match || !found) continue;
    const place = found['place']?.trim() ?? null;
    const day = found['day'] === undefined ? null : statedDay(found['day']);
    const credit = found['agency']?.trim() ?? null;
    if (place !== null && !looksLikePlace(place)) continue;
    if (found['day'] !== undefined && day === null) continue;
    if (
      needs === 'known-place' &&
      (place === null || !isKnownPlace(place) || (rule === 'dateline-place' && /\p{Ll}/u.test(place)))
    )
      continue;
    const agency =
      credit === null
        ? null
        : (agencyOf(credit) ?? (needs === 'any-agency' && looksLikeAgency(credit) ? credit : null));
    if (needs !== 'known-place' && agency === null) continue;
    return { rule, text: match[0].trim(), place, day, agency, rest: capitalised(line.slice(match[0].length).trim()) };
  }
  return null;
}

/** The text behind a dateline opens a paragraph. */
const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
