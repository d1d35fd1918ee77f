import { seriesKey } from '../model/series.ts';
import type { TextTerms } from '../related/key-terms.ts';
import type { NearArticle } from '../related/rank.ts';
import { hasStopWords } from '../related/stop-words.ts';
import { sharedWords, tellingTerms, type SharedTerm } from '../related/shared-words.ts';
import { isNameIn, StoredTerms } from '../related/stored-terms.ts';
import { evidence } from '../related/weights.ts';
import { bytesOf, textOf } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { EditionContext } from './context.ts';
import { creditsOf, withoutCredits } from './credits.ts';
import { storylineOf } from './entities.ts';
import type { FullStory, Story } from './public.ts';
import type { RelatedReason } from './related.ts';
import { settingsOf } from './settings.ts';

/** Two texts of `longText` words or more have at least `fewestShared` telling terms in common, or else it is chance. */
const longText = 100;
/** Two texts on the same events have at least so many, too. */
const fewestShared = 3;

/** The story for which others are searched, and what is known of it. */
export interface AskedStory {
  context: EditionContext;
  story: FullStory;
  stored: StoredArticle;
  text: TextTerms;
  /** Who has made the story, and what all stories name as a source. */
  credits: readonly (readonly number[])[];
  /** All terms of the articles that were read, and of the story. */
  weighed: Set<number>;
  /** The terms that another text shares with this one, see `sharedTermsWith`. */
  sharedTerms(other: StoredTerms): SharedTerm[];
}

interface FoundReason {
  reason: RelatedReason;
  /** Whether words say clearly that both report the same events. */
  isSame?: boolean;
}

/**
 * Why words have found an article: the names that both texts have, else the words that say most. `undefined` where
 * they share only everyday words: such a link helps nobody.
 */
export function reasonOf(asked: AskedStory, near: NearArticle, other: StoredArticle): FoundReason | undefined {
  const { context, story, stored, text } = asked;
  if (isInStorylineOf(asked, other)) return { reason: { kind: 'same-storyline' } };
  const series = seriesKey(stored);
  if (series !== undefined && seriesKey(other) === series) return { reason: { kind: 'same-series' } };
  const row = context.store.get('SELECT terms, credits FROM article_terms WHERE article = ?', near.article);
  const otherText = new StoredTerms(bytesOf(row, 'terms'));
  otherText.each((term) => asked.weighed.add(term));
  const pictures = textOf(row, 'credits');
  const credits = [...asked.credits, ...creditsOf(context, other, pictures === '' ? [] : JSON.parse(pictures))];
  const shared = withoutCredits(asked.sharedTerms(otherText), credits).filter(({ term }) =>
    mayTell(context, story, text, term),
  );
  const telling = tellingTerms(text, shared);
  const weight = telling.reduce((sum, each) => sum + each.weight, 0);
  const titles = sharedTitles(story, other);
  const shorter = Math.min(text.length, near.length);
  // The longer two texts are, the more words they share by chance.
  const least =
    (titles.length > 0 ? evidence.sharedTopic : evidence.noTopic) * Math.min(1, shorter / evidence.words) ** 2;
  if (weight < least || (shorter >= longText && telling.length < fewestShared)) return undefined;
  const { words, names, weight: named } = sharedWords(text, otherText, shared);
  const isSame =
    (telling.length >= fewestShared && weight >= evidence.sameStory) ||
    (names && words.length > 1 && weight >= evidence.sameStoryWithNames);
  const worth = names ? Math.min(weight * evidence.shareOfNames, evidence.clearNames) : weight * evidence.shareOfWords;
  const mayName = names || hasStopWords(story.lang);
  if (words.length > 0 && mayName && (titles.length === 0 || named >= worth))
    return { reason: { kind: 'shared-words', words, names }, isSame };
  if (words.length > 0 && titles.length === 0) return { reason: { kind: 'similar-text' }, isSame };
  return titles.length > 0 ? { reason: { kind: 'shared-topics', titles }, isSame } : undefined;
}

/**
 * Whether a term may say what two stories are about. Among the articles of a site, few are in another language, so that
 * its everyday words are rare; most of these are short.
 */
function mayTell(context: EditionContext, { lang }: Story, text: TextTerms, term: number): boolean {
  const use = text.uses.get(term);
  return !use || isNameIn(use) || lang === settingsOf(context).language || !shortWord.test(use.written.toLowerCase());
}

/** In small letters, or of a script without capitals that does not write a word in one sign; Hiragana are mostly endings. */
const shortWord = /^(?:[\p{Ll}\p{Script=Arabic}\p{Script=Hebrew}]{1,4}|\p{Script=Hiragana}{1,4})$/u;

/** The titles of the topics that a story shares with another one. */
export function sharedTitles({ parts }: FullStory, { topics }: { topics: readonly string[] }): string[] {
  return parts.topics.filter(({ slug }) => topics.includes(slug)).map(({ title }) => title);
}

/** Whether another article is in the storyline of the story, and the storyline is public. */
function isInStorylineOf({ context, story }: AskedStory, other: { storyline?: string | undefined }): boolean {
  const { storyline } = story;
  return storyline !== undefined && other.storyline === storyline && storylineOf(context, storyline) !== undefined;
}
