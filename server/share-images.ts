import { hash } from 'node:crypto';
import type { PictureBytes, RenderableCard } from '../formats/share-image/compose.ts';
import { shareAnswer, type ShareAnswer } from '../site/share-answer.ts';
import type { ShareCard, SharePicture } from '../site/share-card/card.ts';
import { CachedPage } from './cached-page.ts';
import { contentFile } from './content-file.ts';
import { facesIn } from './faces.ts';
import { inertPolicy } from './headers.ts';
import { Limiter } from './limiter.ts';
import type { PageServices } from './page-services.ts';
import { SharedWork } from './shared-work.ts';
import { drawSvg, wordsIn } from './svg.ts';

/** Images that are made at a time. */
const atOnce = 2;

/** Bytes of the largest picture file that is read for an image. */
const mostBytes = 100_000_000;

/** What the address of an image answers if there is no image. */
type NoImage = Exclude<ShareAnswer, { status: 200 }>;

/** What all sites of a server make share images with. The libraries for that are loaded with the first image. */
export class ShareStudio {
  readonly limiter = new Limiter(atOnce);
  readonly #root: string;
  #studio: Promise<Studio> | undefined;

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  open(): Promise<Studio> {
    return (this.#studio ??= openStudio(this.#root).catch((fault: unknown) => {
      this.#studio = undefined;
      throw fault;
    }));
  }
}

/**
 * Share images are made when somebody asks, and cached as pages are: one is valid while the digest of its card is the
 * same.
 */
export class ShareImages {
  readonly #services: PageServices;
  readonly #root: string;
  readonly #content: string;
  readonly #studio: ShareStudio;
  readonly #making = new SharedWork<void>();

  /** `root` is the project's folder, `content` the newsroom's. */
  constructor(
    services: PageServices,
    { root, content }: { root: string; content: string },
    studio = new ShareStudio(root),
  ) {
    this.#services = services;
    this.#root = root;
    this.#content = content;
    this.#studio = studio;
  }

  /** What the address answers now, without making anything. */
  answer(path: string): ShareAnswer {
    return this.#services.validity.read((edition) => shareAnswer(edition, path)).value;
  }

  /** The image, valid when it is returned, or what its address answers instead. It is checked again after it was made. */
  async current(path: string): Promise<CachedPage | NoImage> {
    const { pages, validity } = this.#services;
    for (;;) {
      const stored = await pages.find(path);
      const valid = stored.find((page) => validity.isKnownValid(page));
      if (valid) return valid;
      const { value: found, reading } = validity.read((edition) => shareAnswer(edition, path));
      if (found.status !== 200) return found;
      const studio = await this.#studio.open();
      const card = await studio.ready(found.card);
      const digest = hash('sha256', JSON.stringify(card), 'base64url');
      const cached = stored.find(({ head }) => head.digest === digest);
      if (cached) {
        pages.keep(cached);
        cached.reading = reading;
        return cached;
      }
      await this.#make(studio, path, card, digest);
    }
  }

  /** However many ask for an image at once, it is made once. */
  #make(studio: Studio, path: string, card: RenderableCard, digest: string): Promise<void> {
    return this.#making.share(`${path} ${digest}`, () =>
      this.#studio.limiter.run(async () => {
        const picture = card.page === 'article' && card.picture && (await this.#picture(studio, card.picture));
        const bytes = await studio.compose(card, picture || undefined);
        const head = { path, status: 200, digest, policy: inertPolicy, type: 'image/jpeg' } as const;
        this.#services.pages.put(await CachedPage.from(head, bytes));
      }),
    );
  }

  /** The bytes of a picture; `undefined` if its file was deleted a moment ago, or cannot be shown. */
  async #picture(studio: Studio, { file, type, size }: SharePicture): Promise<PictureBytes | undefined> {
    if (size > mostBytes) return undefined;
    const bytes = await contentFile(this.#content, file);
    if (!bytes || type !== 'svg') return bytes && { bytes, drawn: false };
    // No drawing is better than one with boxes in place of letters.
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
