import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { readEntity } from '../newsroom/intake/read-entity.ts';
import type { OwnAddresses } from '../newsroom/model/own-addresses.ts';
import { CannotRun } from './cannot-run.ts';
import { ContentFolder } from './content-folder.ts';
import { findSources } from './find-sources.ts';
import {
  detectFormat,
  importFormat,
  importFormatNames,
  importFormats,
  isImportFormat,
  type ImportFormatName,
} from './formats.ts';
import type { ImportItem } from './import-item.ts';
import { NewsroomNames, type LinkWords } from './newsroom-names.ts';
import { pictureFinder } from './picture-files.ts';
import { problemAt } from './problem.ts';
import type { ReadContext, ReadResult, ReadResults, SourceFile } from './reader.ts';
import { parseStatedTime } from './stated-time.ts';

/** What the user asked for. */
export interface ImportRequest {
  /** Files and folders. */
  paths: readonly string[];
  /** The newsroom's folder. */
  content: string;
  /** A format's name, or `auto`. */
  format: string;
  /** The day, or instant, of copy that states none. */
  date: string | null;
  dryRun: boolean;
  /** The addresses that the site answers itself: no alias of an imported article is one of them. */
  ownAddresses?: OwnAddresses;
  /** The words of each language for links to topics, by which copy can name them. English ones, if they are missing. */
  linkWords?: readonly LinkWords[];
  /** The newsroom's own address, if it differs from the one in `site.yaml` (SITE_URL). */
  site?: string;
}

/** What was done. `notes` are for the user; they belong to no item. */
export interface ImportReport {
  items: ImportItem[];
  notes: string[];
}

/**
 * `dateline import`: each source file goes to the reader of its format, and each article that was read gets a file in the
 * newsroom. Throws `CannotRun` if the request cannot be carried out.
 */
export function importFiles(request: ImportRequest): ImportReport {
  const format = requestedFormat(request.format);
  if (request.date !== null && parseStatedTime(request.date) === null)
    throw new CannotRun(`--date ${request.date} is no ISO 8601 day or instant, such as 2026-01-13.`);
  if (request.paths.length === 0) throw new CannotRun('Nothing to import: name at least one file or folder.');
  const extensions = new Set(
    format === null
      ? Object.values(importFormats).flatMap((entry) => entry.extensions)
      : importFormat(format).extensions,
  );
  const { sources, collectionSources, siteFiles, folders, pages } = findSources(request.paths, extensions);
  if (sources.length === 0)
    throw new CannotRun(
      `Nothing to import in ${request.paths.join(', ')}: no file ends in ${[...extensions].map((extension) => `.${extension}`).join(', ')}.`,
    );
  const folder = new ContentFolder(request.content, request.dryRun, request.ownAddresses);
  const site = request.site ?? siteUrlIn(request.content);
  const { results, collections } = readAll(sources, format, {
    date: request.date,
    ...(site !== undefined && { site }),
    collectionSources,
    siteFiles,
    names: new NewsroomNames(request.content, request.linkWords),
    findPicture: pictureFinder(request.content, folders),
  });
  const origins = new Map(sources.map((source) => [source.path, originOf(source)]));
  const items = results.map((result) => saveResult(result, folder, origins.get(result.source)));
  const notes = folder.isNew ? [`${request.content} is a new newsroom: set its name and address in site.yaml.`] : [];
  const added = collections.filter((collection) => folder.addCollection(collection));
  for (const kind of ['topics', 'people', 'storylines'] as const) {
    const count = added.filter((collection) => collection.folder === kind).length;
    if (count > 0) notes.push(`${kind}: ${count} ${count === 1 ? 'file' : 'files'} added.`);
  }
  if (folder.pictures > 0) notes.push(`images: ${folder.pictures} ${folder.pictures === 1 ? 'file' : 'files'} added.`);
  if (pages.length > 0)
    notes.push(
      `${pages.length} other ${pages.length === 1 ? 'page' : 'pages'} of the site were not read, such as ${pages[0]}.`,
    );
  return { items, notes };
}

/** The format with the name; null for `auto`. */
function requestedFormat(name: string): ImportFormatName | null {
  if (name === 'auto') return null;
  if (isImportFormat(name)) return name;
  throw new CannotRun(`There is no format “${name}”. Formats: auto, ${importFormatNames.join(', ')}.`);
}

/** Reads the source files of each format together, and returns the results in the order of the source files. */
function readAll(sources: readonly SourceFile[], format: ImportFormatName | null, context: ReadContext): ReadResults {
  const groups = Map.groupBy(sources, (source) => format ?? detectFormat(source));
  const bySource = new Map<string, ReadResult[]>();
  const collections: ReadResults['collections'] = [];
  for (const [name, group] of groups) {
    const read = name === null ? null : importFormat(name).read;
    const all: ReadResults = read
      ? read(group, context)
      : { results: group.map((source) => unreadable(source, name)), collections: [] };
    collections.push(...all.collections);
    for (const result of all.results) bySource.set(result.source, [...(bySource.get(result.source) ?? []), result]);
  }
  return { results: sources.flatMap(({ path }) => bySource.get(path) ?? []), collections };
}

/** A source file in a format that has no reader yet, or in none that we know. */
function unreadable(source: SourceFile, format: ImportFormatName | null): ReadResult {
  const readable = importFormatNames.filter((name) => importFormat(name).read !== null);
  const problem = problemAt(source.path, {
    code: 'format-unread',
    message:
      format === null
        ? 'The file is in no format that Dateline can read.'
        : `The file is ${format}, which Dateline cannot read yet.`,
    why: 'A guess at its format would lose words.',
    fix: `Convert it to one of: ${readable.join(', ')}.`,
  });
  return { source: source.path, article: null, log: [], problems: [problem] };
}

/** The newsroom's own address, from its settings. */
function siteUrlIn(content: string): string | undefined {
  const path = join(content, 'site.yaml');
  if (!existsSync(path)) return undefined;
  const { entity } = readEntity('site', 'site.yaml', readFileSync(path, 'utf8'));
  return entity?.kind === 'site' ? entity.value.url : undefined;
}

/**
 * The path of a post in the folder that is imported. Copy of agencies has none: the name of its file is a number, or a time.
 */
function originOf({ path, root }: SourceFile): string | undefined {
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return undefined;
  return root === undefined ? basename(path) : relative(root, path).split(sep).join('/');
}

/** Saves what was read from one item of the source file with this path. */
function saveResult(
  { source, article, withdrawal, log, problems }: ReadResult,
  folder: ContentFolder,
  origin: string | undefined,
): ImportItem {
  const saved = article
    ? folder.save({ ...article, ...(origin !== undefined && { origin }) })
    : withdrawal && folder.withdraw(withdrawal);
  if (!saved) return { source, action: 'fail', path: null, frontMatter: {}, body: '', log, problems };
  const { problems: found = [], log: done = [], ...file } = saved;
  return {
    source,
    ...file,
    log: [...log, ...done],
    problems: [...problems, ...found.map((problem) => problemAt(source, problem))],
  };
}
