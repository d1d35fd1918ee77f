import { collectionKinds, type CollectionKind } from '../model/collection.ts';
import { plainPlace } from '../model/slug.ts';
import { entityPrecedence } from '../store/schema.ts';
import { textOf, type Row } from '../store/store.ts';
import { visible, wasPublic } from '../store/visible.ts';
import { isCollection } from './collections.ts';
import type { EditionContext } from './context.ts';
import { renamedRow, rowsWithAlias } from './former-addresses.ts';
import { publicPage } from './own-pages.ts';

/** The row of the article that is public at an address. */
export function publicRow({ store, now, dependencies }: EditionContext, address: string): Row | undefined {
  dependencies.add(`article ${address}`);
  return store.get(`SELECT * FROM article WHERE address = :address AND ${visible}`, { address, now });
}

/** Whether there is a public article at an address. */
export function isPublic(context: EditionContext, address: string): boolean {
  return publicRow(context, address) !== undefined;
}

/** The address of the article to which an old address leads, where that article is or was public. */
export function redirectFrom(context: EditionContext, address: string): string | undefined {
  const { now, dependencies } = context;
  dependencies.add(`article ${address}`);
  const rows = rowsWithAlias(context, 'article', address);
  for (const row of rows) dependencies.add(`article ${textOf(row, 'address')}`);
  const row = rows.find((each) => wasPublic(each, now)) ?? renamedRow(context, 'article', address);
  return row && wasPublic(row, now) ? textOf(row, 'address') : undefined;
}

/**
 * All old addresses that the store knows, those of hidden articles among them: where they lead is another question. Those of
 * places are slugs.
 */
export function oldAddresses({ store }: EditionContext): { addresses: string[]; places: string[] } {
  const addresses = store.all(`SELECT address FROM alias UNION SELECT address FROM entity_alias
    UNION SELECT once_public.address FROM once_public JOIN article USING (id) WHERE once_public.address <> article.address`);
  const places = store.all('SELECT DISTINCT spelling FROM place_spelling WHERE spelling <> place');
  return {
    addresses: addresses.map((row) => textOf(row, 'address')),
    places: places.map((row) => textOf(row, 'spelling')),
  };
}

/** The kind of a collection and its slug. */
export interface CollectionName {
  kind: CollectionKind;
  slug: string;
}

/**
 * A public collection that has an old address: a topic, a person or a storyline by its aliases, a place by a spelling that
 * is merged into it.
 */
export function collectionFromAlias(context: EditionContext, address: string): CollectionName | undefined {
  const entity = entityFromAlias(context, address);
  if (entity) return entity;
  const target = context.linkTarget(address);
  if (target.kind !== 'collection' || target.of !== 'place' || target.address !== address) return undefined;
  const place = placeFromSpelling(context, target.slug);
  return place === undefined ? undefined : { kind: 'place', slug: place };
}

function entityFromAlias(context: EditionContext, address: string): CollectionName | undefined {
  const sql = `SELECT entity.kind, entity.slug FROM entity_alias JOIN entity ON entity.file = entity_alias.file
    WHERE address = ? ORDER BY ${entityPrecedence}`;
  for (const row of context.store.all(sql, address)) {
    const kind = collectionKinds.find((each) => each === row['kind']);
    const slug = textOf(row, 'slug');
    if (kind && isCollection(context, kind, slug)) return { kind, slug };
  }
  return undefined;
}

/** The address of the newsroom's own page that has an old address, where the public may see the page. */
export function pageFromAlias(context: EditionContext, address: string): string | undefined {
  const sql = `SELECT entity.slug FROM entity_alias JOIN entity ON entity.file = entity_alias.file
    WHERE address = ? AND entity.kind = 'page' ORDER BY entity.slug`;
  const slugs = context.store.all(sql, address).map((row) => textOf(row, 'slug'));
  const slug = slugs.find((each) => publicPage(context, each) !== undefined);
  return slug === undefined ? undefined : `/${slug}`;
}

/** The slug of the public place that another slug means; `undefined` where it means itself. */
export function placeFromSpelling(context: EditionContext, slug: string): string | undefined {
  const spelling = plainPlace(slug);
  const rows = context.store.all('SELECT place FROM place_spelling WHERE spelling = ? ORDER BY place', spelling);
  const places = rows.length > 0 ? rows.map((row) => textOf(row, 'place')) : [spelling];
  return places.includes(slug) ? undefined : places.find((place) => isCollection(context, 'place', place));
}

/** Whether an address is an old one of a public collection or of a page of the newsroom. */
export function isOldAddress(context: EditionContext, address: string): boolean {
  return (collectionFromAlias(context, address) ?? pageFromAlias(context, address)) !== undefined;
}

/** Whether an address is an alias that leads to nothing public: what has it is hidden or gone. */
export function isHiddenAlias(context: EditionContext, address: string): boolean {
  context.dependencies.add(`article ${address}`);
  const isAlias = ['alias', 'entity_alias'].some((table) =>
    context.store.get(`SELECT 1 FROM ${table} WHERE address = ? LIMIT 1`, address),
  );
  const to = isAlias ? redirectFrom(context, address) : undefined;
  return isAlias && !(to !== undefined && isPublic(context, to)) && !isOldAddress(context, address);
}
