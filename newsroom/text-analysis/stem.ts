import { stemmer } from 'stemmer';

/** Words outside these lengths have no ending that a rule could take away, or are no words. */
const [shortest, longest] = [3, 40];
const latin = /^[a-z]+$/;
/** The article, alone or after a short word that is written together with it, before at least three letters. */
const arabicArticle = /^(?:[وبكف]?ال|لل)(?=[\u0621-\u064A]{3})/;

/**
 * Frequent words to which Porter's rules give the stem of words with another meaning: “use” would be “us”, and “news” “new”.
 * The stem of each of these is the first word of its line, and no word with another meaning has that stem.
 */
const wordsWithOwnStem: readonly (readonly [string, ...string[]])[] = [
  ['use', 'uses', 'used', 'using', 'useful', 'usefully', 'usefulness', 'useless'], // us
  ['one', 'ones'], // on
  ['news'], // new
  ['unite', 'unites', 'united', 'uniting'], // unit
  ['business', 'businesses'], // busy
  ['goods'], // good
  ['evening', 'evenings'], // even
  ['several'], // severe
  ['likely'], // like
  ['important', 'importance', 'importantly'], // import
  ['international', 'internationally'], // intern, internal
  ['general', 'generals', 'generally'], // generate, generous
  ['university', 'universities'], // universe, universal
  ['community', 'communities'], // communicate, communism
  ['authority', 'authorities'], // author
  ['majority', 'majorities'], // major
  ['emergency', 'emergencies'], // emerge
  ['experiment', 'experiments', 'experimental', 'experimented', 'experimenting'], // experience
  ['executive', 'executives'], // execute
  ['positive', 'positively'], // position
  ['officer', 'officers'], // office
  ['customer', 'customers'], // custom
  ['mineral', 'minerals'], // miner
  ['animal', 'animals'], // animate
  ['organs', 'organ'], // organize
  ['hospitality'], // hospital
  ['apartment', 'apartments'], // apart
  ['department', 'departments'], // depart
  ['recession', 'recessions'], // recess
];

const ownStems = new Map(wordsWithOwnStem.flatMap((words) => words.map((word) => [word, words[0]])));

/** The stem of a folded word by the rules of English (Porter's), with exceptions; of a word in another script, the word. */
export function englishStem(folded: string): string {
  if (folded.length < shortest || folded.length > longest || !latin.test(folded)) return folded;
  return ownStems.get(folded) ?? stemmer(folded);
}

/** A folded Arabic word without its article; any other word as it is. */
export function withoutArabicArticle(folded: string): string {
  return folded.replace(arabicArticle, '');
}
