import { z } from 'zod';
import { list, name, text } from './field-types.ts';

/** ISO 3166 regions that are no country: unknown ones, and those for tests. */
const noCountries: ReadonlySet<string> = new Set(['ZZ', 'XA', 'XB', 'QO']);
const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  return (
    /^[A-Z]{2}$/.test(code) &&
    !noCountries.has(code) &&
    // `UK` is read as another name of `GB`.
    new Intl.Locale(`und-${code}`).region === code &&
    countries.of(code) !== undefined
  );
}

/** Another spelling of a place: with the region of its entry, or with a region that is spelt otherwise too, or is left out. */
const alias = z.union([text, z.strictObject({ name, region: text.optional() })], {
  error: 'expected a name, or { name, region }',
});

const twoNumbers = 'expected two numbers: the latitude, then the longitude';
const degrees = z.number({ error: twoNumbers });
/** Where a place is on the globe, in degrees: those to the south and to the west are negative. */
const at = z.tuple([degrees, degrees], { error: twoNumbers }).superRefine(([latitude, longitude], context) => {
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return;
  const areSwapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  context.addIssue({
    code: 'custom',
    message: areSwapped
      ? `begins with ${latitude}, which is no latitude: the two numbers may be swapped`
      : 'is on no map: a latitude is from -90 to 90, a longitude from -180 to 180',
    input: [latitude, longitude],
    ...(areSwapped && { params: { fix: `Write the latitude first: \`at: [${longitude}, ${latitude}]\`.` } }),
  });
});

const place = z.strictObject({
  name,
  region: text.optional(),
  /** ISO 3166 alpha-2. An article that names another country is not about this place. */
  country: z
    .string({ error: 'expected two capital letters (ISO 3166), such as UA' })
    .refine(isCountry, {
      error: 'is no country of ISO 3166: expected two capital letters, such as UA or GB',
      params: { fix: 'Correct the code, or take it out.' },
    })
    .optional(),
  at: at.optional().meta({ fix: 'Write the latitude, then the longitude, in degrees: `at: [34.69, 135.8]`.' }),
  /** Other spellings, under which articles name the place. */
  aliases: list(alias),
});

/** `places.yaml`: a list of places whose names have several spellings. The list itself stands for the field `places`. */
export const placesSchema = z
  .strictObject({
    places: list(place).meta({ fix: 'Write a list of places: `- { name: Kyiv, country: UA, aliases: [Kiev] }`.' }),
  })
  .meta({ leavesOut: 'error' });

export type Place = z.output<typeof place>;
export type Places = z.output<typeof placesSchema>;

/** The title of a place's page. */
export function placeTitle({ name: written, region }: { name: string; region?: string | undefined }): string {
  return region === undefined ? written : `${written}, ${region}`;
}

/** The spellings of a place: its name and its aliases, each with its region. */
export function spellingsOf({ name: own, region, aliases }: Place): { name: string; region?: string | undefined }[] {
  return [{ name: own, region }, ...aliases.map((each) => (typeof each === 'string' ? { name: each, region } : each))];
}
