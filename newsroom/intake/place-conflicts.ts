import { placeTitle, spellingsOf, type Place } from '../model/place.ts';
import { problem, type Problem } from '../model/problem.ts';
import { placeSlug } from '../model/slug.ts';
import { fieldPosition, type PositionOf } from './position-of.ts';

/** The entry that has a spelling, and whether the spelling is its name. */
interface Owner {
  /** In the file, from 0. */
  index: number;
  country: string | undefined;
  title: string;
  isName: boolean;
}

/**
 * Finds spellings in `places.yaml` that do not say which place is meant: two places have them, or they have no letter. The
 * first entry has such a spelling; `places` are the entries without the others, and without those whose name is such a
 * spelling. `positionOf` takes a path in `places`.
 */
export function withoutConflicts(
  file: string,
  places: readonly Place[],
  positionOf: PositionOf,
): { places: Place[]; problems: Problem[] } {
  const problems: Problem[] = [];
  /** By the slug of a spelling. */
  const owners = new Map<string, Owner[]>();
  const takes = (owner: Owner, { name, region }: Pick<Place, 'name' | 'region'>, path: PropertyKey[]): boolean => {
    const place = fieldPosition(file, positionOf, path);
    const slug = placeSlug({ place: name, region });
    if (slug === undefined || placeSlug({ place: name }) === undefined) {
      problems.push(
        problem('field-invalid', place, {
          message: `“${name}” has no letter and no digit.`,
          why: 'The address of a place’s page is made from its name.',
          fix: 'Correct it, or take it out.',
        }),
      );
      return false;
    }
    const known = owners.get(slug) ?? [];
    const other = known.find(({ index, country }) => index !== owner.index && overlap(country, owner.country));
    if (other) {
      problems.push(
        problem('place-conflict', place, {
          message: `“${name}” is also ${other.isName ? 'the name' : 'a spelling'} of ${other.title}, entry ${other.index + 1}.`,
          why: 'An article with this spelling would belong to two places, so only the first entry has it. Capitals and accents make no difference here.',
          fix: 'Take it out of one entry. Two places of one name need a `region` or a `country`, as the articles have it.',
        }),
      );
      return false;
    }
    owners.set(slug, [...known, owner]);
    return true;
  };
  const usable = places.flatMap((place, number): Place[] => {
    const index = Number(positionOf(['places', number]).path[1]);
    const owner = { index, country: place.country, title: placeTitle(place) };
    const [own, ...others] = spellingsOf(place);
    if (!own || !takes({ ...owner, isName: true }, own, ['places', number, 'name'])) return [];
    const taken = others.map((each, at) => takes({ ...owner, isName: false }, each, ['places', number, 'aliases', at]));
    return [{ ...place, aliases: place.aliases.filter((_, at) => taken[at]) }];
  });
  return { places: usable, problems };
}

/** Whether an article may be about both places of one name. Without a country, a place may be in any. */
function overlap(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
