import type { LinkTarget } from '../../newsroom/edition/context.ts';
import { collectionKinds } from '../../newsroom/model/collection.ts';
import { collectionFolders, normalPath } from './routes.ts';

/** What a path of this site leads to, for an edition that leaves out links to what is hidden. `path` is as a link has it. */
export function linkTarget(path: string): LinkTarget {
  const address = normalPath(path);
  if (address === undefined) return { kind: 'invalid' };
  const [, article, rest = ''] = /^(\/\d{4}\/\d\d\/\d\d\/[^/.]+)((?:\.|\/).*)?$/.exec(address) ?? [];
  if (article !== undefined) return { kind: 'article', address: article, rest };
  if (address.startsWith('/images/')) return { kind: 'picture', src: pictureIn(path) };
  const [, folder, slug] = /^\/([a-z]+)\/([^/]+)/.exec(address) ?? [];
  const of = collectionKinds.find((kind) => collectionFolders[kind] === folder);
  return of && slug !== undefined
    ? { kind: 'collection', of, slug, address: `/${folder}/${slug}` }
    : { kind: 'other', address };
}

/** A picture's path under `images/`. Names of files, unlike addresses, may have capitals. */
function pictureIn(path: string): string {
  return decodeURIComponent(path)
    .normalize('NFC')
    .replace(/^\/+images\/+/i, '');
}
