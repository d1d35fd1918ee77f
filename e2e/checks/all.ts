import type { Check } from './check.ts';
import { documentChecks } from './document.ts';
import { headChecks } from './head.ts';
import { iconChecks } from './icons.ts';
import { linkChecks } from './links.ts';
import { structuredDataChecks } from './structured-data.ts';
import { vocabularyCheck } from './vocabulary.ts';

/** All checks of a site, except the one that needs Java. */
export const allChecks: readonly Check[] = [
  ...documentChecks,
  ...headChecks,
  ...iconChecks,
  ...linkChecks,
  ...structuredDataChecks,
  vocabularyCheck,
];
