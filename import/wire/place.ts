import { offsetAtNoon } from '../stated-time.ts';
import { cityOf } from './cities.ts';
import { countryOf, zoneOfCountry } from './countries.ts';
import { normalizeCase } from './letter-case.ts';
import { regionOf, stateOfCode } from './states.ts';

/** The place of a dateline in its parts. */
export interface Place {
  place: string;
  region?: string;
  /** ISO 3166 alpha-2. */
  country?: string;
  /** The IANA time zone, if it is known. */
  zone?: string;
}

const PLACE_WORD = /^(?:(?:al|el|ad|as|ash|ar|an)-)?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*[,]?$/u;
const SMALL_WORD =
  /^(?:de|del|la|le|les|du|des|da|do|dos|of|the|and|on|in|near|at|am|an|der|es|sur|au|aux|en|d['’]\p{Lu}.*)$/u;
const ABBREVIATION = /^(?:\p{L}{1,5}\.)+,?$/u;

/** Whether the text before an agency or a dash can be a place: a few words with capitals, not a sentence. */
export function looksLikePlace(text: string): boolean {
  const words = text.split(/[\s/]+/).filter((word) => word !== '');
  const [first] = words;
  return (
    first !== undefined &&
    words.length <= 8 &&
    /^[\p{Lu}\p{Lo}]|^(?:al|el|ash|as)-\p{Lu}/u.test(first) &&
    words.every(
      (word, index) =>
        (PLACE_WORD.test(word) && (!word.includes('.') || ABBREVIATION.test(word))) ||
        (index > 0 && SMALL_WORD.test(word)),
    )
  );
}

/** Whether a text is a place in the tables. It is asked where nothing else shows that the text is a place. */
export function isKnownPlace(text: string): boolean {
  const { country } = placeOf(text);
  return country !== undefined || text.split('/').every((part) => placeOf(part.trim()).country !== undefined);
}

/** Splits a place into city, region and country. A text that is not in the tables stays as it is. */
export function placeOf(text: string): Place {
  const stated = text.replace(/\s+/g, ' ').trim();
  // "ABOARD THE USS NIMITZ" is a description and not a name.
  if (/^(?:aboard|on|off|near|above|over|with|along|en route|in)\s/i.test(stated)) return { place: stated };
  if (stated.includes('/')) return sharedPlace(stated);
  const comma = stated.lastIndexOf(',');
  if (comma > 0) return withinPlace(stated.slice(0, comma).trim(), stated.slice(comma + 1).trim());
  const city = cityOf(stated);
  if (city) return { place: city.name, country: city.country, ...zoneIn(city.country, city.zone) };
  const [, before, code] = /^(.+)\s([A-Z]{2})$/.exec(stated) ?? [];
  const state = code === undefined ? undefined : stateOfCode(code);
  // In a text that is all capitals, "PORT LA" can be a port. A state's code can be recognized only beside small letters.
  if (before !== undefined && state && /\p{Ll}/u.test(before)) return inRegion(before, state);
  const country = countryOf(stated);
  return country === undefined
    ? { place: normalizeCase(stated) }
    : { place: normalizeCase(stated), country, ...zoneIn(country) };
}

function withinPlace(place: string, outer: string): Place {
  const city = cityOf(place);
  const region = regionOf(outer);
  const country = countryOf(outer);
  // Georgia is a state and a country. A city such as Tbilisi shows which one it is.
  if (region && !(country !== undefined && city?.country === country)) return inRegion(place, region);
  if (country === undefined) return { place: `${normalizeCase(place)}, ${normalizeCase(outer)}` };
  return {
    place: city && city.country === country ? city.name : normalizeCase(place),
    country,
    ...zoneIn(country, city?.country === country ? city.zone : undefined),
  };
}

function inRegion(place: string, region: { name: string; country: string }): Place {
  const city = cityOf(place);
  return {
    place: city?.name ?? normalizeCase(place),
    region: region.name,
    country: region.country,
    ...zoneIn(region.country, city?.country === region.country ? city.zone : undefined),
  };
}

/** Two or more places. All are named; the country is set only if it is the same. */
function sharedPlace(stated: string): Place {
  const places = stated.split('/').map((part) => placeOf(part.trim()));
  const [first] = places;
  const shared = first?.country !== undefined && places.every(({ country }) => country === first.country);
  return {
    place: places.map(({ place }) => place).join('/'),
    ...(shared && { country: first.country, ...(first.zone !== undefined && { zone: first.zone }) }),
  };
}

function zoneIn(country: string, zone?: string): { zone?: string } {
  const known = zone ?? zoneOfCountry(country);
  return known === undefined ? {} : { zone: known };
}

/** A day at a place with its offset, as `published` has it; a day in UTC if the time zone of the place is not known. */
export function dayAt(day: string, place: Place | null): string {
  return `${day}${place?.zone === undefined ? 'Z' : offsetAtNoon(day, place.zone)}`;
}
