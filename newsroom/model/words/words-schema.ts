import { z } from 'zod';
import { en } from './en.ts';
import type { WordTable } from './word-table.ts';

/** Words that a newsroom has written for a language: `words/TAG.yaml`. */
export interface OwnWords {
  /** The BCP 47 tag, as the file's name has it. */
  slug: string;
  table: WordTable;
}

/** A text with its holes, or its forms for a count, or a group of such texts. */
type Entry = string | { readonly [key: string]: Entry };

/** The schema of a table of words in a language: the keys and the holes of the English one, and its own plural forms. */
export function wordsSchema(language: string): z.ZodObject {
  const fix = `\`npx dateline words ${language}\` prints a file with all keys. Take from there what is missing.`;
  return z.strictObject(
    Object.fromEntries(
      Object.entries(en).map(([group, entries]) => [
        group,
        schemaOf(entries, language).meta({ docs: 'docs/languages.md', fix }),
      ]),
    ),
  );
}

/** The plural categories of a language, as `Intl` has them. */
export function categoriesOf(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** Whether an entry of the table is a text in several forms. */
export function isForms(entry: Entry): entry is { readonly other: string } {
  return typeof entry !== 'string' && typeof entry['other'] === 'string';
}

function schemaOf(entry: Entry, language: string): z.ZodType {
  if (typeof entry === 'string') return textWith(holesIn(entry));
  if (isForms(entry)) {
    const holes = holesIn(entry.other);
    // A form for one number may say it in a word.
    const form = (category: string): z.ZodType =>
      category === 'other' ? textWith(holes) : textWith(holes, new Set(['count']));
    return z.strictObject(Object.fromEntries(categoriesOf(language).map((each) => [each, form(each)])));
  }
  return z.strictObject(
    Object.fromEntries(Object.entries(entry).map(([key, each]) => [key, schemaOf(each, language)])),
  );
}

function textWith(holes: readonly string[], optional: ReadonlySet<string> = new Set()): z.ZodType {
  const sorted = (names: readonly string[]): string =>
    names
      .filter((name) => !optional.has(name))
      .toSorted()
      .join();
  const expected =
    holes.length === 0
      ? 'expected a text without {holes}'
      : `expected a text with ${holes.map((hole) => `{${hole}}`).join(' and ')}, each once, and with no other {hole}`;
  return z
    .string()
    .refine((text) => text !== '', 'is empty')
    .refine((text) => sorted(holesIn(text)) === sorted(holes) && !/[{}]/.test(text.replace(/\{\w+\}/g, '')), expected);
}

function holesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}
