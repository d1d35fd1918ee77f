import { termsOfText } from '../related/key-terms.ts';
import type { SharedTerm } from '../related/shared-words.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { titleOf } from './collections.ts';
import type { EditionContext } from './context.ts';
import { settingsOf } from './settings.ts';

/** The terms of a name that credits and sources have. */
type Credit = readonly number[];

/** What `termsOf` has found: a few hundred people and agencies make all stories of a site. */
const known = new Map<string, Credit>();
const mostKnown = 10_000;

/** Agencies whose names are in credits and in the text of stories from all over the world. */
const agencies = [
  'AFP',
  'Agence France-Presse',
  'ANSA',
  'AP',
  'Associated Press',
  'dpa',
  'EFE',
  'Jiji',
  'Kyodo',
  'PTI',
  'Reuters',
  'TASS',
  'UPI',
  'Xinhua',
  'Yonhap',
].map(termsOf);

function termsOf(name: string): Credit {
  let terms = known.get(name);
  if (!terms) {
    terms = [...termsOfText('', [name]).uses.keys()];
    if (known.size === mostKnown) known.clear();
    known.set(name, terms);
  }
  return terms;
}

/** The name of the site and those of agencies. */
export function commonCredits(context: EditionContext): Credit[] {
  return [termsOf(settingsOf(context).name), ...agencies];
}

/** Who has made an article: the names of its byline, its agency, and those that its pictures name (`pictureCredits`). */
export function creditsOf(context: EditionContext, article: StoredArticle, pictures: readonly string[]): Credit[] {
  const authors = article.byline.map((entry) =>
    'name' in entry ? entry.name : titleOf(context, 'person', entry.person),
  );
  const names = [...authors, article.agency, article.image?.credit, ...pictures];
  return [...new Set(names)].flatMap((name) => (name === undefined ? [] : [termsOf(name)]));
}

/** What texts share, without the names of those who made them where such a name is there as a whole. */
export function withoutCredits(shared: readonly SharedTerm[], credits: readonly Credit[]): readonly SharedTerm[] {
  const both = new Set(shared.map(({ term }) => term));
  const left = new Set(credits.filter((name) => name.every((term) => both.has(term))).flat());
  return left.size === 0 ? shared : shared.filter(({ term }) => !left.has(term));
}
