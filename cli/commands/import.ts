import { CannotRun } from '../../import/cannot-run.ts';
import { importFiles, type ImportRequest } from '../../import/import.ts';
import { exitCodeOf, hiddenLines, itemLines, logLines, summaryLine } from '../../import/report.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { ownAddresses } from '../../server/own-addresses.ts';
import { tables } from '../../site/words/words-of.ts';
import { parsedArguments } from '../arguments.ts';

const usage = 'Usage: dateline import FILE-OR-FOLDER… [--format F] [--date ISO] [--json] [--dry-run]';

/** `dateline import`: other formats → article files. */
export async function run(args: string[]): Promise<number> {
  try {
    const { request, json } = readArguments(args);
    const report = importFiles(request);
    const { now } = settingsFrom(process.env);
    const closing = [...report.notes, ...logLines(report), ...hiddenLines(report, now()), summaryLine(report)].join(
      '\n',
    );
    if (json) {
      console.log(JSON.stringify(report.items, null, 2));
      console.error(closing);
    } else {
      console.log(`${report.items.flatMap(itemLines).join('\n')}\n${closing}`);
    }
    return exitCodeOf(report);
  } catch (fault) {
    if (!(fault instanceof CannotRun)) throw fault;
    console.error(`dateline: ${fault.message}`);
    return 2;
  }
}

function readArguments(args: string[]): { request: ImportRequest; json: boolean } {
  const parsed = parsedArguments({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'auto' },
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (typeof parsed === 'string') throw new CannotRun(`${parsed} ${usage}`);
  const { values, positionals } = parsed;
  const { content, siteUrl } = settingsFrom(process.env);
  return {
    request: {
      paths: positionals,
      content,
      format: values.format,
      date: values.date ?? null,
      dryRun: values['dry-run'],
      ownAddresses,
      linkWords: Object.values(tables).map(({ links }) => links),
      ...(siteUrl !== undefined && { site: siteUrl }),
    },
    json: values.json,
  };
}
