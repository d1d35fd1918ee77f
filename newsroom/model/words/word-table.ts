import type { en } from './en.ts';

/** A text with holes: `{name}` for each name, once, in any order. Without names it is any text. */
type With<Hole extends string> = [Hole] extends [never]
  ? string
  : { [H in Hole]: `${string}{${H}}${With<Exclude<Hole, H>>}` }[Hole];

/** The names of the holes of a text. */
export type HolesIn<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesIn<Rest>
  : never;

type Category = Intl.LDMLPluralRule;

/** A text for each plural category of a language; `{count}` is in those that have the number in digits. */
type Forms<Hole extends string = never, Own extends Category = never> = {
  readonly [C in Own | 'other']: With<Hole>;
} & { readonly [C in Category]?: With<Hole> };

/** A table with the keys and the holes of another, in another language, whose plural rules have the categories `Own`. */
type Translated<Table, Own extends Category> = {
  readonly [Key in keyof Table]: Table[Key] extends string
    ? With<HolesIn<Table[Key]>>
    : Table[Key] extends { other: infer Other extends string }
      ? Forms<Exclude<HolesIn<Other>, 'count'>, Own>
      : Translated<Table[Key], Own>;
};

/** The words of the site in one language; `Own` are the categories of its plural rules, besides `other`. */
export type WordTable<Own extends Category = never> = Translated<typeof en, Own>;
