import { stringify } from 'yaml';
import { language } from '../../newsroom/model/field-types.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { categoriesOf, isForms } from '../../newsroom/model/words/words-schema.ts';
import { isOtherLanguage } from '../../site/words/language.ts';
import { tables } from '../../site/words/words-of.ts';
import { refused } from '../arguments.ts';

const usage = 'Usage: dateline words LANGUAGE';

/** A text, its forms for a count, or a group of such texts. */
type Entry = string | { readonly [key: string]: Entry };

/**
 * `dateline words LANGUAGE`: the file `words/LANGUAGE.yaml` to fill in, on standard output: with the words that this
 * language has, else with the English ones. Exit 0 done, 2 could not run.
 */
export async function run(args: string[]): Promise<number> {
  const [tag, ...more] = args;
  if (tag === undefined || more.length > 0 || !language.safeParse(tag).success) {
    const fault =
      tag === undefined ? 'there is no language.' : `“${printable(args.join(' '))}” is no tag of a language.`;
    return refused(fault, usage);
  }
  const own = Object.entries<Entry>(tables).find(([known]) => !isOtherLanguage(known, tag))?.[1];
  const lines = [
    `# The words of the site in the language ${tag}. Save this file as words/${tag}.yaml in the newsroom’s folder, and translate each text.`,
    '# {name} is a hole: a translation has the same holes, in any order. {count} is a number. docs/languages.md has more.',
    stringify(filledIn(own ?? tables.en, tag), { lineWidth: 0 }).trimEnd(),
  ];
  console.log(lines.join('\n'));
  return 0;
}

/** The entries, with the forms of a language where a text has forms. */
function filledIn(entry: Entry, tag: string): Entry {
  if (typeof entry === 'string') return entry;
  if (isForms(entry)) {
    const { other, ...forms }: { readonly [key: string]: string; readonly other: string } = entry;
    return Object.fromEntries(categoriesOf(tag).map((category) => [category, forms[category] ?? other]));
  }
  return Object.fromEntries(Object.entries(entry).map(([key, each]) => [key, filledIn(each, tag)]));
}
