import { oldPath } from '../model/path.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Reference } from './reader.ts';

/** The id and the aliases that a file with an error has, as far as they can be read. */
export function claimsOf({ data: { id, aliases }, positionOf }: FrontMatter): Reference[] {
  const claim = (kind: 'id' | 'alias', target: string, path: (string | number)[]): Reference => ({
    kind,
    target,
    field: String(path[0]),
    ...positionOf(path),
  });
  const written: unknown[] = Array.isArray(aliases) ? aliases : [aliases];
  return [
    ...(typeof id === 'string' ? [claim('id', id.trim(), ['id'])] : []),
    ...written.flatMap((alias, index) => {
      const address = typeof alias === 'string' ? oldPath(alias) : undefined;
      return address === undefined ? [] : [claim('alias', address, ['aliases', index])];
    }),
  ];
}
