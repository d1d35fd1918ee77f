import type { Edition } from '../../../newsroom/edition/edition.ts';
import type { Picture, Story } from '../../../newsroom/edition/public.ts';
import type { ArticleType } from '../../../newsroom/model/article.ts';
import type { Accent } from '../../../newsroom/model/collection.ts';
import type { Layout, Weight } from '../../../newsroom/model/front.ts';
import { isOtherLanguage } from '../../words/language.ts';
import { accentOf, type FrameLink } from '../layout-data.ts';

/** A story on a front, with the colour of its section. */
export interface Teaser {
  story: Story;
  accent: Accent;
  /** Set where its picture is shown: on one page each picture is shown once. */
  pictured?: true;
  /** Who wrote it, where that is said above the headline. */
  authors?: string[];
  /** A picture of the first author. */
  portrait?: Picture;
}

/** Stories on a front that belong together, in one shape. */
export interface Package {
  /** The `id` of its title on the page. */
  id: string;
  title: string;
  accent: Accent;
  /** The page that its title leads to. */
  href: string;
  /** What is below it: the topics of a section. */
  links: FrameLink[];
  /** Set where the title is that of a type of work, which is one of the words. */
  type?: ArticleType;
  layout: Layout;
  weight: Weight;
  stories: Teaser[];
}

/** The stories and pictures that a page has shown already. */
export class Shown {
  readonly #edition: Edition;
  readonly #addresses = new Set<string>();
  readonly #pictures = new Set<string>();
  /** Addresses of stories that only one part of the page may show. */
  readonly #reserved = new Set<string>();

  constructor(edition: Edition, reserved: readonly Story[] = []) {
    this.#edition = edition;
    this.reserve(reserved);
  }

  reserve(stories: readonly Pick<Story, 'address'>[]): void {
    for (const { address } of stories) this.#reserved.add(address);
  }

  release({ address }: Story): void {
    this.#reserved.delete(address);
  }

  /** The stories that no part of the page shows, and that are not reserved. */
  free(stories: readonly Story[]): Story[] {
    return stories.filter((story) => !this.#addresses.has(story.address) && !this.#reserved.has(story.address));
  }

  hasFreePicture({ picture }: Story): boolean {
    return picture !== undefined && !this.#pictures.has(picture.src);
  }

  /** Shows a story, with its picture if `pictured` and if the picture is free. */
  show(story: Story, pictured = false): Teaser {
    this.#addresses.add(story.address);
    const accent = accentOf(this.#edition, story.topics);
    if (!pictured || story.picture === undefined || !this.hasFreePicture(story)) return { story, accent };
    this.#pictures.add(story.picture.src);
    return { story, accent, pictured: true };
  }

  /** Shows a story with the names of its authors, and with a portrait if that is free. */
  showByAuthor(story: Story): Teaser {
    const found = this.#edition.lookup(story.address);
    const byline = found.state === 'public' ? found.story.parts.byline : [];
    const [slug] = byline.map((author) => author.slug);
    const portrait = slug === undefined ? undefined : this.#edition.person(slug)?.picture;
    const isFree = portrait !== undefined && !this.#pictures.has(portrait.src);
    if (isFree) this.#pictures.add(portrait.src);
    const authors = byline.map(({ name }) => name);
    return { ...this.show(story), ...(authors.length > 0 && { authors }), ...(isFree && { portrait }) };
  }
}

/** Types of work that do not report what has happened, so that only an editor puts them at the top. */
const neverOnTop: ReadonlySet<ArticleType> = new Set<ArticleType>(['opinion', 'press-release', 'sponsored']);

/** One step of urgency counts as much as six hours, and so does a picture. */
const step = 6 * 3_600_000;
/** The urgency of a story that states none. */
const usual = 5;

/** The time of a story, later the more it matters. Milliseconds. */
function prominence({ published, urgency = usual, picture }: Story): number {
  return Date.parse(published) + step * (usual - urgency + (picture ? 1 : 0));
}

/** The stories that report something, the most prominent first. */
export function byProminence(edition: Edition, stories: readonly Story[]): Story[] {
  const isForeign = ({ lang }: Story): boolean => isOtherLanguage(lang, edition.site.language);
  const sorted = stories.filter(({ type }) => !neverOnTop.has(type)).toSorted((a, b) => prominence(b) - prominence(a));
  // Stories that readers of the site cannot read come last.
  return [...sorted.filter((story) => !isForeign(story)), ...sorted.filter(isForeign)];
}

/** The stories, each in one language: that of the site or else that of its original. Its page links to the others. */
export function inOneLanguage(edition: Edition, stories: readonly Story[]): Story[] {
  return edition.foldTranslations('all', '', stories).stories;
}
