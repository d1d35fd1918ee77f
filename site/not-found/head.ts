import type { HeadParts } from '../shell/head-parts.ts';

export function notFoundHead(): HeadParts {
  return { title: 'Not found', unlisted: true };
}
