import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureBytes, RenderableCard } from '../formats/share-image/compose.ts';
import { shareAnswer, type ShareAnswer, type ShareCard, type SharePicture } from '../site/share-card/card.ts';
import { facesIn } from './faces.ts';
import { inertPolicy } from './headers.ts';
import type { Kept } from './kept.ts';
import { CachedPage } from './page-cache.ts';
import { drawSvg, wordsIn } from './svg.ts';
import { Limiter } from './limiter.ts';

/** Images that are made at a time. */
const atOnce = 2;

/** Bytes of the largest picture file that is read for one. */
const mostBytes = 100_000_000;

/** What stands at the address of an image where there is none. */
type NoImage = Exclude<ShareAnswer, { status: 200 }>;

/**
 * Share images are made when somebody asks, and kept as pages are: one is right while the digest of its card has not
 * moved. The machinery that makes them is loaded with the first.
 */
export class ShareImages {
  readonly #kept: Kept;
  readonly #root: string;
  readonly #content: string;
  readonly #turns = new Limiter(atOnce);
  readonly #underWay = new Map<string, Promise<void>>();
  #studio: Promise<Studio> | undefined;

  /** `root` is the project's folder, `content` the newsroom's. */
  constructor(kept: Kept, { root, content }: { root: string; content: string }) {
    this.#kept = kept;
    this.#root = root;
    this.#content = content;
  }

  /** What the address answers now, without making anything. */
  answer(path: string): ShareAnswer {
    return this.#kept.validity.read((edition) => shareAnswer(edition, path));
  }

  /** The image as it must be now. What changed while it was made is looked at before it is given out. */
  async current(path: string): Promise<CachedPage | NoImage> {
    const { pages, validity } = this.#kept;
    for (;;) {
      const kept = pages.get(path);
      if (kept && validity.isKnown(kept)) return kept;
      const { value: found, checked } = validity.inspect((edition) => shareAnswer(edition, path));
      if (found.status !== 200) return found;
      const studio = await this.#open();
      const card = await studio.ready(found.card);
      const digest = hash('sha256', JSON.stringify(card), 'base64url');
      if (kept?.head.digest === digest) {
        kept.checked = checked;
        return kept;
      }
      await this.#make(studio, path, card, digest);
    }
  }

  #open(): Promise<Studio> {
    return (this.#studio ??= openStudio(this.#root).catch((fault: unknown) => {
      this.#studio = undefined;
      throw fault;
    }));
  }

  /** However many ask for an image at once, it is made once. */
  #make(studio: Studio, path: string, card: RenderableCard, digest: string): Promise<void> {
    const name = `${path} ${digest}`;
    const known = this.#underWay.get(name);
    if (known) return known;
    const started = this.#turns
      .take(async () => {
        const picture = card.page === 'article' && card.picture && (await this.#picture(studio, card.picture));
        const bytes = await studio.compose(card, picture || undefined);
        const head = { path, status: 200, digest, policy: inertPolicy, type: 'image/jpeg' } as const;
        this.#kept.pages.put(CachedPage.from(head, bytes));
      })
      .finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, started);
    return started;
  }

  /** The bytes of a picture; nothing where its file went a moment ago, or cannot be shown. */
  async #picture(studio: Studio, { src, type, size }: SharePicture): Promise<PictureBytes | undefined> {
    if (size > mostBytes) return undefined;
    let bytes: Buffer;
    try {
      bytes = await readFile(
        /* turbopackIgnore: true */ join(/* turbopackIgnore: true */ this.#content, 'images', src),
      );
    } catch {
      return undefined;
    }
    if (type !== 'svg') return { bytes, drawn: false };
    // A drawing with boxes for letters is worse than none.
    if ((await studio.settable(wordsIn(bytes))) === undefined) return undefined;
    const drawn = await drawSvg(bytes, { root: this.#root, fonts: studio.fonts });
    return drawn && { bytes: drawn, drawn: true };
  }
}

/** What makes images of cards. */
interface Studio {
  fonts: readonly string[];
  ready(card: ShareCard): Promise<RenderableCard>;
  settable(text: string): Promise<string | undefined>;
  compose(card: RenderableCard, picture: PictureBytes | undefined): Promise<Buffer>;
}

async function openStudio(root: string): Promise<Studio> {
  const { compose, renderableCard, Typesetter } = await import('../formats/share-image/compose.ts');
  const faces = facesIn(root);
  const typesetter = await Typesetter.with(faces);
  return {
    fonts: Object.values(faces).map(({ file }) => file),
    ready: (card) => renderableCard(typesetter, card),
    settable: (text) => typesetter.renderable(text),
    compose: (card, picture) => compose(typesetter, card, picture),
  };
}
