import { placesOf, termsOf, type Pattern, type Term } from './terms.ts';

/** A text in parts; those that a query asked for are hits. */
export type MarkedText = { text: string; hit: boolean }[];

interface Place {
  start: number;
  end: number;
  /** The number of its first term in the text. */
  first: number;
  pattern: Pattern;
}

/** Terms that a snippet has, about. */
const snippetTerms = 32;
/** Signs of scripts without spaces are terms each, but words are longer. */
const snippetSigns = 80;
/** A snippet of very long words is cut. UTF-16 code units. */
const longestSnippet = 360;

/** Marks what a query asked for. */
export function marked(text: string, patterns: readonly Pattern[]): MarkedText {
  return cut(text, 0, text.length, joined(placesIn(termsOf(text), patterns)));
}

function placesIn(terms: readonly Term[], patterns: readonly Pattern[]): Place[] {
  return patterns
    .flatMap((pattern) => placesOf(pattern, terms).map((place) => ({ ...place, pattern })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Places without those that are in another one; those that overlap become one. */
function joined(places: readonly Place[]): Place[] {
  const found: Place[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
    else found.push({ ...place });
  }
  return found;
}

function cut(text: string, start: number, end: number, places: readonly Place[]): MarkedText {
  const parts: MarkedText = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (from < to) parts.push({ text: text.slice(from, to), hit });
  };
  let at = start;
  for (const place of places) {
    if (place.end <= at || place.start >= end) continue;
    add(at, Math.max(at, place.start), false);
    add(Math.max(at, place.start), Math.min(end, place.end), true);
    at = Math.min(end, place.end);
  }
  add(at, end, false);
  return parts;
}

/**
 * The part of a text that shows best why it was found: the first one with all patterns; else the one with the most different
 * patterns in it, then with the most places, then the first. `blocks` are paragraphs. Where nothing is found, the beginning.
 */
export function snippetOf(blocks: readonly string[], patterns: readonly Pattern[]): MarkedText {
  let best: { text: string; start: number; end: number; places: Place[]; score: number } | undefined;
  for (const text of blocks) {
    const terms = termsOf(text);
    const places = placesIn(terms, patterns);
    const size =
      terms.length > 0 && (terms.at(-1)?.folded ?? terms[0]?.folded) === undefined ? snippetSigns : snippetTerms;
    if (places.length === 0 && best) continue;
    const { from, score } = bestWindow(places, size);
    if (best && score <= best.score) continue;
    const first = startOf(text, terms, from, size);
    const last = Math.min(terms.length, first + size) - 1;
    const start = first === 0 ? 0 : (terms[first]?.start ?? 0);
    const whole = last === terms.length - 1 ? text.length : (terms[last]?.end ?? text.length);
    const end = whole - start > longestSnippet ? endOfSign(text, start + longestSnippet) : whole;
    best = { text, start, end, places, score };
    if (score > patterns.length * 100) break;
  }
  if (!best) return [];
  const { text, start, end, places } = best;
  const parts = cut(text, start, end, joined(places));
  if (start > 0) parts.unshift({ text: '… ', hit: false });
  if (end < text.length) parts.push({ text: ' …', hit: false });
  return parts;
}

/** A place near another one, before which a text can be cut: not inside a pair of surrogates, nor before a mark. */
function endOfSign(text: string, near: number): number {
  let at = near;
  while (at > near - 20 && /^[\p{M}\p{Cs}\u200D]/u.test(text.slice(at, at + 2))) at -= 1;
  return at;
}

/** The window of `size` terms with the best places: the number of the term where its first place is. */
function bestWindow(places: readonly Place[], size: number): { from: number; score: number } {
  let best = { from: 0, score: 0 };
  let first = 0;
  const inside = new Map<Pattern, number>();
  for (const [index, place] of places.entries()) {
    inside.set(place.pattern, (inside.get(place.pattern) ?? 0) + 1);
    for (let begin = places[first]; begin && place.first - begin.first >= size - 4; begin = places[first]) {
      const left = (inside.get(begin.pattern) ?? 1) - 1;
      if (left === 0) inside.delete(begin.pattern);
      else inside.set(begin.pattern, left);
      first += 1;
    }
    const score = inside.size * 100 + Math.min(99, index - first + 1);
    if (score > best.score) best = { from: places[first]?.first ?? 0, score };
  }
  return best;
}

/** Where a snippet begins: at the sentence of its first place if that is near, else a few words before it. */
function startOf(text: string, terms: readonly Term[], from: number, size: number): number {
  if (terms.length <= size) return 0;
  const earliest = Math.max(0, from - Math.floor(size / 4));
  for (let first = from; first > earliest; first -= 1) {
    const [before, begin] = [terms[first - 1], terms[first]];
    if (before && begin && /[.!?。！？।؟]["”’»」]?\s*["“‘«「(]?$/u.test(text.slice(before.end, begin.start)))
      return first;
  }
  return Math.min(earliest, Math.max(0, terms.length - size));
}
