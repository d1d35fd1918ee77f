import { numberOf, openStore } from '../store/store.ts';
import { kindAt } from './content-names.ts';

/** What of a newsroom concerns one title. */
export interface TitleFiles {
  /** How many articles the title carries, hidden ones among them. */
  articles: number;
  /** Its own files, and those of its articles. */
  files: ReadonlySet<string>;
}

/**
 * What of some files of a compiled newsroom concerns a title. An article that could not be read is not in the store, and may be
 * of any title. Throws `StoreMissing`.
 */
export function filesOfTitle(data: string, title: string, files: readonly string[]): TitleFiles {
  const store = openStore(data, ['public'], { title });
  const isIn = (table: 'main.article' | 'article', file: string): boolean =>
    store.get(`SELECT 1 FROM ${table} WHERE file = ?`, file) !== undefined;
  const concerns = (file: string): boolean =>
    [`titles/${title}.yaml`, `titles/${title}.css`].includes(file) ||
    (kindAt(file) === 'article' && (isIn('article', file) || !isIn('main.article', file)));
  try {
    return {
      articles: numberOf(store.get('SELECT count(*) AS n FROM article'), 'n'),
      files: new Set(files.filter(concerns)),
    };
  } finally {
    store.close();
  }
}
