import type { ExternalLink } from '../model/article.ts';
import type { About, ListKind, Site } from '../model/collection.ts';
import type { Instant } from '../model/instant.ts';
import { precedence } from '../store/schema.ts';
import { visibleAt } from '../store/visible.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { Catalogue } from './catalogue.ts';
import { Corrections } from './corrections.ts';
import { History, substanceOf } from './history.ts';
import { CollectionEdition, visible } from './collections.ts';
import { publicHref, publicLinks } from './public-href.ts';
import { Story, FullStory, type Shown, type StoryState } from './public.ts';
import { publicSite } from './public-site.ts';
import { translationsOf, type Translation } from './translations.ts';
import { fullStoryParts } from './whole.ts';

/** Over rows of `article`: it can be seen when it changes, so that its date then moves before somebody's eyes. */
const changing = visibleAt('changed');

/** What an address is, at the instant of the edition. */
export type Lookup =
  | { state: 'public'; story: FullStory }
  /** It was public and is not any more: 410. */
  | { state: 'gone'; reason?: string }
  /** It is an alias: 308. */
  | { state: 'moved'; to: string }
  | { state: 'none' };

/**
 * The newsroom as the public may see it at one instant. Every output asks an edition, never the store. It holds from
 * one gate to the next: within that window nothing comes and nothing goes, unless content is compiled.
 */
export class Edition extends CollectionEdition {
  /** Milliseconds; the edition is the same for every instant with `from <= instant < until`. */
  readonly from: number;
  readonly until: number;
  readonly corrections: Corrections;
  readonly catalogue: Catalogue;
  readonly #store: Store;
  readonly #siteUrl: string | undefined;
  #site: Site | undefined;
  #ownUrls: readonly string[] | undefined;

  /** `siteUrl` stands in for the address in the site's settings. */
  constructor(store: Store, now: number, siteUrl?: string) {
    super(store, now);
    this.#store = store;
    this.#siteUrl = siteUrl;
    this.corrections = new Corrections(store, now, (address) => this.story(address));
    this.catalogue = new Catalogue(store, now, {
      storyFrom: (stored) => this.#storyOf(stored),
      hasPicture: (src) => this.pictureSize(src) !== undefined,
      wasPublic: (row) => this.#wasPublic(row),
      changed: (row, stored) => this.#changed(row, stored),
      sees: (row) => this.sees(row),
      days: (prefix, changed) => this.counts.days(prefix, changed),
    });
    const bound = (sql: string): number | undefined => {
      const value = store.get(sql, now)?.['bound'];
      return typeof value === 'number' ? value : undefined;
    };
    this.from = Math.max(
      bound('SELECT max(opens) AS bound FROM article WHERE opens <= ?') ?? 0,
      bound('SELECT max(closes) AS bound FROM article WHERE closes <= ?') ?? 0,
      bound('SELECT max(gone_from) AS bound FROM article WHERE gone_from <= ?') ?? 0,
      bound('SELECT max(opens) AS bound FROM correction WHERE opens <= ?') ?? 0,
      bound(`SELECT changed AS bound FROM article WHERE changed <= ? AND ${changing} ORDER BY changed DESC LIMIT 1`) ??
        0,
    );
    this.until = Math.min(
      bound('SELECT min(opens) AS bound FROM article WHERE opens > ?') ?? Infinity,
      bound('SELECT min(closes) AS bound FROM article WHERE closes > ?') ?? Infinity,
      bound('SELECT min(gone_from) AS bound FROM article WHERE gone_from > ?') ?? Infinity,
      bound('SELECT min(opens) AS bound FROM correction WHERE opens > ?') ?? Infinity,
      bound(`SELECT changed AS bound FROM article WHERE changed > ? AND ${changing} ORDER BY changed LIMIT 1`) ??
        Infinity,
    );
  }

  /** The instant of a preview, which every page of it names. Nothing that the public sees has one. */
  get previewedAt(): Instant | undefined {
    return undefined;
  }

