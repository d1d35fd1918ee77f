import { article, site, topics, type Files, type TestNewsroom } from '../testing.ts';

// A newsroom in which anything can happen within a month, the same for the same seed: for tests of what always holds.

/** The same numbers for the same seed on every machine (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  }

  pick<T>(...of: [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }
}

export const hour = 3_600_000;
export const start = Date.parse('2026-01-01T00:00:00Z');
/** Thirty days, in which everything happens. */
export const hours = 30 * 24;

/** As a file writes it. */
export function instant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Most often early in the month, so that there are days on which nothing is left to come. */
export function someInstant(chance: Chance): number {
  return start + chance.below(chance.pick(48, 96, hours)) * hour;
}

const names = [...'abcdefghijkl'];

/** Any article that editors could file, at one of a few addresses. */
function someArticle(chance: Chance): Files {
  const published = someInstant(chance);
  const name = names[chance.below(names.length)] ?? 'a';
  const day = instant(start + (name.codePointAt(0) ?? 0) * 6 * hour).slice(0, 10);
  const maybe = (field: string, value: unknown): Record<string, unknown> =>
    chance.below(3) === 0 ? { [field]: value } : {};
  return article(`/${day.replaceAll('-', '/')}/${name}`, {
    published: instant(published),
    topics: chance.pick<string[]>([], ['low'], ['top'], ['low', 'other']),
    ...maybe('embargo', instant(someInstant(chance))),
    ...maybe('expires', instant(someInstant(chance))),
    ...maybe('updated', instant(someInstant(chance))),
    ...maybe('corrections', [{ at: instant(someInstant(chance)), text: 'Not so.' }]),
    ...maybe('status', chance.pick('draft', 'withheld', 'killed')),
    ...maybe('byline', ['ann']),
    ...maybe('agency', chance.pick('AFP', 'UPI')),
    ...maybe('dateline', { place: chance.pick('Nara', '東京', 'Žilina'), country: 'JP' }),
    ...maybe('storyline', 'line'),
    // A copy of another article's id: one of the two is hidden.
    ...(chance.below(8) === 0 && { id: 'urn:test:a' }),
  });
}

/** The files beside the articles. */
export const entities: Files = {
  ...site,
  ...topics({ top: 'Top', low: { title: 'Low', parent: 'top' }, other: 'Other' }),
  'people/ann.mdx': '---\nname: Ann\n---\n',
  'storylines/line.mdx': '---\ntitle: Line\n---\n',
};

/** One thing that editors do: an article is filed, edited, broken or removed, or a topic has another parent. */
export function somethingHappens(newsroom: TestNewsroom, chance: Chance, there: Set<string>): string[] {
  const file = [...there][chance.below(Math.max(1, there.size))];
  switch (chance.below(6)) {
    case 0:
      if (file === undefined) return [];
      there.delete(file);
      newsroom.remove(file);
      return [file];
    case 1:
      if (file === undefined) return [];
      newsroom.write({ [file]: '---\nstatus: draft\nheadline: [\n---\n' });
      return [file];
    case 2: {
      const files = topics({ low: { title: 'Low', ...chance.pick({}, { parent: 'top' }, { parent: 'other' }) } });
      newsroom.write(files);
      return Object.keys(files);
    }
    default: {
      const files = someArticle(chance);
      newsroom.write(files);
      for (const path of Object.keys(files)) there.add(path);
      return Object.keys(files);
    }
  }
}
