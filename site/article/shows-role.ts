import type { BylineName } from '../../newsroom/edition/public.ts';

/**
 * Whether a byline says what its author does. It does so for a single person: it would make a list of authors long, and the
 * name of a desk says it.
 */
export function showsRole(byline: readonly BylineName[]): boolean {
  return byline.length === 1 && byline[0]?.kind === 'person';
}
