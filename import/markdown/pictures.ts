import { isRecord, textOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields } from '../imported-article.ts';
import type { FindPicture, FoundPicture } from '../reader.ts';
import { titleFromSlug } from '../slug.ts';
import { withoutBase } from './old-addresses.ts';
import { plainText } from './plain-text.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import { valueOf, type StatedFields } from './stated-fields.ts';

/** The fields in which systems put the picture of a post. */
export const PICTURE_FIELDS = [
  'image',
  'featured_image',
  'featuredImage',
  'feature_image',
  'cover',
  'cover_image',
  'heroImage',
  'hero',
  'header',
  'thumbnail',
  'banner',
  'images',
  'photo',
  'primary_image',
  'preview',
  'og_image',
];
const SOURCES = [
  'src',
  'url',
  'path',
  'image',
  'file',
  'source',
  'overlay_image',
  'teaser',
  'relative_path',
  'filename',
];

/** The pictures of one post: finds their files, and records those that the article has. */
export class PostPictures {
  readonly used = new Map<string, FoundPicture>();
  readonly #post: Post;
  readonly #site: Site;
  readonly #host: string | null;
  readonly #find: FindPicture;

  constructor(post: Post, site: Site, host: string | null, find: FindPicture) {
    this.#post = post;
    this.#site = site;
    this.#host = host;
    this.#find = find;
  }

  /** The path under `images/` of a picture, by its address on the old site; null if its file is not there. */
  find(reference: string): string | null {
    const path = this.#pathOf(reference.trim());
    const found = path === null ? null : this.#find(path, this.#post.source);
    if (found === null) return null;
    this.used.set(found.src, found);
    return found.src;
  }

  /** Words for a picture that nobody described: those of its name. */
  words(src: string): string {
    const name = (src.split('/').at(-1) ?? src).replace(/\.\w+$/, '');
    return titleFromSlug(name.replaceAll('_', '-')) || 'Picture';
  }

  #pathOf(reference: string): string | null {
    if (!/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(reference)) return withoutBase(reference, this.#site.basePath);
    const url = URL.canParse(reference, 'https://x.invalid') ? new URL(reference, 'https://x.invalid') : null;
    return url !== null && url.hostname === this.#host ? withoutBase(url.pathname, this.#site.basePath) : null;
  }
}

/** The picture of an article from the front matter of its post; undefined if its file is not there. */
export function leadPicture(
  stated: StatedFields,
  headline: string,
  pictures: PostPictures,
  log: LogEntry[],
): ImportedFields['image'] {
  for (const name of PICTURE_FIELDS) {
    const value = valueOf(stated, name);
    const entry: unknown = Array.isArray(value) ? value[0] : value;
    const fields = isRecord(entry) ? entry : {};
    // `hero: false` names no picture.
    const sources = (isRecord(entry) ? SOURCES.map((each) => entry[each]) : [entry]).filter(
      (each) => typeof each === 'string' && each.trim() !== '',
    );
    const text = (...names: string[]): string =>
      names
        .map((each) => plainText(textOf(fields[each]) || textOf(valueOf(stated, `${name}_${each}`, `image_${each}`))))
        .find((each) => each !== '') ?? '';
    for (const source of sources) {
      const src = pictures.find(textOf(source));
      if (src === null) {
        log.push({ rule: 'picture-dropped', text: textOf(source) });
        continue;
      }
      const [alt, caption, credit] = [
        text('alt', 'alt_text'),
        text('caption', 'figcaption'),
        text('credit', 'attribution', 'author'),
      ];
      if (alt === '') log.push({ rule: 'picture-alt-missing', text: `${src} → ${caption || headline}` });
      return {
        src,
        alt: alt || caption || headline,
        ...(caption !== '' && { caption }),
        ...(credit !== '' && { credit }),
      };
    }
  }
  return undefined;
}
