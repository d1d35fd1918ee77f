import { hash } from 'node:crypto';
import { letterIcon } from '../formats/icon/letter-icon.ts';
import type { StoredPicture } from '../newsroom/edition/pictures.ts';
import { designColours } from '../newsroom/model/theme.ts';
import { iconForms, iconOf, isIconPath, type Icon } from '../site/icon.ts';
import { CachedPage } from './cached-page.ts';
import { contentFile } from './content-file.ts';
import { facesIn } from './faces.ts';
import { picturePolicy as policy } from './headers.ts';
import { Limiter } from './limiter.ts';
import type { PageServices } from './page-services.ts';
import { SharedWork } from './shared-work.ts';
import { drawSvg } from './svg.ts';

/** `Cache-Control` of an icon. */
export const iconCaching = 'public, max-age=3600';

/** Bytes of the largest file that is read for an icon. */
const mostBytes = 20_000_000;

/** What browsers set the letter in: the site's typeface is not loaded for an icon. */
const browserFamily = 'Newsreader, Georgia, "Times New Roman", serif';

type Sized = Exclude<(typeof iconForms)[keyof typeof iconForms], { size: 'any' }>;

/**
 * The forms of the site's icon. Each is made when somebody asks for it, and cached as pages are: it is valid while the icon
 * in the settings and its file are the same.
 */
export class Icons {
  readonly #services: PageServices;
  readonly #root: string;
  readonly #content: string;
  readonly #limiter: Limiter;
  readonly #making = new SharedWork<CachedPage>();

  /** `root` is the project's folder, `content` the newsroom's. `limiter` holds back the icons of all sites of a server. */
  constructor(services: PageServices, { root, content }: { root: string; content: string }, limiter = new Limiter(1)) {
    this.#services = services;
    this.#root = root;
    this.#content = content;
    this.#limiter = limiter;
  }

  /** The icon at a path; `undefined` if there is none. It was valid when this was called. */
  async current(path: string): Promise<CachedPage | undefined> {
    if (!isIconPath(path)) return undefined;
    const { pages, validity } = this.#services;
    const found = await pages.find(path);
    const valid = found.find((page) => validity.isKnownValid(page));
    if (valid) return valid;
    const { value: icon, reading } = validity.read(iconOf);
    const digest = hash('sha256', JSON.stringify([icon, iconForms[path]]), 'base64url');
    const cached = found.find(({ head }) => head.digest === digest);
    if (cached) pages.keep(cached);
    const made =
      cached ??
      (await this.#making.share(`${path} ${digest}`, () => this.#limiter.run(() => this.#make(path, icon, digest))));
    if (made.head.status !== 200) return undefined;
    made.reading = reading;
    return made;
  }

  async #make(path: keyof typeof iconForms, icon: Icon, digest: string): Promise<CachedPage> {
    const form = iconForms[path];
    const made = form.size === 'any' ? await this.#svg(icon) : await this.#pixels(icon, form);
    const head = {
      path,
      status: made === undefined ? 404 : 200,
      digest,
      policy,
      type: form.size === 'any' ? `${form.type}; charset=utf-8` : form.type,
      headers: { 'Cache-Control': iconCaching },
    } as const;
    const page = await CachedPage.from(head, made ?? '');
    this.#services.pages.put(page);
    return page;
  }

  /** The icon as SVG; `undefined` if it is none. */
  async #svg(icon: Icon): Promise<string | undefined> {
    if ('letter' in icon) return letterIcon(icon.letter, icon.colour, browserFamily);
    return icon.picture.type === 'svg' ? (await this.#file(icon.picture))?.toString() : undefined;
  }

  /** Where a file cannot be drawn, or was deleted a moment ago, the icon is a dark square. */
  async #pixels(icon: Icon, form: Sized): Promise<Buffer> {
    const { makeIcon } = await import('../formats/icon/make-icon.ts');
    const isLetter = 'letter' in icon;
    const picture = isLetter ? await this.#letter(icon) : await this.#picture(icon.picture);
    // The colour behind a letter fills the icon, and the letter is so far from the edges that a phone can cut them off.
    const ready = isLetter && 'maskable' in form ? { size: form.size, type: form.type } : form;
    if (picture) {
      try {
        return await makeIcon(picture, ready);
      } catch {
        // It is no picture, whatever its name says.
      }
    }
    const square = Buffer.from(letterIcon('', designColours.ink.light, ''));
    const blank = await drawSvg(square, { root: this.#root, fonts: [] });
    if (!blank) throw new Error('No icon can be drawn.');
    return makeIcon(blank, { size: form.size, type: form.type });
  }

  async #letter({ letter, colour }: Extract<Icon, { letter: string }>): Promise<Buffer | undefined> {
    const { headline, arabic } = facesIn(this.#root);
    const svg = letterIcon(letter, colour, `${headline.family}, ${arabic.family}, serif`);
    return drawSvg(Buffer.from(svg), { root: this.#root, fonts: [headline.file, arabic.file] });
  }

  async #picture(picture: StoredPicture): Promise<Buffer | undefined> {
    const bytes = await this.#file(picture);
    return bytes && picture.type === 'svg' ? drawSvg(bytes, { root: this.#root, fonts: [] }) : bytes;
  }

  async #file({ file, size }: StoredPicture): Promise<Buffer | undefined> {
    return size > mostBytes ? undefined : contentFile(this.#content, file);
  }
}
