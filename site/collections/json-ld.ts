import type { Thing } from 'schema-dts';
import { collectionPath } from '../addresses/routes.ts';
import { describeList } from '../json-ld/lists.ts';
import { collectionsHead } from './head.ts';
import type { CollectionsView } from './view.ts';

export function describeCollections(view: CollectionsView): Thing[] {
  return describeList(
    view,
    collectionsHead(view).title,
    view.entries.map(({ slug, title }) => ({ title, path: collectionPath(view.kind, slug) })),
  );
}
