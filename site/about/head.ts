import type { HeadParts } from '../shell/head-parts.ts';
import type { AboutView } from './view.ts';

export function aboutHead({ title, layout: { site } }: AboutView): HeadParts {
  return {
    title,
    description: `Who makes ${site.name}, and by which rules. ${site.description ?? ''}`.trim(),
  };
}
