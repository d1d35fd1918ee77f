import { problem, type Problem } from '../model/problem.ts';
import { pictureOrder } from '../store/schema.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import { referencePosition } from './reference-position.ts';

// These checks are of the files in the table `checked`.

/** Pictures whose names differ only in how an accented letter is written, as one letter or as two. */
export function pictureTwins(store: Store): Problem[] {
  return store.all('SELECT file, src FROM picture WHERE file IN checked').flatMap((row) => {
    const file = textOf(row, 'file');
    const first = textOf(
      store.get(`SELECT file FROM picture WHERE src = ? ${pictureOrder} LIMIT 1`, textOf(row, 'src')),
      'file',
    );
    if (first === file) return [];
    const message = 'Another picture has this name: the two differ only in how an accented letter is written.';
    const why = 'Both have one address. The other file is used, and this one is left out.';
    const fix = 'Remove one of the two files, or rename it.';
    return [problem('address-duplicate', { file }, { message, why, fix })];
  });
}

/** Pixels of the smallest icon from which a sharp one for a phone can be made. */
const smallestIcon = 512;

/** The icon of `site.yaml`, where no good icons can be made of it. */
export function iconProblems(store: Store): Problem[] {
  return store
    .all(
      `SELECT reference.file, line, "column", src, width, height, type FROM reference JOIN picture ON src = target
       WHERE reference.file IN checked AND kind = 'picture' AND field = 'icon'`,
    )
    .flatMap((row) => {
      const [width, height, type] = [numberOf(row, 'width'), numberOf(row, 'height'), textOf(row, 'type')];
      const fault =
        type !== 'svg' && type !== 'png'
          ? 'is no SVG and no PNG'
          : width !== height
            ? `is not square: it has ${width} × ${height} pixels`
            : type === 'png' && width < smallestIcon
              ? `has ${width} × ${height} pixels`
              : undefined;
      if (fault === undefined) return [];
      const message = `The icon images/${textOf(row, 'src')} ${fault}.`;
      const why = 'Icons for tabs, phones and search results are made of it. They are squares of up to 512 pixels.';
      const fix = 'Use a square SVG, or a square PNG of at least 512 × 512 pixels.';
      return [problem('picture-unsuitable', { ...referencePosition(row), field: 'icon' }, { message, why, fix })];
    });
}

/** The width that Google asks of the picture of a story, and that large screens show; and the width of a sharp portrait. Pixels. */
const wideEnough = { story: 1200, portrait: 320 };

/** Pictures of stories and portraits of people that are not wide enough. A drawing is sharp in any size. */
export function smallPictures(store: Store): Problem[] {
  return store
    .all(
      `SELECT reference.file, line, "column", target, MAX(width) AS width, entity.file IS NOT NULL AS portrait
       FROM reference JOIN picture ON src = target LEFT JOIN entity ON entity.file = reference.file
       WHERE reference.file IN checked AND reference.kind = 'picture' AND field = 'image' AND type <> 'svg'
       GROUP BY reference.file HAVING MAX(width) < iif(portrait, ${wideEnough.portrait}, ${wideEnough.story})`,
    )
    .map((row) => {
      const message = `images/${textOf(row, 'target')} is only ${numberOf(row, 'width')} pixels wide.`;
      const why =
        numberOf(row, 'portrait') === 1
          ? `A portrait needs ${wideEnough.portrait} pixels to be sharp on all screens.`
          : `Search engines show pictures of stories from ${wideEnough.story} pixels on, and on large screens it is blurred.`;
      const fix = 'Use the largest file that you have. Readers get it in the size that their screen needs.';
      return problem('picture-small', { ...referencePosition(row), field: 'image' }, { message, why, fix });
    });
}
