import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStanding } from '../newsroom/intake/read-standing.ts';
import { CannotRun } from './cannot-run.ts';
import { detect, formatNames, formatOf, isFormat, formats, type FormatName } from './formats.ts';
import {
  problemAt,
  type CollectionFile,
  type ImportItem,
  type ReadContext,
  type Reading,
  type Source,
} from './imported-article.ts';
import { Shelf } from './content-folder.ts';
import { gather } from './find-sources.ts';
import { momentOf } from './stated-time.ts';

/** `dateline import`: sources are read by their formats, and each story is put in its place. */

/** What the user asked for. */
export interface ImportRequest {
  paths: readonly string[];
  /** The newsroom's folder. */
  content: string;
  /** A format's name, or `auto`. */
  format: string;
  date: string | null;
  dryRun: boolean;
  /** The newsroom's own address, where it is another than that in `site.yaml` (SITE_URL). */
  site?: string;
}

/** What was done. `notes` are for the user, beside the items. */
export interface ImportReport {
  items: ImportItem[];
  notes: string[];
}

/** Imports, or says by a `CannotRun` why that is impossible. */
export function importCopy(request: ImportRequest): ImportReport {
  const format = chosenFormat(request.format);
  if (request.date !== null && momentOf(request.date) === null)
    throw new CannotRun(`--date ${request.date} is no ISO 8601 day or instant, such as 2026-01-13.`);
  if (request.paths.length === 0) throw new CannotRun('Nothing to import: name at least one file or folder.');
  const endings = new Set(
    format === null ? Object.values(formats).flatMap((entry) => entry.endings) : formatOf(format).endings,
  );
  const { sources, companions } = gather(request.paths, endings);
  if (sources.length === 0)
    throw new CannotRun(
      `Nothing to import in ${request.paths.join(', ')}: no file ends in ${[...endings].map((ending) => `.${ending}`).join(', ')}.`,
    );
  const shelf = new Shelf(request.content, request.dryRun);
  const notes = shelf.open() ? [`${request.content} is a new newsroom: set its name and address in site.yaml.`] : [];
  const site = request.site ?? siteIn(request.content);
  const { readings, collections } = readAll(sources, format, {
    date: request.date,
    ...(site !== undefined && { site }),
    companions,
  });
  const items = readings.map((reading) => itemOf(reading, shelf));
  const added = collections.filter((collection) => shelf.add(collection));
  for (const folder of ['topics', 'people', 'storylines'] as const) {
    const count = added.filter((collection) => collection.folder === folder).length;
    if (count > 0) notes.push(`${folder}: ${count} ${count === 1 ? 'file' : 'files'} added.`);
  }
  return { items, notes };
}

function chosenFormat(name: string): FormatName | null {
  if (name === 'auto') return null;
  if (isFormat(name)) return name;
  throw new CannotRun(`There is no format “${name}”. Formats: auto, ${formatNames.join(', ')}.`);
}

/** Reads each format's sources together, and gives the readings in the order of the sources. */
function readAll(
  sources: readonly Source[],
  chosen: FormatName | null,
  context: ReadContext,
): { readings: Reading[]; collections: CollectionFile[] } {
  const groups = Map.groupBy(sources, (source) => chosen ?? detect(source));
  const bySource = new Map<string, Reading[]>();
  const collections: CollectionFile[] = [];
  for (const [format, group] of groups) {
    const read = format === null ? null : formatOf(format).read;
    const set = read
      ? read(group, context)
      : { readings: group.map((source) => unread(source, format)), collections: [] };
    collections.push(...set.collections);
    for (const reading of set.readings)
      bySource.set(reading.source, [...(bySource.get(reading.source) ?? []), reading]);
  }
  return { readings: sources.flatMap(({ path }) => bySource.get(path) ?? []), collections };
}

function unread(source: Source, format: FormatName | null): Reading {
  const told = {
    code: 'format-unread',
    message:
      format === null
        ? 'The file is in no format that the desk knows.'
        : `This is ${format}, which is not yet readable.`,
    why: 'Copy that is guessed at would lose words.',
    fix: `Convert it to one of: ${formatNames
      .filter(isFormat)
      .filter((name) => formatOf(name).read !== null)
      .join(', ')}.`,
  };
  return { source: source.path, story: null, log: [], problems: [problemAt(source.path, {}, told)] };
}

/** The newsroom's own address, from its settings. */
function siteIn(content: string): string | undefined {
  const path = join(content, 'site.yaml');
  if (!existsSync(path)) return undefined;
  const { standing } = readStanding('site', 'site.yaml', readFileSync(path, 'utf8'));
  return standing?.kind === 'site' ? standing.value.url : undefined;
}

function itemOf({ source, story, withdrawal, log, problems }: Reading, shelf: Shelf): ImportItem {
  const placed = story ? shelf.place(story) : withdrawal && shelf.withdraw(withdrawal);
  if (!placed) return { source, action: 'fail', path: null, frontMatter: {}, body: '', log, problems };
  const { told, log: done = [], ...placing } = placed;
  const found = told ? [problemAt(source, { field: told.field }, told)] : [];
  return { source, ...placing, log: [...log, ...done], problems: [...problems, ...found] };
}
