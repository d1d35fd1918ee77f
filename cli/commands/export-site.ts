import { StoreMissing } from '../../newsroom/store/store.ts';
import { settingsFrom, type Settings } from '../../newsroom/settings.ts';
import { exportSite, type ExportSummary } from '../../server/static-edition/export-site.ts';
import { CannotExport, foldersOfTitles } from '../../server/static-edition/folders.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { buildCode, root } from '../build-code.ts';
import { compileContent } from '../compile-content.ts';
import { PresentTitles } from '../present-titles.ts';
import { counted, hasUsableSite, printProblemCount, progressBar, summaryLine } from '../print.ts';

const usage = 'Usage: dateline export --site FOLDER [--title NAME] [--json] [--detailed-exit-code]';

/** With `--detailed-exit-code`: the export is done, and another one is due at a gate. */
const gateAhead = 3;

/**
 * `dateline export --site FOLDER`: the whole public site as files; of several titles, each in a folder of its own. Compiles and builds first. Exit 0 done, 1 `site.yaml`
 * cannot be used, 2 could not run; with `--detailed-exit-code` 3 if it is done and the site changes at a gate that is known.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const parsed = parsedArguments({
    args,
    options: {
      site: { type: 'string' },
      json: { type: 'boolean', default: false },
      'detailed-exit-code': { type: 'boolean', default: false },
    },
  });
  if (typeof parsed === 'string') return refused(parsed, usage);
  const { site: folder, json, 'detailed-exit-code': detailed } = parsed.values;
  if (folder === undefined || folder === '') return refused('--site needs a folder.', usage);
  // Next prints to standard output when it is slow, and only the summary belongs there.
  const print = console.log;
  console.log = console.error;
  const settings = settingsFrom(process.env);
  const compiled = await compileContent({ content: settings.content, data: settings.data }, printProblemCount);
  console.error(summaryLine(compiled));
  if (!hasUsableSite(compiled)) return 1;
  if (!(await buildCode())) return 2;
  try {
    const { folders, warnings } = foldersFor(settings, folder, title);
    for (const warning of warnings) console.error(warning);
    let isGateAhead = false;
    for (const each of folders) {
      const summary = await exportOne(settings, each);
      if (summary.nextGate !== undefined) isGateAhead = true;
      if (json) print(JSON.stringify({ ...(each.title !== undefined && { title: each.title }), ...summary }));
    }
    return detailed && isGateAhead ? gateAhead : 0;
  } catch (fault) {
    if (!(fault instanceof CannotExport || fault instanceof StoreMissing)) throw fault;
    console.error(`dateline: ${fault.message}`);
    return 2;
  }
}

/** What is written where. `title` is missing in a newsroom that is one site. */
interface Wanted {
  title: string | undefined;
  folder: string;
}

/** The title that is `asked` for goes into the folder, and so does the only one; several go into folders in it. Throws `CannotExport`. */
function foldersFor(
  settings: Settings,
  folder: string,
  asked: string | undefined,
): { folders: Wanted[]; warnings: string[] } {
  const titles = new PresentTitles(settings, settings.now());
  try {
    const fault = titles.faultOf(asked);
    if (fault !== undefined) throw new CannotExport(fault);
    const meant = titles.meant(asked).filter((title) => title !== undefined);
    return meant.length < 2 ? { folders: [{ title: meant[0], folder }], warnings: [] } : foldersOfTitles(folder, meant);
  } finally {
    titles.close();
  }
}

async function exportOne(settings: Settings, { title, folder }: Wanted): Promise<ExportSummary> {
  const bar = progressBar();
  let summary: ExportSummary;
  try {
    summary = await exportSite(settings, { root, folder, title, progress: bar.move });
  } finally {
    bar.end();
  }
  for (const problem of summary.problems) console.error(problem);
  console.error(`${title === undefined ? '' : `${title}: `}${lineOf(summary)}`);
  // A command that runs every minute says it only where something has changed.
  if (summary.written + summary.deleted > 0) for (const warning of summary.warnings) console.error(warning);
  if (summary.nextGate !== undefined) console.error(`The site changes at ${summary.nextGate}: export it again then.`);
  if (summary.configurationChanged) console.error('The files for nginx have changed: `nginx -s reload`.');
  return summary;
}

/** `310 pages: 12 files written, 1 deleted, 620 unchanged, 2.1 seconds` */
function lineOf({ pages, written, deleted, unchanged, seconds }: ExportSummary): string {
  return `${counted(pages, 'page')}: ${counted(written, 'file')} written, ${deleted} deleted, ${unchanged} unchanged, ${seconds.toFixed(1)} seconds`;
}