  /** The newsroom's settings, without links to what is hidden. */
  get site(): Site {
    if (this.#site) return this.#site;
    const site = (this.#site = this.#readSite());
    // What a link may lead to depends on the site's own address, which is known by now.
    return (this.#site = publicSite(this, site));
  }

  /** The addresses of this site: the one that readers use, and the one that its settings name. Absolute. */
  get ownUrls(): readonly string[] {
    return (this.#ownUrls ??= [this.#siteUrl, this.#writtenSite.url].filter((url) => url !== undefined));
  }

  #readSite(): Site {
    const site = this.#writtenSite;
    return this.#siteUrl === undefined ? site : { ...site, url: this.#siteUrl };
  }

  get #writtenSite(): Site {
    const row = this.#store.get("SELECT value FROM entity WHERE kind = 'site'");
    const written: Site | undefined = row && JSON.parse(textOf(row, 'value'));
    return (
      written ?? {
        name: 'Newsroom',
        url: 'http://localhost:3000',
        id: 'http://localhost:3000',
        language: 'en',
        timezone: 'UTC',
        policies: {},
        front: [],
        released: [],
        websub: [],
      }
    );
  }

  /** What stands at an article's address. */
  lookup(address: string): Lookup {
    const row = this.#store.get(`SELECT * FROM article WHERE address = ? ${precedence} LIMIT 1`, address);
    if (row) {
      const stored: StoredArticle = JSON.parse(textOf(row, 'detail'));
      if (this.sees(row)) {
        return { state: 'public', story: this.#whole(stored, row) };
      }
      return this.#wasPublic(row)
        ? { state: 'gone', ...(row['status'] === 'killed' && stored.reason && { reason: stored.reason }) }
        : { state: 'none' };
    }
    const to = this.redirectFrom(address);
    return to === undefined ? { state: 'none' } : { state: 'moved', to };
  }

  /** The address to which an old one leads, where something is or was public there. */
  redirectFrom(address: string): string | undefined {
    const row = this.#store
      .all(
        `SELECT article.* FROM alias JOIN article ON article.key = alias.article WHERE alias.address = ? ${precedence}`,
        address,
      )
      .find((each) => this.#wasPublic(each));
    return row ? textOf(row, 'address') : this.#remembered(address);
  }

  /** Whether an address is an alias, and leads to nothing that is public: it is hidden, or is gone. */
  isHiddenAlias(address: string): boolean {
    const known = this.#store.get('SELECT 1 FROM alias WHERE address = ? LIMIT 1', address) !== undefined;
    const to = known ? this.redirectFrom(address) : undefined;
    return known && (to === undefined || !this.isPublic(to));
  }

  /** Where an article went whose file was moved, as far as this store has seen it; `compile` asks for an alias too. */
  #remembered(address: string): string | undefined {
    const row = this.#store.get(
      `SELECT article.* FROM once_public JOIN article USING (id)
       WHERE once_public.address = ? AND article.address <> once_public.address ${precedence} LIMIT 1`,
      address,
    );
    return row && this.#wasPublic(row) ? textOf(row, 'address') : undefined;
  }

  /** Whether there is a public article at an address. */
  isPublic(address: string): boolean {
    return this.#publicRow(address) !== undefined;
  }

  /** A public article, as lists show it. */
  story(address: string): Story | undefined {
    const row = this.#store.get(
      'SELECT detail FROM article WHERE address = ? AND opens <= ? AND closes > ?',
      address,
      this.now,
      this.now,
    );
    return row && this.#story(row);
  }

  /** One story in all its languages; empty where it has but one. */
  translations(stored: StoredArticle): Translation[] {
    return translationsOf(this.#store, this, stored);
  }

  /** The published versions of a public article. */
  history(address: string): History | undefined {
    const row = this.#publicRow(address);
    return row && new History(this.#store, row, this.now, (href) => publicHref(this, href) !== undefined);
  }

  #publicRow(address: string): Record<string, unknown> | undefined {
    const sql = 'SELECT * FROM article WHERE address = ? AND opens <= ? AND closes > ?';
    return this.#store.get(sql, address, this.now, this.now);
  }

  /** The newest public articles of a gathering, newest first. */
  newest(kind: ListKind, slug: string, size: number): Story[] {
    return this.#slice(
      `SELECT article FROM membership WHERE ${visible} ORDER BY published DESC, address DESC LIMIT ?`,
      kind,
      slug,
      size,
    );
  }

  /** Public articles of a gathering published before a story, or after it, nearest first. */
  around(kind: ListKind, slug: string, story: Story, side: 'before' | 'after', size: number): Story[] {
    const published = Date.parse(story.published);
    const [sign, order] = side === 'before' ? ['<', 'DESC'] : ['>', 'ASC'];
    return this.#store
      .all(
        `SELECT detail FROM article JOIN (
           SELECT article, published AS at, address AS place FROM membership WHERE ${visible} AND direct = 1 AND (published, address) ${sign} (?, ?)
           ORDER BY published ${order}, address ${order} LIMIT ?
         ) ON article = key ORDER BY at ${order}, place ${order}`,
        kind,
        slug,
        this.now,
        this.now,
        published,
        story.address,
        size,
      )
      .map((row) => this.#story(row));
  }

  /** Public articles of a gathering by their position from the oldest; `offset` counts from 0. Oldest first. */
  fromOldest(kind: ListKind, slug: string, offset: number, size: number): Story[] {
    return this.#slice(
      `SELECT article FROM membership WHERE ${visible} ORDER BY published, address LIMIT ? OFFSET ?`,
      kind,
      slug,
      size,
      offset,
    );
  }

  /** Days with public articles whose `YYYY/MM/DD` begins with `prefix`, and how many each has. */
  days(prefix: string): { day: string; count: number }[] {
    return this.counts.all('day', prefix).map(({ slug, count }) => ({ day: slug, count }));
  }

  /** The newsroom's words about itself, from `about.mdx`. */
  get about(): About | undefined {
    const row = this.#store.get("SELECT value FROM entity WHERE kind = 'about'");
    return row && JSON.parse(textOf(row, 'value'));
  }

  /** The size of a picture under `images/`, whoever names it. */
  pictureSize(src: string): { width: number; height: number } | undefined {
    const row = this.#store.get('SELECT width, height FROM picture WHERE src = ?', src);
    return row && { width: numberOf(row, 'width'), height: numberOf(row, 'height') };
  }

  /** A picture's type, where a public article names it: a picture can give a story away as well as a word. */
  picture(src: string): { type: string; size: number; modified: number } | undefined {
    const row = this.shows(src)
      ? this.#store.get('SELECT type, size, modified FROM picture WHERE src = ?', src)
      : undefined;
    return row && { type: textOf(row, 'type'), size: numberOf(row, 'size'), modified: numberOf(row, 'modified') };
  }

  /** Whether something public names a picture. */
  protected shows(src: string): boolean {
    const named = this.#store.get(
      `SELECT 1 FROM reference JOIN article ON article.file = reference.file
       WHERE reference.kind = 'picture' AND reference.target = ? AND opens <= ? AND closes > ? LIMIT 1`,
      src,
      this.now,
      this.now,
    );
    return (
      named !== undefined ||
      this.#store
        .all(
          "SELECT entity.kind, slug FROM reference JOIN entity ON entity.file = reference.file WHERE reference.kind = 'picture' AND reference.target = ?",
          src,
        )
        .some((row) => this.#isPublicStanding(textOf(row, 'kind'), textOf(row, 'slug')))
    );
  }

  #isPublicStanding(kind: string, slug: string): boolean {
    return (
      kind === 'site' ||
      kind === 'about' ||
      ((kind === 'topic' || kind === 'person' || kind === 'storyline') && this.collection(kind, slug) !== undefined)
    );
  }

