import { focusOf, focusTarget, type Focus, type PictureSize } from '../../elements/picture/renditions.ts';
import { collectionKinds } from '../model/collection.ts';
import type { Image } from '../model/image.ts';
import { pictureOrder } from '../store/schema.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { isCollection } from './collections.ts';
import { publicPage } from './own-pages.ts';
import type { EditionContext } from './context.ts';
import type { Picture } from './public.ts';
import { titlesOf } from './titles.ts';

/** A picture's file. */
export interface StoredPicture extends PictureSize {
  /** Its path in the content folder, with forward slashes, as the file system has it. */
  file: string;
  /** `jpg`, `png`, `svg` … */
  type: string;
  /** Bytes. */
  size: number;
  /** Milliseconds. */
  modified: number;
  /** Git's name for its bytes. */
  hash: string;
}

/** The width and height of a picture under `images/`, public or not, and what its renditions are named by. */
export function pictureSize({ store, dependencies }: EditionContext, src: string): PictureSize | undefined {
  dependencies.add(`picture ${src}`);
  const row = store.get(`SELECT width, height, type, hash, flat FROM picture WHERE src = ? ${pictureOrder}`, src);
  return row && sizeIn(row);
}

/** An image with the size of its file; `undefined` if there is no such picture. */
export function pictureOf(context: EditionContext, { focus: written, ...image }: Image): Picture | undefined {
  const size = pictureSize(context, image.src);
  const focus = written === undefined ? undefined : focusOf(written);
  return size && { ...image, ...size, ...(focus && { focus }) };
}

/** A picture's file, where something public names it: a picture can reveal a story as well as a word can. */
export function pictureFile(context: EditionContext, src: string): StoredPicture | undefined {
  if (!context.visibility.showsAllPictures && !isNamed(context, 'picture', src)) return undefined;
  context.dependencies.add(`picture ${src}`);
  const row = context.store.get(`SELECT * FROM picture WHERE src = ? ${pictureOrder}`, src);
  return (
    row && {
      ...sizeIn(row),
      file: textOf(row, 'file'),
      type: textOf(row, 'type'),
      size: numberOf(row, 'size'),
      modified: numberOf(row, 'modified'),
      hash: textOf(row, 'hash'),
    }
  );
}

/** Whether something public sets this focus for a picture. */
export function isFocus(context: EditionContext, src: string, focus: Focus): boolean {
  const target = focusTarget(src, focus);
  if (!context.visibility.showsAllPictures) return isNamed(context, 'focus', target);
  return context.store.get("SELECT 1 FROM reference WHERE kind = 'focus' AND target = ?", target) !== undefined;
}

function sizeIn(row: Row): PictureSize {
  const size = { width: numberOf(row, 'width'), height: numberOf(row, 'height') };
  const type = textOf(row, 'type');
  if (type === 'svg') return size;
  const version = textOf(row, 'hash').slice(0, 10);
  return { ...size, raster: { version, fallback: type !== 'jpg' && numberOf(row, 'flat') === 1 ? 'png' : 'jpg' } };
}

/** Whether a public article or a public entity refers to a picture, or sets a focus. */
function isNamed(context: EditionContext, kind: 'picture' | 'focus', target: string): boolean {
  const { store, now, dependencies } = context;
  // Any article may come to name it.
  dependencies.add('anything');
  const byArticle = store.get(
    `SELECT 1 FROM reference JOIN article ON article.file = reference.file
     WHERE reference.kind = :kind AND reference.target = :target AND ${visible} LIMIT 1`,
    { kind, target, now },
  );
  if (byArticle) return true;
  const byEntity = `SELECT entity.kind, slug FROM reference JOIN entity ON entity.file = reference.file
    WHERE reference.kind = :kind AND reference.target = :target`;
  return store
    .all(byEntity, { kind, target })
    .some((row) => isPublicEntity(context, textOf(row, 'kind'), textOf(row, 'slug')));
}

/** `kind`: that of the entity's file. */
function isPublicEntity(context: EditionContext, kind: string, slug: string): boolean {
  if (kind === 'site') return true;
  if (kind === 'title') return slug === titlesOf(context).own?.slug;
  if (kind === 'page') return publicPage(context, slug) !== undefined;
  const collection = collectionKinds.find((each) => each === kind);
  return collection !== undefined && isCollection(context, collection, slug);
}
