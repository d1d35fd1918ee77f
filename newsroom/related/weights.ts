import type { RelatedWeights } from '../model/related-weights.ts';

/** The weights that are measured, see docs/related.md. */
export const relatedWeights: RelatedWeights = {
  section: 0.5,
  storyline: 1,
  headline: 0.75,
  halfLife: 20,
  oldest: 0.45,
  threshold: 0.08,
  sameStory: 0.3,
  newer: 0.15,
  newerDays: 60,
};

/** A capitalised word inside a sentence counts so much: most are names. */
export const nameWeight = 1.5;

/** Key terms of an article that the store holds; more do not find better stories. */
export const keyTermsOfArticle = 48;

/**
 * How the weight of a term grows with how often it is in a text (BM25): the first time counts most. `saturation` is BM25's
 * k1, `lengthShare` its b, for texts of `usualLength` words.
 */
export const saturation = 10;
export const lengthShare = 0.3;
export const usualLength = 400;

/** The power to which the lengths of two vectors are taken. Less than 1 favours long texts a little over short ones. */
export const normPower = 0.9;

/** A text shorter than so many words borrows words of the stories that are nearest to it. */
export const borrowingWords = 240;
/** How much borrowed words count in a text of `fullBorrowing` words or fewer; in a longer one less. */
export const borrowedWeight = 1.5;
export const fullBorrowing = 60;
/** From so many stories, so many words. */
export const borrowedStories = 8;
export const borrowedTerms = 120;

/** Terms by which candidates are found, the rarest first. All terms count where candidates are compared. */
export const searchedTerms = 80;
/** Articles that are read for one such term, the newest first. */
export const articlesOfTerm = 2_000;
/** Candidates that are compared term by term. */
export const comparedArticles = 400;

/**
 * How much alike two whole texts must be by the words that say something of what they are about; 1 is the same text. What
 * is less alike is so by chance.
 */
export const evidence = {
  /** In texts with fewer words than this, less is needed: the less, the shorter they are. */
  words: 240,
  /** For two stories that share a topic, and for others. */
  sharedTopic: 0.1,
  noTopic: 0.15,
  /** For two that report the same events, and for two of them that share several names. */
  sameStory: 0.19,
  sameStoryWithNames: 0.15,
  /** So much of it comes from the names, or the other words, that a reason names; if less, the shared topics say more. */
  shareOfNames: 0.3,
  shareOfWords: 0.6,
  /** Names of which so much comes are a reason in any case. */
  clearNames: 0.05,
};

/** Two stories of which so much is the same are one story in two copies. */
export const sameText = 0.9;

/** The articles that rarity is counted with beside those of the archive, and how many of them have each word; see `RarityScale`. */
export const imagined = { articles: 100, dull: 30, word: 3, name: 1 };
/** Up to so many articles all of them count for related stories; in a larger archive the fewer, the larger it is. */
export const fullyImagined = 200;

/** The archive grows by this factor before the counts of its terms are taken anew. */
export const growth = 1.25;
/**
 * Weights of rarity are rounded to steps, so that an edit of one old story moves few. A large step moves fewer: in a large archive
 * lists are about as good with one of 0.5, and with 1 fewer links are found. In a small one words differ too little for that.
 */
export const rarityStep = (articles: number): number => (articles < 500 ? 0.25 : 0.5);
