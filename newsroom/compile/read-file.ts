import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { readArticle } from '../intake/read-article.ts';
import { readStanding } from '../intake/read-standing.ts';
import type { Reference } from '../intake/reader.ts';
import { largestFile, readText } from '../intake/text.ts';
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

/** Reads a file of the newsroom. `known` is the hash that the store has of it. */
export function readFile(content: string, file: ContentFile, known: string | undefined): FileReading {
  const { path, kind, size, modified } = file;
  const reading = { path, kind, size, modified, hash: '', problems: [], references: [] } satisfies Partial<FileReading>;
  const broken = (found: Problem, conceals = false): FileReading => ({
    ...reading,
    problems: [found],
    result: { type: 'broken', conceals },
  });
  if (kind !== 'picture' && size > largestFile) {
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
  const digest = hash('sha256', bytes, 'base64url');
  if (digest === known) return { ...reading, hash: digest, result: { type: 'unchanged' } };
  return { ...reading, hash: digest, ...readBytes(path, kind, bytes) };
}

function readBytes(
  path: string,
  kind: FileKind,
  bytes: Buffer,
): Pick<FileReading, 'problems' | 'references' | 'result'> {
  if (kind === 'picture') return readPicture(path, bytes);
  const text = readText(path, bytes);
  if (typeof text !== 'string')
    return { problems: [text], references: [], result: { type: 'broken', conceals: false } };
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
  const { standing, references, problems } = readStanding(kind, path, text);
  if (!standing) return { problems, references: [], result: { type: 'broken', conceals: false } };
  const { value } = standing;
  const parent = standing.kind === 'topic' ? (standing.value.parent ?? null) : null;
  return {
    problems,
    references,
    result: { type: 'standing', slug: 'slug' in value ? value.slug : '', parent, value: JSON.stringify(value) },
  };
}

function readPicture(path: string, bytes: Buffer): Pick<FileReading, 'problems' | 'references' | 'result'> {
  try {
    const { width, height, type = '', orientation = 1 } = imageSize(bytes);
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
