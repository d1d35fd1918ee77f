import { precedence } from '../store/schema.ts';
import type { Row } from '../store/store.ts';
import type { EditionContext } from './context.ts';

/** The articles that are looked at: those that the title carries, or those of all titles. */
type Articles = 'article' | 'main.article';

/** The rows of the articles that have an alias, the one that wins first. */
export function rowsWithAlias({ store }: EditionContext, articles: Articles, address: string): Row[] {
  const sql = `SELECT article.* FROM alias JOIN ${articles} AS article ON article.key = alias.article
    WHERE alias.address = ? ${precedence}`;
  return store.all(sql, address);
}

/** The row of the article of a renamed file, by an address at which it was public, as far as this store has recorded it. */
export function renamedRow(context: EditionContext, articles: Articles, address: string): Row | undefined {
  const { store, dependencies } = context;
  if (!store.get('SELECT 1 FROM once_public WHERE address = ?', address)) return undefined;
  // Another article with this id may come at any address.
  dependencies.add('anything');
  const sql = `SELECT article.* FROM once_public JOIN ${articles} AS article USING (id)
    WHERE once_public.address = ? AND article.address <> once_public.address ${precedence} LIMIT 1`;
  return store.get(sql, address);
}
