import { precedence } from '../store/schema.ts';
import { textOf, type Row } from '../store/store.ts';
import { visible, wasPublic } from '../store/visible.ts';
import { collectionOf } from './collections.ts';
import type { EditionContext } from './context.ts';

/** The row of the article that is public at an address. */
export function publicRow({ store, now }: EditionContext, address: string): Row | undefined {
  return store.get(`SELECT * FROM article WHERE address = :address AND ${visible}`, { address, now });
}

/** Whether there is a public article at an address. */
export function isPublic(context: EditionContext, address: string): boolean {
  return publicRow(context, address) !== undefined;
}

/** The address of the article to which an old address leads, where that article is or was public. */
export function redirectFrom(context: EditionContext, address: string): string | undefined {
  const { store, now } = context;
  const sql = `SELECT article.* FROM alias JOIN article ON article.key = alias.article WHERE alias.address = ? ${precedence}`;
  const row = store.all(sql, address).find((each) => wasPublic(each, now));
  return row ? textOf(row, 'address') : renamedFrom(context, address);
}

/** Where the article of a renamed file is now, as far as this store has recorded it; `compile` asks for an alias too. */
function renamedFrom({ store, now }: EditionContext, address: string): string | undefined {
  const row = store.get(
    `SELECT article.* FROM once_public JOIN article USING (id)
     WHERE once_public.address = ? AND article.address <> once_public.address ${precedence} LIMIT 1`,
    address,
  );
  return row && wasPublic(row, now) ? textOf(row, 'address') : undefined;
}

/** The slug of the public topic that has an old address. */
export function topicFromAlias(context: EditionContext, address: string): string | undefined {
  const sql = `SELECT topic FROM topic_alias JOIN entity ON entity.file = topic_alias.file
    WHERE address = ? ORDER BY topic`;
  return context.store
    .all(sql, address)
    .map((row) => textOf(row, 'topic'))
    .find((slug) => collectionOf(context, 'topic', slug) !== undefined);
}

/** Whether an address is an alias that leads to nothing public: its article is hidden or gone, its topic is hidden. */
export function isHiddenAlias(context: EditionContext, address: string): boolean {
  const isAlias = ['alias', 'topic_alias'].some((table) =>
    context.store.get(`SELECT 1 FROM ${table} WHERE address = ? LIMIT 1`, address),
  );
  const to = isAlias ? redirectFrom(context, address) : undefined;
  return isAlias && !(to !== undefined && isPublic(context, to)) && topicFromAlias(context, address) === undefined;
}
