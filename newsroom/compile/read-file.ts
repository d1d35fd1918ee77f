import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { blobName } from '../history/blobs.ts';
import { gatesInText, type StatedGates } from '../intake/gate-marks.ts';
import { readArticle } from '../intake/read-article.ts';
import { readEntity } from '../intake/read-entity.ts';
import type { Reference } from '../intake/reader.ts';
import { largestFile, readText } from '../intake/text.ts';
import { TimeLimitExceeded, withTimeLimit } from '../intake/time-limit.ts';
import type { Font } from '../model/font.ts';
import { problem, type Problem } from '../model/problem.ts';
import type { FileKind } from './content-names.ts';
import { fontMetrics } from './font-metrics.ts';
import { isOutOfHandles } from './disk-faults.ts';
import { largestPicture, readPicture, type PictureInfo } from './picture-file.ts';
import { articleRow, type ArticleRow } from './rows.ts';
import type { ContentFile } from './scan.ts';

/** The result of reading one file, in a form that is cheap to send from one thread to another. */
export interface FileReading {
  path: string;
  kind: FileKind;
  size: number;
  modified: number;
  stamp: string;
  hash: string;
  problems: Problem[];
  references: Reference[];
  result:
    | { type: 'unchanged' }
    | { type: 'article'; row: ArticleRow }
    | { type: 'entity'; slug: string; parent: string | null; value: string }
    | { type: 'picture'; info: PictureInfo }
    /** `gates`: what the file of an article states nevertheless. */
    | { type: 'broken'; gates: StatedGates };
}

/** Whether a file is too large to be read. */
export function isTooLarge({ kind, size }: ContentFile): boolean {
  return size > (kind === 'picture' ? largestPicture : largestFile);
}

/** Reads a file of the newsroom. `known` is the hash that the store has of it. */
export function readFile(content: string, file: ContentFile, known: string | undefined): FileReading {
  const { path, kind, size, modified, stamp } = file;
  const reading = {
    path,
    kind,
    size,
    modified,
    stamp,
    hash: '',
    problems: [],
    references: [],
  } satisfies Partial<FileReading>;
  const broken = (found: Problem, gates = noGates): FileReading => ({
    ...reading,
    problems: [found],
    result: { type: 'broken', gates },
  });
  if (isTooLarge(file)) {
    return broken(
      problem(
        'file-too-large',
        { file: path },
        {
          message: `The file has ${Math.round(size / 1024 / 1024)} MB.`,
          why:
            kind === 'picture'
              ? 'No picture needs more than 100 MB, and it would take too long to read.'
              : 'No article has more than 4 MB of text, so this is something else.',
          fix: kind === 'picture' ? 'Save it smaller.' : 'Take it out of the folder, or split it.',
        },
      ),
      isGated(kind) ? gatesInBytes(beginningOf(join(content, path)), true) : noGates,
    );
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(content, path));
  } catch (error) {
    if (isOutOfHandles(error)) throw error;
    return broken(
      problem(
        'file-unreadable',
        { file: path },
        {
          message: `The file cannot be read: ${error instanceof Error ? error.message.split(':')[0] : 'unknown error'}.`,
          why: 'What cannot be read cannot be published.',
          fix: 'Check the file’s permissions.',
        },
      ),
    );
  }
  const hash = blobName(bytes);
  if (hash === known) return { ...reading, hash, result: { type: 'unchanged' } };
  try {
    const result = withTimeLimit(bytes.length, timeLimit, () => readBytes(path, kind, bytes));
    return { ...reading, hash, ...result };
  } catch (error) {
    return { ...broken(unreadable(path, error), isGated(kind) ? gatesInBytes(bytes) : noGates), hash };
  }
}

/** What one file may take to read. Milliseconds of the processor. */
const timeLimit = 10_000;

