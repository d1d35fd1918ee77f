import { onceForEach } from './formatters.ts';
import { isOtherLanguage } from './language.ts';
import { ar } from './tables/ar.ts';
import { de } from './tables/de.ts';
import { en } from '../../newsroom/model/words/en.ts';
import { es } from './tables/es.ts';
import { fr } from './tables/fr.ts';
import { he } from './tables/he.ts';
import { ja } from './tables/ja.ts';
import { ko } from './tables/ko.ts';
import { pt } from './tables/pt.ts';
import { zhHans } from './tables/zh-hans.ts';
import type { WordTable } from '../../newsroom/model/words/word-table.ts';
import type { Words } from './words.ts';

/** The tables by the BCP 47 tags of their languages. */
export const tables = {
  en,
  fr,
  de,
  es,
  ar,
  he,
  ja,
  ko,
  'zh-Hans': zhHans,
  pt,
} as const satisfies Record<string, WordTable>;

type Tables = Readonly<Record<string, WordTable>>;

/** What decides on the words of a site's pages. */
export interface WordsSite {
  language: string;
  /** Words that the newsroom has written, by the tags of their languages. They come before those above. */
  words?: Tables;
}

/**
 * The words for a language: of the table with the same language and script, whatever the country. So `de-AT` has German
 * words with Austrian dates, and `zh-TW` does not get the simplified characters of `zh-Hans`. A language without a table
 * has English words.
 */
export const wordsOf = onceForEach((language): Words => {
  const table = tableIn(tables, language);
  return table ? { ...table, lang: language, page: language } : { ...en, lang: 'en', page: language };
});

/** For the command line and for formats that programs read: they are in English, whatever the language of the site is. */
export const english = wordsOf('en');

/** The words of the pages of a site. */
export function siteWords({ language, words = {} }: WordsSite): Words {
  const own = tableIn(words, language);
  return own ? { ...own, lang: language, page: language } : wordsOf(language);
}

/** The words around a story on its own pages: in its language where there are such words, else in that of the site. */
export function storyWords(site: WordsSite, { lang }: { lang: string }): Words {
  const own = isOtherLanguage(lang, site.language) ? siteWords({ ...site, language: lang }) : undefined;
  return own?.lang === lang ? own : siteWords(site);
}

/** The tables of the languages that a page can have words in. */
export function tablesFor(words: Tables, languages: readonly string[]): Tables {
  return Object.fromEntries(
    Object.entries(words).filter(([tag]) => languages.some((language) => !isOtherLanguage(tag, language))),
  );
}

function tableIn(among: Tables, language: string): WordTable | undefined {
  return Object.entries(among).find(([tag]) => !isOtherLanguage(tag, language))?.[1];
}
