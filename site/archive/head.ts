import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { ArchiveView } from './view.ts';

export function archiveHead({ layout: { site } }: ArchiveView): HeadParts {
  const { archive } = siteWords(site);
  return { title: archive.kicker, description: fill(archive.years, { site: site.name }) };
}
