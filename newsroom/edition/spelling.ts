import { namesIn } from '../search/index-text.ts';
import { everyDay, expressionOf } from '../search/match.ts';
import { printQuery, type SearchQuery, type SearchTerm, type SearchWords } from '../search/query.ts';
import { mostMistakes, similarWords } from '../search/spelling.ts';
import { patternOf, termsOf, type Pattern } from '../search/terms.ts';
import { openedWords } from '../search/write.ts';
import { isCapitalised } from '../text-analysis/capitals.ts';
import type { EditionContext } from './context.ts';
import { newestHits } from './search-index.ts';
import { articleWithBlocks } from './stories.ts';

/** Words of one query that are mended, at most. */
const mostMended = 4;
/** A query with more words than this in its words and phrases is not mended. */
const mostLookedUp = 24;
/** Public stories that are counted to tell a common word from a rare one. */
const mostCompared = 50;
/** The newest public stories in which a word is looked for, before it is suggested. */
const mostRead = 8;
/** Stories that have opened since the last compile, whose words may be suggested. */
const mostOpened = 20;

/**
 * A query without a hit, with its misspelt words replaced by words of public stories. What cannot be mended is left out:
 * words, or the whole phrase that has them. `undefined` where nothing can be mended, or nothing is misspelt. The caller checks
 * that it has hits. A word that only hidden stories have is as unknown as one that nobody wrote.
 */
export function mended(context: EditionContext, query: SearchQuery): string | undefined {
  let [lookedUp, tried, count] = [0, 0, 0];
  let opened: ReadonlySet<string> | undefined;
  const mend = ({ kind, text }: SearchWords): SearchWords[] => {
    let [written, at] = ['', 0];
    for (const { folded, start, end } of termsOf(text)) {
      const word = text.slice(start, end);
      const pattern = folded === undefined ? undefined : patternOf(word);
      if (folded === undefined || !pattern) continue;
      lookedUp += 1;
      if (lookedUp > mostLookedUp) return [];
      if (isKnown(context, pattern)) continue;
      tried += 1;
      if (tried > mostMended) return [];
      opened ??= wordsOfOpened(context);
      const similar = similarWord(context, { word, folded }, opened);
      if (similar === undefined) return [];
      count += 1;
      written += text.slice(at, start) + similar;
      at = end;
    }
    return [{ kind, text: written + text.slice(at) }];
  };
  const words = query.words.flatMap((term): SearchTerm[] => {
    if (term.excluded) return [term];
    const [first, ...rest] = term.any.flatMap(mend);
    return first ? [{ ...term, any: [first, ...rest] }] : [];
  });
  return count === 0 || lookedUp > mostLookedUp ? undefined : printQuery({ ...query, words });
}

/** The words of stories that a compile has not seen open. */
function wordsOfOpened({ store, now }: EditionContext): ReadonlySet<string> {
  return new Set([...openedWords(store, now, mostOpened)].flatMap((words) => words.split(' ')));
}

function isKnown(context: EditionContext, pattern: Pattern): boolean {
  return newestHits(context, expressionOf(pattern), everyDay, 1).length > 0;
}

/**
 * The word that a misspelt one most likely stands for, as a public story writes it: few mistakes, then the most frequent. A
 * word that was typed with a capital may be a name, so another word must be more like it than a name.
 */
function similarWord(
  context: EditionContext,
  { word: typed, folded }: { word: string; folded: string },
  opened: ReadonlySet<string>,
): string | undefined {
  const found = similarWords(context.store, folded, opened).flatMap((each) => {
    const pattern = patternOf(each.word);
    return pattern ? [{ ...each, rows: newestHits(context, expressionOf(pattern), everyDay, mostCompared) }] : [];
  });
  const likely = found
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => a.mistakes - b.mistakes || b.rows.length - a.rows.length || (a.word < b.word ? -1 : 1));
  const mostInName = mostMistakes([...folded].length) - 1;
  for (const { word, mistakes, rows } of likely) {
    for (const row of rows.slice(0, mostRead)) {
      const written = writtenIn(context, row.key, word);
      if (written === undefined) continue;
      if (isCapitalised(typed) && !written.isName && mistakes > mostInName) break;
      return written.word;
    }
  }
  return undefined;
}

/**
 * How an article writes a word, in small letters, and whether it always writes it with a capital; `undefined` where it has
 * only other forms of the word.
 */
function writtenIn(
  context: EditionContext,
  key: number,
  folded: string,
): { word: string; isName: boolean } | undefined {
  const { stored, blocks } = articleWithBlocks(context, key);
  const { headline, kicker = '', standfirst = '' } = stored;
  const written = [headline, kicker, standfirst, ...blocks, ...namesIn(stored)].flatMap((text) =>
    termsOf(text)
      .filter((term) => term.folded === folded)
      .map(({ start, end }) => text.slice(start, end)),
  );
  const [word] = written;
  if (word === undefined) return undefined;
  return { word: word.replace(/['’ʼ＇]s$/i, '').toLowerCase(), isName: written.every(isCapitalised) };
}
