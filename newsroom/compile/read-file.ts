import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { blobName } from '../history/blobs.ts';
import { mentionsGate, readArticle } from '../intake/read-article.ts';
import { readEntity } from '../intake/read-entity.ts';
import type { Reference } from '../intake/reader.ts';
import { largestFile, readText } from '../intake/text.ts';
import { TimeLimitExceeded, withTimeLimit } from '../intake/time-limit.ts';
import { problem, type Problem } from '../model/problem.ts';
import { articleRow, type ArticleRow } from './rows.ts';
import type { ContentFile, FileKind } from './scan.ts';

/** What reading one file came to, in a form that is cheap to hand from one thread to another. */
export interface FileReading {
  path: string;
  kind: FileKind;
  size: number;
  modified: number;
  hash: string;
  problems: Problem[];
  references: Reference[];
  result:
    | { type: 'unchanged' }
    | { type: 'article'; row: ArticleRow }
    | { type: 'standing'; slug: string; parent: string | null; value: string }
    | { type: 'picture'; width: number; height: number; format: string }
    | { type: 'broken'; conceals: boolean };
}

/** Whether a file is too large to be read. */
export function isTooLarge({ kind, size }: ContentFile): boolean {
  return kind !== 'picture' && size > largestFile;
}

/** Reads a file of the newsroom. `known` is the hash that the store has of it. */
export function readFile(content: string, file: ContentFile, known: string | undefined): FileReading {
  const { path, kind, size, modified } = file;
  const reading = { path, kind, size, modified, hash: '', problems: [], references: [] } satisfies Partial<FileReading>;
  const broken = (found: Problem, conceals = false): FileReading => ({
    ...reading,
    problems: [found],
    result: { type: 'broken', conceals },
  });
  if (isTooLarge(file)) {
    return broken(
      problem(
        'file-too-large',
        { file: path },
        {
          message: `The file has ${Math.round(size / 1024 / 1024)} MB.`,
          why: 'No article has more than 4 MB of text; this is something else.',
          fix: 'Take it out of the folder, or split it.',
        },
      ),
      kind === 'article' && asksToHide(beginningOf(join(content, path))),
    );
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(content, path));
  } catch (error) {
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
  const digest = blobName(bytes);
  if (digest === known) return { ...reading, hash: digest, result: { type: 'unchanged' } };
  try {
    const result = withTimeLimit(bytes.length, timeLimit, () => readBytes(path, kind, bytes));
    return { ...reading, hash: digest, ...result };
  } catch (error) {
    return { ...broken(stumbled(path, error), kind === 'article' && asksToHide(bytes)), hash: digest };
  }
}

/** What one file may take to read. Milliseconds. */
const timeLimit = 10_000;

/** One file must not stop the others, whatever it holds. */
function stumbled(file: string, error: unknown): Problem {
  const deep = error instanceof RangeError;
  const ours = !deep && !(error instanceof TimeLimitExceeded);
  return problem(
    'file-unreadable',
    { file },
    {
      message: `The file cannot be understood: ${ours ? String(error) : deep ? 'it is nested too deeply' : 'that takes too long'}.`,
      why: ours
        ? 'This is a fault of Dateline’s own, and worth reporting.'
        : 'It holds more marks, or marks inside marks, than any story has.',
      fix: 'Look for long runs of brackets, stars or “>”, and take them out.',
    },
  );
}

/** Whether a file that cannot be read as it should be hides its article: signs of ASCII come through any encoding. */
function asksToHide(bytes: Buffer): boolean {
  return mentionsGate(bytes.toString('latin1', 0, 16_000).replaceAll('\0', ''));
}

function beginningOf(path: string): Buffer {
  const bytes = Buffer.alloc(16_000);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return bytes;
  }
}

function readBytes(
  path: string,
  kind: FileKind,
  bytes: Buffer,
): Pick<FileReading, 'problems' | 'references' | 'result'> {
  if (kind === 'picture') return readPicture(path, bytes);
  const text = readText(path, bytes);
  if (typeof text !== 'string') {
    const conceals = kind === 'article' && asksToHide(bytes);
    return { problems: [text], references: [], result: { type: 'broken', conceals } };
  }
  if (kind === 'article') {
    const reading = readArticle(path, text);
    if (reading.article === undefined) {
      return { problems: reading.problems, references: [], result: { type: 'broken', conceals: reading.conceals } };
    }
    return {
      problems: reading.problems,
      references: reading.references,
      result: { type: 'article', row: articleRow(reading.article, reading.idLine) },
    };
  }
  const { entity, references, problems } = readEntity(kind, path, text);
  if (!entity) return { problems, references: [], result: { type: 'broken', conceals: false } };
  const { value } = entity;
  const parent = entity.kind === 'topic' ? (entity.value.parent ?? null) : null;
  return {
    problems,
    references,
    result: { type: 'standing', slug: 'slug' in value ? value.slug : '', parent, value: JSON.stringify(value) },
  };
}

const pictureTypes = ['svg', 'png', 'jpg', 'gif', 'webp', 'avif'];

function isSide(length: number): boolean {
  return length > 0 && length < 100_000;
}

function readPicture(path: string, bytes: Buffer): Pick<FileReading, 'problems' | 'references' | 'result'> {
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes);
    // Of a file that was cut off, and of zeros, a size is found that none can have.
    if (!pictureTypes.includes(type) || !isSide(width) || !isSide(height)) throw new TypeError('no picture');
    // A camera held upright stores the picture lying down.
    const upright = orientation >= 5;
    return {
      problems: [],
      references: [],
      result: { type: 'picture', width: upright ? height : width, height: upright ? width : height, format: type },
    };
  } catch {
    const found = problem(
      'picture-invalid',
      { file: path },
      {
        message: 'The picture’s width and height cannot be read.',
        why: 'Without them the text would jump when the picture arrives.',
        fix: 'Save it again; an SVG needs a viewBox, or width and height.',
      },
    );
    return { problems: [found], references: [], result: { type: 'broken', conceals: false } };
  }
}
