import { Fragment, type ReactNode } from 'react';
import { cutAtHoles } from './fill.ts';
import { listParts } from './numbers.ts';
import type { HolesIn } from '../../newsroom/model/words/word-table.ts';
import type { Words } from './words.ts';

/** A text whose holes are filled with elements: links, times, names. Their order is that of the language. */
export function Phrase<T extends string>(props: { of: T; parts: Readonly<Record<HolesIn<T>, ReactNode>> }): ReactNode;
export function Phrase({ of, parts }: { of: string; parts: Readonly<Record<string, ReactNode>> }): ReactNode {
  return cutAtHoles(of).map((piece, index) => (
    <Fragment key={index}>{'hole' in piece ? parts[piece.hole] : piece.text}</Fragment>
  ));
}

/** Elements as a list in a sentence: `A, B and C`. */
export function List({ of, words }: { of: readonly ReactNode[]; words: Words }): ReactNode {
  return listParts(words, of.length).map((part, index) => (
    <Fragment key={index}>{'index' in part ? of[part.index] : part.between}</Fragment>
  ));
}
