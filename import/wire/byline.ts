import type { BylineName } from '../imported-article.ts';
import { agencyOf } from './agencies.ts';
import { normalizeCase } from './letter-case.ts';

/** What a byline says. An agency in a byline is the source of the copy, not an author. */
export interface Byline {
  authors: BylineName[];
  agency: string | null;
  /** Parts that an article has no field for (an e-mail address, a handle). */
  dropped: string[];
}

const OPENING = /^(?:by|par|von|por|di)[:\s]\s*/i;
// “Di Maio” is a name. A byline in Italian has at least two.
const ITALIAN = /^[Dd][Ii][:\s]/;
const ITALIAN_NAMES = /^[Dd][Ii][:\s]\s*\p{Lu}\S* (?:\S+ )*\p{Lu}/u;
const ROLE =
  /\b(?:editor|correspondent|writer|reporter|chief|analyst|columnist|critic|producer|photographer|bureau|staff|specialist|fellow|professor|contributor)s?\b/i;
const ORGANIZATION =
  /\b(?:staff|writers|desk|newsroom|team|agency|agencies|bureau|news service|reporters|correspondents|editors)\b|^(?:from )?(?:our|a) (?:own |special |foreign )?(?:correspondent|reporter|staff)/i;
/** What can be behind a name and a comma without being a part of the name. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mbe|obe|cbe)\.?$/i;
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|del|della|di|da|do|dos|du|des|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e|d['’]\p{L}+)|(?:al|el)-\p{L}+)$/u;
const CONTACT = /\s*[<(]?(?:\S+@\S+\.\w+|(?<![\w.])@\w+)[>)]?/g;

/** The names of a byline as they are printed: the text without `By`. */
export const printedNames = (line: string): string => line.trim().replace(/=+$/, '').replace(OPENING, '').trim();

/** Reads a byline; null if the line is not one: `By Tuesday the floods had gone` is prose. */
export function readByline(line: string): Byline | null {
  const text = line.trim().replace(/=+$/, '').trim();
  const onlyAgency = agencyOf(text);
  if (onlyAgency !== undefined) return { authors: [], agency: onlyAgency, dropped: [] };
  if (/^from our\b/i.test(text) && ORGANIZATION.test(text))
    return { authors: [organization(text)], agency: null, dropped: [] };
  if (!OPENING.test(text) || text.length > 160 || (ITALIAN.test(text) && !ITALIAN_NAMES.test(text))) return null;
  const dropped = text.match(CONTACT)?.map((contact) => contact.trim()) ?? [];
  const authors: BylineName[] = [];
  let agency: string | null = null;
  const people = text.replace(OPENING, '').replace(CONTACT, '');
  // In Portuguese “e” is part of names.
  for (const part of peopleIn(ITALIAN.test(text) ? people.replace(/ e /g, ' and ') : people)) {
    const source = agencyOf(part);
    if (source !== undefined) {
      agency ??= source;
      continue;
    }
    const author = authorOf(part);
    if (author === null) return null;
    authors.push(author);
  }
  return authors.length === 0 && agency === null ? null : { authors, agency, dropped };
}

/** Splits at "and", "&", ";", and at the commas between people. */
function peopleIn(text: string): string[] {
  return text
    .split(/\s*;\s*|\s+(?:and|et|und|y|&)\s+/i)
    .flatMap((group) => {
      const people: string[] = [];
      for (const part of group.split(/\s*,\s*/).filter((piece) => piece !== '')) {
        const last = people.length - 1;
        // A suffix, a role or a single word after a comma belongs to the person before it. An agency's name belongs to nobody.
        if (
          last >= 0 &&
          agencyOf(part) === undefined &&
          (SUFFIX.test(part) || ROLE.test(part) || /^(?:in|at)\s/i.test(part) || !part.includes(' '))
        )
          people[last] += `, ${part}`;
        else people.push(part);
      }
      return people;
    })
    .filter((part) => part !== '');
}

function authorOf(text: string): BylineName | null {
  if (ORGANIZATION.test(text) && !text.includes(',')) return organization(text);
  const [, beforePlace = text, stated] = /^(.+?),?\s+(?:in|à|aus)\s+(\p{Lu}.*)$/u.exec(text) ?? [];
  const [first = '', ...more] = beforePlace.split(/\s*,\s*/);
  const suffixes = more.filter((part) => SUFFIX.test(part));
  const roles = more.filter((part) => !SUFFIX.test(part) && ROLE.test(part));
  const places = more.filter((part) => !SUFFIX.test(part) && !ROLE.test(part));
  if (!isName(first)) return null;
  const place = stated ?? (places.length > 0 ? places.join(', ') : undefined);
  return {
    name: [normalizeCase(first), ...suffixes].join(', '),
    ...(roles.length > 0 && { role: roles.join(', ') }),
    ...(place !== undefined && { place: normalizeCase(place) }),
  };
}

function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every((word) => NAME.test(word)) &&
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    !text.replace(/(?<=\s)(?:Jr|Sr)\.$/, '').endsWith('.') &&
    !NOT_A_NAME.test(text)
  );
}

// "By Tuesday", "By January": days and months also begin with a capital.
const NOT_A_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

const organization = (text: string): BylineName => ({ name: normalizeCase(text), kind: 'organization' });