/** The problem of a file whose reading failed. One file must not stop the others, whatever it contains. */
function unreadable(file: string, error: unknown): Problem {
  const deep = error instanceof RangeError;
  const isBug = !deep && !(error instanceof TimeLimitExceeded);
  return problem(
    'file-unreadable',
    { file },
    {
      message: `The file cannot be understood: ${isBug ? String(error) : deep ? 'it is nested too deeply' : 'that takes too long'}.`,
      why: isBug
        ? 'This is a fault of Dateline. Please report it.'
        : 'It contains more marks, or more marks inside marks, than any story has.',
      fix: 'Search for long runs of brackets, stars or “>”, and take them out.',
    },
  );
}

const noGates: StatedGates = { hides: false };

/** Whether a file can say that it must not be seen. */
function isGated(kind: FileKind): boolean {
  return kind === 'article' || kind === 'page';
}

/**
 * What a file in a wrong encoding states. ASCII characters can be recognized in most encodings. `cut`: these are only the
 * first bytes of the file; if its fields do not end in them, it is unknown what they state, so they hide.
 */
function gatesInBytes(bytes: Buffer, cut = false): StatedGates {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const wide = bigEndian || (bytes[0] === 0xff && bytes[1] === 0xfe);
  const even = bytes.subarray(0, bytes.length & ~1);
  const decoded = wide
    ? (bigEndian ? Buffer.from(even).swap16() : even).toString('utf16le')
    : bytes.toString('utf8').replaceAll('\0', '');
  const text = decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (cut && /^\s*---/.test(text) && !/\n---[ \t]*\n/.test(text)) return { hides: true };
  return gatesInText(text);
}

function beginningOf(path: string): Buffer {
  const bytes = Buffer.alloc(largestFile);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0);
  }
}

/** A font in the format WOFF2. Its header has its signature, and its length in bytes. */
function readFont(path: string, bytes: Buffer): Pick<FileReading, 'problems' | 'references' | 'result'> {
  if (bytes.length > 48 && bytes.toString('latin1', 0, 4) === 'wOF2' && bytes.readUInt32BE(8) === bytes.length) {
    const slug = path.slice('fonts/'.length).normalize('NFC');
    const metrics = fontMetrics(bytes);
    const font: Font = { slug, file: path, hash: blobName(bytes), ...(metrics && { metrics }) };
    return {
      problems: [],
      references: [],
      result: { type: 'entity', slug, parent: null, value: JSON.stringify(font) },
    };
  }
  const message = 'The file is no font in the format WOFF2, or a part of it is missing.';
  const why = 'Browsers could not use it.';
  const fix = 'Copy it again, or convert the font to WOFF2.';
  const found = problem('font-invalid', { file: path }, { message, why, fix });
  return { problems: [found], references: [], result: { type: 'broken', gates: noGates } };
}

function readBytes(
  path: string,
  kind: FileKind,
  bytes: Buffer,
): Pick<FileReading, 'problems' | 'references' | 'result'> {
  if (kind === 'picture') {
    const { info, problems } = readPicture(path, bytes);
    return { problems, references: [], result: info ? { type: 'picture', info } : { type: 'broken', gates: noGates } };
  }
  if (kind === 'font') return readFont(path, bytes);
  const text = readText(path, bytes);
  if (typeof text !== 'string') {
    const gates = isGated(kind) ? gatesInBytes(bytes) : noGates;
    return { problems: [text], references: [], result: { type: 'broken', gates } };
  }
  if (kind === 'article') {
    const reading = readArticle(path, text);
    if (reading.article === undefined) {
      const { problems, references, gates } = reading;
      return { problems, references, result: { type: 'broken', gates } };
    }
    return {
      problems: reading.problems,
      references: reading.references,
      result: { type: 'article', row: articleRow(reading.article, reading.idLine) },
    };
  }
  const { entity, references, problems } = readEntity(kind, path, text);
  if (!entity) {
    const gates = kind === 'page' ? gatesInText(text) : noGates;
    return { problems, references, result: { type: 'broken', gates } };
  }
  const { value } = entity;
  const parent = entity.kind === 'topic' ? (entity.value.parent ?? null) : null;
  return {
    problems,
    references,
    result: { type: 'entity', slug: 'slug' in value ? value.slug : '', parent, value: JSON.stringify(value) },
  };
}
