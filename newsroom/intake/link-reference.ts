import { normalPath } from '../model/path.ts';
import type { Reference } from './reader.ts';

/**
 * What a link to this site leads to, by the form of its address, which may be encoded: an article by its address, anything
 * else by its slug. `undefined` where the address can lead nowhere.
 */
export function linkReference(href: string): Pick<Reference, 'kind' | 'target'> | undefined {
  const path = normalPath(href.replace(/[?#].*$/, ''));
  if (path === undefined) return undefined;
  const [article] = /^\/\d{4}\/\d\d\/\d\d\/[^/]+/.exec(path) ?? [];
  if (article !== undefined) return { kind: 'article', target: article.replace(/\.(?:txt|md|json)$/, '') };
  const [, folder, name] = /^\/(topics|people|storylines)\/([^/]+)/.exec(path) ?? [];
  if (name === undefined) return { kind: 'page', target: path.slice(1) };
  return { kind: folder === 'topics' ? 'topic' : folder === 'people' ? 'person' : 'storyline', target: name };
}
