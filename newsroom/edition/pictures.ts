import { pictureOrder } from '../store/schema.ts';
import { numberOf, textOf } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { collectionOf } from './collections.ts';
import type { EditionContext } from './context.ts';

/** A picture's file. */
export interface StoredPicture {
  /** Its path in the content folder, with forward slashes, as the file system has it. */
  file: string;
  /** `jpg`, `png`, `svg` … */
  type: string;
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  modified: number;
}

/** The width and height in pixels of a picture under `images/`, public or not. */
export function pictureSize({ store }: EditionContext, src: string): { width: number; height: number } | undefined {
  const row = store.get(`SELECT width, height FROM picture WHERE src = ? ${pictureOrder}`, src);
  return row && { width: numberOf(row, 'width'), height: numberOf(row, 'height') };
}

/** A picture's file, where something public names it: a picture can reveal a story as well as a word can. */
export function pictureFile(context: EditionContext, src: string): StoredPicture | undefined {
  if (!context.visibility.showsAllPictures && !isNamed(context, src)) return undefined;
  const row = context.store.get(`SELECT file, type, size, modified FROM picture WHERE src = ? ${pictureOrder}`, src);
  return (
    row && {
      file: textOf(row, 'file'),
      type: textOf(row, 'type'),
      size: numberOf(row, 'size'),
      modified: numberOf(row, 'modified'),
    }
  );
}

function isNamed(context: EditionContext, src: string): boolean {
  const { store, now } = context;
  const byArticle = store.get(
    `SELECT 1 FROM reference JOIN article ON article.file = reference.file
     WHERE reference.kind = 'picture' AND reference.target = :src AND ${visible} LIMIT 1`,
    { src, now },
  );
  if (byArticle) return true;
  const byEntity = `SELECT entity.kind, slug FROM reference JOIN entity ON entity.file = reference.file
    WHERE reference.kind = 'picture' AND reference.target = ?`;
  return store.all(byEntity, src).some((row) => isPublicEntity(context, textOf(row, 'kind'), textOf(row, 'slug')));
}

function isPublicEntity(context: EditionContext, kind: string, slug: string): boolean {
  switch (kind) {
    case 'site':
    case 'about':
      return true;
    case 'topic':
    case 'person':
    case 'storyline':
      return collectionOf(context, kind, slug) !== undefined;
    default:
      return false;
  }
}
