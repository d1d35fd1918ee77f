import { StoreMissing } from '../../newsroom/store/store.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { exportSite, type ExportSummary } from '../../server/static-edition/export-site.ts';
import { CannotExport } from '../../server/static-edition/folders.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { buildCode, root } from '../build-code.ts';
import { compileContent } from '../compile-content.ts';
import { counted, hasUsableSite, printProblemCount, progressBar, summaryLine } from '../print.ts';

const usage = 'Usage: dateline export --site FOLDER [--json] [--detailed-exit-code]';

/** With `--detailed-exit-code`: the export is done, and another one is due at a gate. */
const gateAhead = 3;

/**
 * `dateline export --site FOLDER`: the whole public site as files. Compiles and builds first. Exit 0 done, 1 `site.yaml`
 * cannot be used, 2 could not run; with `--detailed-exit-code` 3 if it is done and the site changes at a gate that is known.
 */
export async function run(args: string[]): Promise<number> {
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
  const bar = progressBar();
  let summary: ExportSummary;
  try {
    summary = await exportSite(settings, { root, folder, progress: bar.move });
  } catch (fault) {
    bar.end();
    if (!(fault instanceof CannotExport || fault instanceof StoreMissing)) throw fault;
    console.error(`dateline: ${fault.message}`);
    return 2;
  }
  bar.end();
  for (const problem of summary.problems) console.error(problem);
  console.error(lineOf(summary));
  // A command that runs every minute says it only where something has changed.
  if (summary.written + summary.deleted > 0) for (const warning of summary.warnings) console.error(warning);
  if (summary.nextGate !== undefined) console.error(`The site changes at ${summary.nextGate}: export it again then.`);
  if (summary.configurationChanged) console.error('The files for nginx have changed: `nginx -s reload`.');
  if (json) print(JSON.stringify(summary));
  return detailed && summary.nextGate !== undefined ? gateAhead : 0;
}

/** `310 pages: 12 files written, 1 deleted, 620 unchanged, 2.1 seconds` */
function lineOf({ pages, written, deleted, unchanged, seconds }: ExportSummary): string {
  return `${counted(pages, 'page')}: ${counted(written, 'file')} written, ${deleted} deleted, ${unchanged} unchanged, ${seconds.toFixed(1)} seconds`;
}
