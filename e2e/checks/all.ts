import type { Check } from './check.ts';
import { documentChecks } from './document.ts';
import { headChecks } from './head.ts';
import { iconChecks } from './icons.ts';
import { linkChecks } from './links.ts';
import { structuredDataChecks } from './structured-data.ts';
import { vocabularyCheck } from './vocabulary.ts';

/** Everything that is asked of a whole site, but for what needs Java. */
export const allChecks: readonly Check[] = [
  ...documentChecks,
  ...headChecks,
  ...iconChecks,
  ...linkChecks,
  ...structuredDataChecks,
  vocabularyCheck,
];
