import type { HeadParts } from '../shell/head-parts.ts';

export function goneHead(): HeadParts {
  return { title: 'Withdrawn', unlisted: true };
}
