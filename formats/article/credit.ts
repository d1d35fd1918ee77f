import type { BylineName } from '../../newsroom/edition/public.ts';

/**
 * The byline on one line, without “By”: `Ada Quill and Bertram Blott`. If an author has a role or a place, semicolons separate
 * the authors: `Ada Quill, Correspondent; Bertram Blott, Geneva`.
 */
export function creditLine(byline: readonly BylineName[]): string {
  if (byline.some((each) => detailOf(each) !== ''))
    return byline.map((each) => [each.name, detailOf(each)].filter(Boolean).join(', ')).join('; ');
  const names = byline.map(({ name }) => name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The role and the place of an author; empty if both are missing. */
function detailOf({ role, place }: BylineName): string {
  return [role, place].filter(Boolean).join(', ');
}
