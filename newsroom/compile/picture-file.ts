import { isUtf8 } from 'node:buffer';
import { imageSize } from 'image-size';
import { problem, type Problem } from '../model/problem.ts';

/** What the bytes of a picture's file say of it. Width and height are in pixels, upright as it is shown. */
export interface PictureInfo {
  width: number;
  height: number;
  /** `jpg`, `png`, `svg` …: by its bytes, whatever its name ends in. */
  format: string;
  /** Whether the picture can be transparent, or has few colours. JPEG is not made for either. */
  flat: boolean;
}

const formats = ['svg', 'png', 'jpg', 'gif', 'webp', 'avif'];
const otherFormats = ['bmp', 'heic', 'heif', 'ico', 'jp2', 'jxl', 'psd', 'tiff'];

/** Bytes of the largest file that is read as a picture. */
export const largestPicture = 100_000_000;

/** The longest side in pixels: WebP has none above 16,383. */
const longestSide = 16_000;

/** Pixels of the largest picture. Cameras make no larger ones, but a file of a few kilobytes can say that it has more. */
const mostPixels = 110_000_000;

/**
 * Reads what a picture is, without decoding it. `info` is missing where it cannot be shown. A file whose beginning and end
 * are right can still be damaged between them; that is found when it is decoded for the first time.
 */
export function readPicture(file: string, bytes: Buffer): { info?: PictureInfo; problems: Problem[] } {
  const refuse = (words: Pick<Problem, 'message' | 'why' | 'fix'>): { problems: Problem[] } => ({
    problems: [problem('picture-invalid', { file }, words)],
  });
  let found: ReturnType<typeof imageSize>;
  try {
    found = imageSize(bytes);
  } catch {
    return refuse(wordsOfUnread(file, bytes));
  }
  const { type = '', orientation = 1 } = found;
  if (otherFormats.includes(type)) return refuse(otherFormat(type));
  if (!formats.includes(type)) return refuse(noPicture(bytes));
  if (!(found.width > 0) || !(found.height > 0)) return refuse(unreadable);
  // A camera that is held upright stores the picture rotated.
  const [width, height] = orientation >= 5 ? [found.height, found.width] : [found.width, found.height];
  if (type === 'svg') {
    if (width >= 100_000 || height >= 100_000) return refuse(unreadable);
    const text = bytes.toString('latin1').replaceAll('\0', '');
    if (hasScript(text)) return refuse(script);
    if (loadsFile.test(text)) return refuse(outside);
    return { info: { width, height, format: type, flat: true }, problems: [] };
  }
  const parts = partsOf[type]?.(bytes);
  // For a file that was cut off, an impossible size may be found.
  if (!parts?.complete) return refuse(cutOff);
  if (width > longestSide || height > longestSide || width * height > mostPixels)
    return refuse({
      message: `The picture has ${width} × ${height} pixels.`,
      why: 'A picture of more than 16,000 pixels on a side, or of more than 110 million pixels, takes too much memory.',
      fix: 'Save it smaller. No reader gets more than 2,400 pixels of width.',
    });
  return {
    info: { width, height, format: type, flat: parts.flat },
    problems: parts.animated ? [problem('picture-animated', { file }, animated)] : [],
  };
}

const unreadable = {
  message: 'The picture’s width and height cannot be read.',
  why: 'Without them the text would jump when the picture arrives.',
  fix: 'Save it again; an SVG needs a viewBox, or width and height.',
};
/** What to say of a file whose size cannot be read. */
function wordsOfUnread(file: string, bytes: Buffer): Pick<Problem, 'message' | 'why' | 'fix'> {
  const beginning = bytes.toString('latin1', 0, 1000);
  if (bytes.length === 0)
    return { ...cutOff, message: 'The file is empty.', why: 'There is no picture that readers could see.' };
  if (/^(?:II\*\0|MM\0\*)/.test(beginning)) return otherFormat('tiff');
  const isKnown = /^(?:\xff\xd8|\x89PNG|GIF8|RIFF|.{4}ftyp)|<svg/s.test(beginning);
  return isKnown || /\.svg$/i.test(file) ? unreadable : noPicture(bytes);
}