  #slice(sql: string, kind: ListKind, slug: string, ...rest: number[]): Story[] {
    return this.#store.all(sql, kind, slug, this.now, this.now, ...rest).map((row) => {
      return this.#story(this.#store.get('SELECT detail FROM article WHERE key = ?', numberOf(row, 'article')));
    });
  }

  #story(row: Record<string, unknown> | undefined): Story {
    return this.#storyOf(JSON.parse(textOf(row, 'detail')));
  }

  #storyOf(stored: StoredArticle): Story {
    return new Story(this.now, stored, this.#shown(stored));
  }

  #whole(stored: StoredArticle, row: Record<string, unknown>): FullStory {
    const body = textOf(this.#store.get('SELECT body FROM body WHERE article = ?', numberOf(row, 'key')), 'body');
    const shown = { ...stored, sources: publicLinks(this, stored.sources) };
    const parts = fullStoryParts(this, stored, JSON.parse(body));
    return new FullStory(this.now, shown, { ...this.#shown(stored), changed: this.#changed(row, stored) }, parts);
  }

  /** When what an article tells last changed; a typo moves it not, where git knows the file's history. */
  #changed(row: Record<string, unknown>, stored: StoredArticle): Instant {
    return substanceOf(this.#store, textOf(row, 'file'), stored, this.now);
  }

  protected override shownLinks(links: ExternalLink[]): ExternalLink[] {
    return publicLinks(this, links);
  }

  #shown(stored: StoredArticle): Shown {
    const topic = stored.topics.map((slug) => this.titleOf('topic', slug)).find((title) => title !== undefined);
    const kicker = stored.kicker ?? topic;
    const size = stored.image && this.pictureSize(stored.image.src);
    const state = this.stateOf(stored);
    const canonical = this.#canonicalOf(stored);
    return {
      ...(state && { state }),
      ...(canonical !== undefined && { canonical }),
      ...(kicker !== undefined && { kicker }),
      ...(stored.kicker === undefined && kicker !== undefined && { kickerLang: this.site.language }),
      lang: stored.lang ?? this.site.language,
      ...(stored.image && size && { picture: { ...stored.image, ...size } }),
    };
  }

  /** The address that owns an article, where that is another one and may be told. */
  #canonicalOf({ canonical }: StoredArticle): string | undefined {
    const href = canonical === undefined ? undefined : publicHref(this, canonical);
    return href?.startsWith('/') ? this.site.url + encodeURI(href) : href;
  }

  /** The one predicate of what may be seen, over a row of `article`. */
  protected sees(row: Record<string, unknown>): boolean {
    return this.#opened(row) && this.now < numberOf(row, 'closes');
  }

  /** Why the public may not see an article that is shown nevertheless. */
  protected stateOf(_stored: StoredArticle): StoryState | undefined {
    return undefined;
  }

  #opened(row: Record<string, unknown>): boolean {
    return numberOf(row, 'opens') <= this.now;
  }

  /** Expired, or killed after its time had come. */
  #wasPublic(row: Record<string, unknown>): boolean {
    if (this.#opened(row)) return numberOf(row, 'opens') < numberOf(row, 'closes');
    const { gone_from: told } = row;
    return typeof told === 'number' && told <= this.now;
  }
}
