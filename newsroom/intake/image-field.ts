import { focusOf, focusTarget } from '../../elements/picture/renditions.ts';
import type { Image } from '../model/image.ts';
import type { Problem } from '../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { missingCredit } from './missing-credit.ts';
import type { Reference } from './reader.ts';

/** What the field `image` refers to: the picture, and the crop that its focus asks for. */
export function imageReferences(image: Image | undefined, positionOf: FrontMatter['positionOf']): Reference[] {
  if (!image) return [];
  const { src, focus } = image;
  const refer = (kind: 'picture' | 'focus', target: string, field: string, part: string): Reference => {
    const { line, column } = positionOf(['image', part]);
    return { kind, target, field, line, column };
  };
  return [
    refer('picture', src, 'image', 'src'),
    ...(focus === undefined ? [] : [refer('focus', focusTarget(src, focusOf(focus)), 'image.focus', 'focus')]),
  ];
}

/** The field `image` where it does not name who made the picture. */
export function missingImageCredit(
  file: string,
  image: Image | undefined,
  positionOf: FrontMatter['positionOf'],
): Problem[] {
  return image && image.credit === undefined ? [missingCredit(file, { field: 'image', ...positionOf(['image']) })] : [];
}
