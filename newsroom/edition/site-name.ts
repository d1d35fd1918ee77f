import { termsOfText } from '../related/key-terms.ts';
import type { SharedTerm } from '../related/shared-words.ts';
import type { EditionContext } from './context.ts';
import { settingsOf } from './settings.ts';

/** What texts share, without the name of the site where that is there as a whole: credits and sources have it. */
export function withoutSiteName(context: EditionContext, shared: readonly SharedTerm[]): readonly SharedTerm[] {
  const name = [...termsOfText('', [settingsOf(context).name]).uses.keys()];
  const both = new Set(shared.map(({ term }) => term));
  return name.every((term) => both.has(term)) ? shared.filter(({ term }) => !name.includes(term)) : shared;
}