const noPicture = (bytes: Buffer): Pick<Problem, 'message' | 'why' | 'fix'> => ({
  message: `The file is no picture${isUtf8(bytes) && !bytes.includes(0) ? ', but a text' : ''}, whatever its name ends in.`,
  why: 'What is in a file makes it a picture, and not its name.',
  fix: 'Export the picture as JPEG or PNG, and put that file here.',
});
const otherFormat = (type: string): Pick<Problem, 'message' | 'why' | 'fix'> => ({
  message: `The picture is in the format ${type.toUpperCase()}, whatever its name ends in.`,
  why: 'Not all browsers show that format.',
  fix: 'Save it as JPEG or PNG. To change the ending of its name is not enough.',
});
const cutOff = {
  message: 'The picture is not complete: its file ends too early.',
  why: 'Readers would see a part of it.',
  fix: 'Copy the file once more, or save it again.',
};
const script = {
  message: 'The drawing holds script, or an entity of XML.',
  why: 'A picture must only be a picture. Script in it is never run, and often comes from somebody who wants to do harm.',
  fix: 'Save it as plain SVG, or take out <script>, attributes such as onload, and <!ENTITY>.',
};
const outside = {
  message: 'The drawing loads a picture from another file.',
  why: 'A drawing on a page loads no other file, so readers see a hole or a broken picture.',
  fix: 'Put the picture into the drawing: most programs for drawings call that “embed”.',
};
const animated = {
  message: 'The picture is animated. Only its first frame is shown.',
  why: 'Nothing on a page moves by itself: it keeps readers from reading.',
  fix: 'Save the frame that you want as a picture.',
};

/** Whether an SVG can run script, or defines entities, with which a few lines become gigabytes. */
function hasScript(text: string): boolean {
  return /<(?:[\w-]+:)?script\b|<[^<>]*\son\w+\s*=|<!ENTITY\b|(?:href|values|to|from)\s*=\s*["']?\s*(?:java|vb)script:/i.test(
    text,
  );
}

/** A picture in an SVG, or a part of one, that is neither in the file itself nor written into it. */
const loadsFile = /<(?:[\w-]+:)?(?:image|use|feImage)\b[^<>]*?[\s:]href\s*=(?!\s*["']?\s*(?:#|data:))/i;

/** What the parts of a file say. */
interface Parts {
  /** Whether its end is there. */
  complete: boolean;
  /** Whether it has several frames. */
  animated: boolean;
  flat: boolean;
}

/** Walks through the parts of a file of each format. None decodes a picture, and each is linear in the file's bytes. */
const partsOf: Readonly<Record<string, (bytes: Buffer) => Parts>> = { jpg, png, gif, webp, avif };

function jpg(bytes: Buffer): Parts {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    // In what follows, 0xff 0xd9 is the end of the picture and nothing else.
    if (bytes[at + 1] === 0xda) break;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return { complete: bytes.indexOf(Buffer.from([0xff, 0xd9]), at) > at, animated: false, flat: false };
}

function png(bytes: Buffer): Parts {
  // Types of colour: 3 is a palette, 4 and 6 have transparency.
  const colour = bytes[25] ?? 0;
  const parts: Parts = { complete: false, animated: false, flat: colour >= 3 };
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'acTL') parts.animated = true;
    if (name === 'tRNS') parts.flat = true;
    at += 12 + bytes.readUInt32BE(at);
    if (name === 'IEND') parts.complete = at <= bytes.length;
  }
  return parts;
}

function gif(bytes: Buffer): Parts {
  const table = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const afterBlocks = (from: number): number => {
    let at = from;
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += length + 1;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + table(bytes[10] ?? 0);
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) at = afterBlocks(at + 2);
    else if (bytes[at] === 0x2c) {
      frames += 1;
      at = afterBlocks(at + 11 + table(bytes[at + 9] ?? 0));
    } else break;
  }
  return { complete: frames > 0 && bytes[at] === 0x3b, animated: frames > 1, flat: true };
}

function webp(bytes: Buffer): Parts {
  const kind = bytes.toString('latin1', 12, 16);
  const flags = kind === 'VP8X' ? (bytes[20] ?? 0) : 0;
  return {
    complete: bytes.length >= 8 + bytes.readUInt32LE(4),
    animated: (flags & 0x02) !== 0,
    flat: (flags & 0x10) !== 0 || (kind === 'VP8L' && ((bytes[24] ?? 0) & 0x10) !== 0),
  };
}

function avif(bytes: Buffer): Parts {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // A box of size 0 goes to the end of the file; one of size 1 has its size in the next eight bytes.
    const length = size === 0 ? bytes.length - at : size === 1 && at + 16 <= bytes.length ? wide(bytes, at + 8) : size;
    if (length < 8) break;
    at += length;
  }
  const head = bytes.toString('latin1', 0, 8192);
  return {
    complete: at === bytes.length,
    animated: head.slice(8, 12) === 'avis',
    flat: head.includes('auxiliary:alpha'),
  };
}

function wide(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64BE(at));
}
