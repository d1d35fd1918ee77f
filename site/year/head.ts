import type { HeadParts } from '../shell/head-parts.ts';
import type { YearView } from './view.ts';

export function yearHead({ year, layout: { site } }: YearView): HeadParts {
  return { title: `Archive of ${year}`, description: `All stories of ${year} in ${site.name}.` };
}
