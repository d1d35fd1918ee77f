import { Editions } from '../newsroom/edition/open.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { compileContent } from './compile-content.ts';
import { hasUsableSite, printProblemCount, summaryLine } from './print.ts';

/**
 * Compiles the content, and calls `use` with what is public now. Returns its exit code; 1 if `site.yaml` cannot be used,
 * which is printed then. Of other problems it prints the number. `says`: whether what the compile has done is printed too.
 * Throws `CannotCompile`.
 */
export async function withPresentEdition(
  use: (edition: Edition) => number,
  says: 'summary' | 'problems' = 'problems',
): Promise<number> {
  const { content, data, siteUrl, now } = settingsFrom(process.env);
  const summary = await compileContent({ content, data }, printProblemCount);
  if (says === 'summary') console.error(summaryLine(summary));
  if (!hasUsableSite(summary)) return 1;
  const editions = Editions.in(data, { siteUrl, linkTarget });
  try {
    return editions.at(now(), use);
  } finally {
    editions.close();
  }
}
