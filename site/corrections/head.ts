import type { HeadParts } from '../shell/head-parts.ts';
import type { CorrectionsView } from './view.ts';

/** The feeds are those of the corrections (rule E6). */
export function correctionsHead({ place: { number }, layout: { site } }: CorrectionsView): HeadParts {
  const page = number === undefined ? '' : `, page ${number}`;
  return {
    title: `Corrections${page}`,
    description: `What ${site.name} had to put right${page}.`,
    feeds: { base: '/corrections', title: `Corrections — ${site.name}` },
  };
}
