import { diffArrays } from 'diff';
import type { TextBlock, VersionText } from '../model/version.ts';

/** A run of text that both versions have, or only one of them. */
export interface Piece {
  text: string;
  change?: 'added' | 'removed';
}

export interface BlockDifference {
  kind: TextBlock['kind'];
  pieces: Piece[];
}

/** The later version, with what was taken out of the earlier one in its place. */
export interface Difference {
  headline: Piece[];
  standfirst: Piece[];
  blocks: BlockDifference[];
  /** Words that came, and words that went. */
  added: number;
  removed: number;
}

/** Compares two versions block by block, and what stayed in its place word by word; the first has nothing before it. */
export function differenceBetween(before: VersionText | undefined, after: VersionText, language: string): Difference {
  const comparison = new Comparison(after.lang ?? language);
  if (!before) {
    const same = (text: string): Piece[] => (text === '' ? [] : [{ text }]);
    return {
      headline: same(after.headline),
      standfirst: same(after.standfirst),
      blocks: after.blocks.map(({ kind, text }) => ({ kind, pieces: [{ text }] })),
      added: 0,
      removed: 0,
    };
  }
  const headline = comparison.pieces(before.headline, after.headline);
  const standfirst = comparison.pieces(before.standfirst, after.standfirst);
  const blocks = comparison.blocks(before.blocks, after.blocks);
  const pieces = [headline, standfirst, ...blocks.map((block) => block.pieces)].flat();
  const words = (change: Piece['change']): number =>
    pieces.reduce((sum, piece) => sum + (piece.change === change ? comparison.words(piece.text) : 0), 0);
  return { headline, standfirst, blocks, added: words('added'), removed: words('removed') };
}

/** Work that one comparison may do, in steps of the search: the square of the number of words that differ. */
const mostSteps = 400_000;
/** Gaps of more pairs than this are not searched for the most similar ones. */
const mostPairs = 2500;
/** Blocks that share less than this of their words are two blocks, not one that was changed. */
const similar = 0.4;

class Comparison {
  readonly #segmenter: Intl.Segmenter;
  #steps = mostSteps;

  constructor(language: string) {
    this.#segmenter = segmenterOf(language);
  }

  blocks(before: readonly TextBlock[], after: readonly TextBlock[]): BlockDifference[] {
    const keys = (blocks: readonly TextBlock[]): string[] => blocks.map(({ kind, text }) => `${kind} ${text}`);
    const parts = diffArrays(keys(before), keys(after), { maxEditLength: 1000 }) ?? [
      { removed: true, count: before.length },
      { added: true, count: after.length },
    ];
    const found: BlockDifference[] = [];
    let [from, to] = [0, 0];
    let [gone, come]: TextBlock[][] = [[], []];
    const close = (): void => {
      found.push(...this.#gap(gone ?? [], come ?? []));
      [gone, come] = [[], []];
    };
    for (const { added, removed, count } of parts) {
      if (removed) gone = before.slice(from, (from += count));
      else if (added) come = after.slice(to, (to += count));
      else {
        close();
        for (const { kind, text } of after.slice(to, to + count)) found.push({ kind, pieces: [{ text }] });
        from += count;
        to += count;
      }
    }
    close();
    return found;
  }

  /** What was taken out between two blocks that stayed, and what was put there. */
  #gap(gone: readonly TextBlock[], come: readonly TextBlock[]): BlockDifference[] {
    const pairs = this.#pairs(gone, come);
    const found: BlockDifference[] = [];
    let next = 0;
    const removeUntil = (end: number): void => {
      for (const { kind, text } of gone.slice(next, end)) found.push({ kind, pieces: [{ text, change: 'removed' }] });
      next = end;
    };
    come.forEach(({ kind, text }, index) => {
      const partner = pairs.get(index);
      const old = partner === undefined ? undefined : gone[partner];
      if (partner === undefined || !old) found.push({ kind, pieces: [{ text, change: 'added' }] });
      else {
        removeUntil(partner);
        next = partner + 1;
        found.push({ kind, pieces: this.pieces(old.text, text) });
      }
    });
    removeUntil(gone.length);
    return found;
  }

