import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';
import { compileContent } from './compile-content.ts';
import { PresentTitles } from './present-titles.ts';
import { hasUsableSite, printProblemCount, summaryLine } from './print.ts';

/**
 * Compiles the content, and calls `use` with what is public now on each title. Returns its exit code; 1 if `site.yaml` cannot be
 * used, and 2 if there is no title that is `asked` for, which is printed then. Of other problems it prints the number. `says`:
 * whether what the compile has done is printed too. Throws `CannotCompile`.
 */
export async function withPresentTitles(
  asked: string | undefined,
  use: (titles: PresentTitles) => number,
  says: 'summary' | 'problems' = 'problems',
): Promise<number> {
  const { content, data, siteUrl, now } = settingsFrom(process.env);
  const summary = await compileContent({ content, data }, printProblemCount);
  if (says === 'summary') console.error(summaryLine(summary));
  if (!hasUsableSite(summary)) return 1;
  const titles = new PresentTitles({ data, siteUrl }, now());
  try {
    const fault = titles.faultOf(asked);
    if (fault === undefined) return use(titles);
    console.error(`dateline: ${fault}`);
    return 2;
  } finally {
    titles.close();
  }
}

/** The same for a command that is about one title, which is the first one if none is `asked` for. `use` gets its name, if it has one. */
export function withPresentEdition(
  asked: string | undefined,
  use: (edition: Edition, title: string | undefined) => number,
): Promise<number> {
  return withPresentTitles(asked, (titles) => titles.at(asked, use));
}
