import { diffArrays } from 'diff';
import type { TextBlock, VersionText } from '../model/version.ts';

/** Text that both versions have, or only one of them. */
export interface Piece {
  text: string;
  change?: 'added' | 'removed';
}

export interface BlockDifference {
  kind: TextBlock['kind'];
  pieces: Piece[];
}

/** The later version, with the removed parts of the earlier one where they were. */
export interface Difference {
  headline: Piece[];
  standfirst: Piece[];
  blocks: BlockDifference[];
  /** Numbers of words. */
  added: number;
  removed: number;
}

/** Compares two versions: block by block, and changed blocks word by word. `before` is undefined for the first version. */
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

/** How many steps the searches of one comparison may take. A search takes the square of the number of differing words. */
const mostSteps = 400_000;
/** With more pairs of blocks than this, the most similar pairs are not searched. */
const mostPairs = 2500;
/** Blocks that share a smaller part of their words are two blocks, and not one that was changed. */
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
    let [oldBlocks, newBlocks]: TextBlock[][] = [[], []];
    const close = (): void => {
      found.push(...this.#gap(oldBlocks ?? [], newBlocks ?? []));
      [oldBlocks, newBlocks] = [[], []];
    };
    for (const { added, removed, count } of parts) {
      if (removed) oldBlocks = before.slice(from, (from += count));
      else if (added) newBlocks = after.slice(to, (to += count));
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

  /** The blocks that were removed and added between two unchanged blocks. */
  #gap(oldBlocks: readonly TextBlock[], newBlocks: readonly TextBlock[]): BlockDifference[] {
    const pairs = this.#pairs(oldBlocks, newBlocks);
    const found: BlockDifference[] = [];
    let next = 0;
    const removeUntil = (end: number): void => {
      for (const { kind, text } of oldBlocks.slice(next, end))
        found.push({ kind, pieces: [{ text, change: 'removed' }] });
      next = end;
    };
    newBlocks.forEach(({ kind, text }, index) => {
      const partner = pairs.get(index);
      const old = partner === undefined ? undefined : oldBlocks[partner];
      if (partner === undefined || !old) found.push({ kind, pieces: [{ text, change: 'added' }] });
      else {
        removeUntil(partner);
        next = partner + 1;
        found.push({ kind, pieces: this.pieces(old.text, text) });
      }
    });
    removeUntil(oldBlocks.length);
    return found;
  }

  /** Which new block is a changed old one: the pairs, in order, that have most words in common. */
  #pairs(oldBlocks: readonly TextBlock[], newBlocks: readonly TextBlock[]): Map<number, number> {
    const pairs = new Map<number, number>();
    if (oldBlocks.length === 0 || newBlocks.length === 0) return pairs;
    const [old, now] = [oldBlocks, newBlocks].map((blocks) => blocks.map(({ text }) => this.#count(text)));
    const score = (i: number, j: number): number => {
      const [a, b] = [old?.[i], now?.[j]];
      if (!a || !b || oldBlocks[i]?.kind !== newBlocks[j]?.kind) return 0;
      const share = shared(a, b);
      return share >= similar ? share : 0;
    };
    if (oldBlocks.length * newBlocks.length > mostPairs) {
      for (let index = 0; index < Math.min(oldBlocks.length, newBlocks.length); index += 1)
        if (score(index, index) > 0) pairs.set(index, index);
      return pairs;
    }
    const best = Array.from({ length: oldBlocks.length + 1 }, () =>
      Array.from({ length: newBlocks.length + 1 }, () => 0),
    );
    const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
    const scores = [...oldBlocks.keys()].map((i) => [...newBlocks.keys()].map((j) => score(i, j)));
    for (let i = oldBlocks.length - 1; i >= 0; i -= 1)
      for (let j = newBlocks.length - 1; j >= 0; j -= 1) {
        const own = scores[i]?.[j] ?? 0;
        const row = best[i];
        if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0);
      }
    for (let i = 0, j = 0; i < oldBlocks.length && j < newBlocks.length;) {
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
    const replaced: Piece[] = [];
    if (before !== '') replaced.push({ text: before, change: 'removed' });
    if (after !== '') replaced.push({ text: after, change: 'added' });
    if (replaced.length < 2) return replaced;
    const parts = diffArrays(this.#segments(before), this.#segments(after), {
      maxEditLength: Math.floor(Math.sqrt(this.#steps)),
    });
    if (!parts) {
      this.#steps = Math.floor(this.#steps / 4);
      return replaced;
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

/** The part of their words that two texts share, from 0 to 1. The maps count each word. */
function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [both, all] = [0, 0];
  for (const [each, count] of a) {
    both += Math.min(count, b.get(each) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}

/** Joins changes with only a space or a punctuation mark between them: first all that was removed, then all that was added. */
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
      // A space at the end of both belongs after both.
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

/** Japanese and Thai have no spaces between words, so the rules of the language find the words. */
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
