import { spellingsOf, type Place } from '../model/place.ts';
import { placeInCountry, placeSlug } from '../model/slug.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { inTitles } from '../store/title-lists.ts';

/**
 * The slug of the place that a spelling means, in an article that names a country, or none. A country that no place of this
 * name has, by `places.yaml`, makes another place.
 */
export function placeOf(store: Store, spelling: string, country: string | null): string {
  const rows = store.all('SELECT country, place FROM place_spelling WHERE spelling = ? ORDER BY place', spelling);
  const namesake = rows.find(({ place }) => place === spelling);
  if (country === null) return placeIn(namesake ?? rows[0]) ?? spelling;
  const found = rows.find((row) => row['country'] === country) ?? rows.find((row) => row['country'] === '');
  return placeIn(found) ?? (namesake ? placeInCountry(spelling, country) : spelling);
}

function placeIn(row: Row | undefined): string | undefined {
  return row && textOf(row, 'place');
}

/**
 * Replaces the spellings of places. Of two places of one name, the first one has its slug, and the other one has the country
 * in it. Returns the slugs of the places of which some articles may belong elsewhere now; `movePlaces` moves them, when all
 * articles of the compile have been written.
 */
export function replaceSpellings(store: Store, places: readonly Place[]): string[] {
  const before = meanings(store);
  store.run('DELETE FROM place_spelling');
  const taken = new Set<string>();
  for (const place of places) {
    const { name, region, country, at: [latitude, longitude] = [] } = place;
    const own = placeSlug({ place: name, region });
    if (own === undefined) continue;
    const slug = taken.has(own) && country !== undefined ? placeInCountry(own, country) : own;
    taken.add(slug);
    const spellings = spellingsOf(place).map((each) => placeSlug({ place: each.name, region: each.region }) ?? slug);
    for (const spelling of [...spellings, slug])
      store.run(
        'INSERT OR IGNORE INTO place_spelling VALUES (?, ?, ?, ?, ?, ?, ?)',
        spelling,
        country ?? '',
        slug,
        name,
        region ?? null,
        latitude ?? null,
        longitude ?? null,
      );
  }
  const after = meanings(store);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (spelling) => JSON.stringify(before.get(spelling)) !== JSON.stringify(after.get(spelling)),
  );
  return changed.flatMap((spelling) => [
    spelling,
    ...(before.get(spelling) ?? []).map(({ place }) => place),
    ...namesakesInCountries(store, spelling),
  ]);
}

/** What each spelling means in each country. */
function meanings(store: Store): Map<string, { country: string; place: string }[]> {
  const rows = store.all('SELECT spelling, country, place FROM place_spelling ORDER BY spelling, country');
  return Map.groupBy(
    rows.map((row) => ({
      spelling: textOf(row, 'spelling'),
      country: textOf(row, 'country'),
      place: textOf(row, 'place'),
    })),
    ({ spelling }) => spelling,
  );
}

/** Slugs of places with articles that `placeOf` has made from a spelling and a country. */
function namesakesInCountries(store: Store, spelling: string): string[] {
  const sql = `SELECT DISTINCT slug FROM membership
    WHERE title = 0 AND kind = 'place' AND slug >= :spelling || '-' AND slug < :spelling || '.' AND length(slug) = length(:spelling) + 3`;
  return store.all(sql, { spelling }).map((row) => textOf(row, 'slug'));
}

/** Puts the articles of some places into the places that their datelines mean now. Returns the keys of those that are moved. */
export function movePlaces(store: Store, places: Iterable<string>): Set<number> {
  const moved = new Set<number>();
  for (const from of places) {
    const sql = `SELECT key, detail FROM membership JOIN article ON key = article WHERE title = 0 AND kind = 'place' AND slug = ?`;
    for (const row of store.all(sql, from)) {
      const { dateline }: StoredArticle = JSON.parse(textOf(row, 'detail'));
      const spelling = placeSlug(dateline);
      const to = spelling === undefined ? from : placeOf(store, spelling, dateline?.country ?? null);
      if (to === from) continue;
      const article = numberOf(row, 'key');
      moved.add(article);
      // Inserted and deleted, not updated, so that the triggers of counts.ts count it.
      store.run(
        `INSERT INTO membership SELECT 0, kind, :to, published, address, article, opens, closes, direct, background
         FROM membership WHERE title = 0 AND kind = 'place' AND slug = :from AND article = :article`,
        { to, from, article },
      );
      store.run(`DELETE FROM membership WHERE ${inTitles("kind = 'place' AND slug = :from AND article = :article")}`, {
        from,
        article,
      });
      store.run("DELETE FROM membership WHERE title = 0 AND kind = 'place' AND slug = :from AND article = :article", {
        from,
        article,
      });
    }
  }
  return moved;
}