  /** Which of the new blocks is which of the old ones: the pairing, in order, that has most in common. */
  #pairs(gone: readonly TextBlock[], come: readonly TextBlock[]): Map<number, number> {
    const pairs = new Map<number, number>();
    if (gone.length === 0 || come.length === 0) return pairs;
    const [old, now] = [gone, come].map((blocks) => blocks.map(({ text }) => this.#count(text)));
    const score = (i: number, j: number): number => {
      const [a, b] = [old?.[i], now?.[j]];
      if (!a || !b || gone[i]?.kind !== come[j]?.kind) return 0;
      const share = shared(a, b);
      return share >= similar ? share : 0;
    };
    if (gone.length * come.length > mostPairs) {
      for (let index = 0; index < Math.min(gone.length, come.length); index += 1)
        if (score(index, index) > 0) pairs.set(index, index);
      return pairs;
    }
    const best = Array.from({ length: gone.length + 1 }, () => Array.from({ length: come.length + 1 }, () => 0));
    const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
    const scores = [...gone.keys()].map((i) => [...come.keys()].map((j) => score(i, j)));
    for (let i = gone.length - 1; i >= 0; i -= 1)
      for (let j = come.length - 1; j >= 0; j -= 1) {
        const own = scores[i]?.[j] ?? 0;
        const row = best[i];
        if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0);
      }
    for (let i = 0, j = 0; i < gone.length && j < come.length;) {
      const own = scores[i]?.[j] ?? 0;
      if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.set(j++, i++);
      else if (at(i, j) === at(i + 1, j)) i += 1;
      else j += 1;
    }
    return pairs;
  }

  /** Two texts word by word. */
  pieces(before: string, after: string): Piece[] {
    if (before === after) return after === '' ? [] : [{ text: after }];
    const whole: Piece[] = [];
    if (before !== '') whole.push({ text: before, change: 'removed' });
    if (after !== '') whole.push({ text: after, change: 'added' });
    if (whole.length < 2) return whole;
    const parts = diffArrays(this.#segments(before), this.#segments(after), {
      maxEditLength: Math.floor(Math.sqrt(this.#steps)),
    });
    if (!parts) {
      this.#steps = Math.floor(this.#steps / 4);
      return whole;
    }
    const differing = parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
    this.#steps = Math.max(0, this.#steps - differing ** 2);
    return tidy(
      parts.map(({ value, added, removed }) => ({
        text: value.join(''),
        ...(added && { change: 'added' as const }),
        ...(removed && { change: 'removed' as const }),
      })),
    );
  }

  words(text: string): number {
    let count = 0;
    for (const { isWordLike } of this.#segmenter.segment(text)) if (isWordLike) count += 1;
    return count;
  }

  #segments(text: string): string[] {
    return Array.from(this.#segmenter.segment(text), ({ segment }) => segment);
  }

  #count(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { segment, isWordLike } of this.#segmenter.segment(text))
      if (isWordLike) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    return counts;
  }
}

/** What two bags of words share, from 0 to 1. */
function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [each, count] of a) {
    both += Math.min(count, b.get(each) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}

/** Changes that only a space or a mark parts become one: what went first, then what came, so that both can be read. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let group: Piece[] = [];
  const close = (): void => {
    const side = (other: Piece['change']): string =>
      group.flatMap(({ text, change }) => (change === other ? [] : [text])).join('');
    const mixed = group.some(({ change }) => change === 'added') && group.some(({ change }) => change === 'removed');
    const [removed, added] = [side('added'), side('removed')];
    const space = /\s+$/.exec(added)?.[0] ?? '';
    if (mixed && space !== '' && removed.endsWith(space)) {
      // The space behind both is behind what follows on them.
      found.push({ text: removed.slice(0, -space.length), change: 'removed' });
      found.push({ text: added.slice(0, -space.length), change: 'added' }, { text: space });
    } else if (mixed) found.push({ text: removed, change: 'removed' }, { text: added, change: 'added' });
    else found.push(...group);
    group = [];
  };
  pieces.forEach((piece, index) => {
    const parts = group.length > 0 && index < pieces.length - 1 && !/[\p{L}\p{N}]/u.test(piece.text);
    if (piece.change || parts) group.push(piece);
    else {
      close();
      found.push(piece);
    }
  });
  close();
  return found;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Japanese and Thai have no spaces between words: the language's own rules find them. */
function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    } catch {
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(language, segmenter);
  }
  return segmenter;
}
