import { collectionFolders } from '../../site/addresses/routes.ts';
import type { PlannedTitle } from './titles.ts';
import { stateOf, type Aim, type Plan, type PlannedArticle, type PlannedCollection, type State } from './plan.ts';

/** How one address must answer. */
export interface Expectation {
  /** One of these. */
  status: readonly number[];
  /** Canaries that the body must show. */
  shows?: readonly string[];
  /** The path of the redirect, not encoded. */
  leadsTo?: string;
  /** The full text of the body. */
  text?: string;
}

/** Where a canary was seen. */
export interface Place {
  /** The path of the request, decoded. */
  path: string;
  status: number;
  /** The name of the header; `undefined` for the body. */
  header?: string;
}

/** The least number of articles on the newest page of a list. */
const listed = 25;
/** The least number of articles in a feed. */
const fed = 10;
const twoDays = 48 * 60 * 60 * 1000;

/**
 * The newsroom as readers must find it at one state of its files and one instant: which canaries they may see, and how the
 * addresses must answer. It follows from the plan and docs/publishing.md, and uses no code of the site.
 */
export class World {
  readonly now: number;
  readonly #plan: Plan;
  readonly #title: PlannedTitle | undefined;
  readonly #states = new Map<string, State>();
  /** Those that the title carries; newest first. */
  readonly #public: PlannedArticle[];
  readonly #visible = new Set<string>();
  /** Canaries that only some parts of some answers may show. */
  readonly #elsewhere = new Map<string, (place: Place) => boolean>();
  readonly #collected = new Map<string, PlannedArticle[]>();
  readonly #corrections: string[] = [];
  readonly #aliases = new Map<string, PlannedArticle>();
  readonly #aliasesOfCollections = new Map<string, PlannedCollection>();
  readonly #pictures = new Set<string>();

  /** `title`: the one that readers ask, in a newsroom of several. */
  constructor(plan: Plan, now: number, title?: PlannedTitle) {
    this.now = now;
    this.#plan = plan;
    this.#title = title;
    for (const article of plan.articles.values()) {
      this.#states.set(article.address, stateOf(article.gates, now));
      for (const alias of article.aliases) this.#aliases.set(alias, article);
    }
    this.#public = [...plan.articles.values()]
      .filter((article) => this.#states.get(article.address) === 'public' && this.#carries(article))
      .toSorted((a, b) => b.gates.published - a.gates.published || (a.address < b.address ? 1 : -1));
    for (const article of this.#public) this.#show(article);
    for (const [key, collection] of plan.collections) {
      for (const alias of collection.aliases) this.#aliasesOfCollections.set(alias, collection);
      if (!this.#collected.has(key)) continue;
      for (const src of collection.pictures) this.#pictures.add(src);
      for (const word of [...collection.shown, ...collection.carried, ...this.#aimedAt(collection.aims)])
        this.#visible.add(word);
    }
    for (const word of this.#aimedAt([...plan.about.aims, ...this.#frontAims])) this.#visible.add(word);
    if (title?.lists) this.#linkAcross();
    for (const article of this.#public) for (const word of this.#strayIn(article.aims)) this.#visible.add(word);
    for (const article of plan.articles.values())
      if (this.#states.get(article.address) === 'gone' && this.#carries(article)) this.#bury(article);
  }

  get publicCount(): number {
    return this.#public.length;
  }

  /** The state of the article at an address, which may be an old one. */
  stateAt(address: string): State {
    return this.#states.get(this.#articleAt(address)?.address ?? '') ?? 'hidden';
  }

  #articleAt(address: string): PlannedArticle | undefined {
    return this.#plan.articles.get(address) ?? this.#aliases.get(address);
  }

  /** Whether a part of an answer may show a canary. */
  allows(word: string, place: Place): boolean {
    return this.#visible.has(word) || (this.#elsewhere.get(word)?.(place) ?? false);
  }

  /** Canaries that any answer may show, to compare two instants. */
  get visible(): ReadonlySet<string> {
    return this.#visible;
  }

  /** How a target must answer to a GET; `undefined` if the plan does not say. */
  expects(target: string): Expectation | undefined {
    const [asked = '', query = ''] = target.split('?');
    if (asked === '/search' || asked === '/search.xml') return this.#expectsSearch(new URLSearchParams(query).get('q'));
    // Other systems number their lists like this. Which number leads where does not depend on gates.
    if (query.startsWith('page=') && !/^\/+\d{4}\/\d\d\/\d\d\/./.test(asked)) return undefined;
    let path: string;
    try {
      path = decodeURIComponent(asked)
        .toLowerCase()
        .replace(/\/{2,}/g, '/')
        .replace(/(?<=.)\/+$/, '');
    } catch {
      return undefined;
    }
    const expected = this.#expectsAt(path);
    // Another form of an address redirects to the canonical form.
    if (
      expected?.status.length === 1 &&
      (expected.status[0] === 200 || expected.status[0] === 410) &&
      asked !== encodeURI(path)
    )
      return path.startsWith('/images/') ? undefined : { status: [308], leadsTo: path };
    return expected;
  }

  /** A search for a word in the headline of a public article finds the article; each search gets an answer. */
  #expectsSearch(query: string | null): Expectation {
    const found = this.#public.find(({ shown }) => shown[0] !== undefined && shown[0] === query);
    return { status: [200], ...(found && { shows: [found.slug] }) };
  }

  #expectsAt(path: string): Expectation | undefined {
    const { articles } = this.#plan;
    const alias = this.#aliases.get(path);
    if (alias && !articles.has(path) && !this.#carries(alias)) return undefined;
    if (alias && !articles.has(path))
      return this.stateAt(alias.address) === 'hidden' ? { status: [404] } : { status: [308], leadsTo: alias.address };
    const renamed = this.#aliasesOfCollections.get(path);
    if (renamed) {
      const { kind, slug } = renamed;
      if (kind === 'topic' && this.#title?.lists) return undefined;
      return this.#collected.has(`${kind} ${slug}`)
        ? { status: [308], leadsTo: `/${collectionFolders[kind]}/${slug}` }
        : { status: [404] };
    }
    const [, address, tail = ''] = /^(\/\d{4}\/\d\d\/\d\d\/[^/.]+)((?:\.|\/).*)?$/.exec(path) ?? [];
    const article = address === undefined ? undefined : articles.get(address);
    if (article) return this.#expectsOf(article, tail);
    if (path.startsWith('/images/')) return { status: [this.#pictures.has(path.slice('/images/'.length)) ? 200 : 404] };
    const [, archive] = /^\/(\d{4}(?:\/\d\d){0,2})$/.exec(path) ?? [];
    if (archive !== undefined) return this.#expectsList(`day ${archive}`, archive.length === 10);
    const [, folder = '', slug = '', more = ''] = /^\/(\w+)\/([^/]+)((?:\/.*)?)$/.exec(path) ?? [];
    const [kind] = Object.entries(collectionFolders).find(([, name]) => name === folder) ?? [];
    // Which topics a title has pages of depends on what it names.
    if (kind === 'topic' && this.#title?.lists) return undefined;
    if (kind !== undefined) return this.#expectsCollection(kind, slug, more);
    return this.#expectsOutput(path);
  }

  #expectsOf(article: PlannedArticle, tail: string): Expectation | undefined {
    const state = this.stateAt(article.address);
    if (!this.#carries(article)) {
      if (state !== 'public') return { status: [404] };
      return tail === '' ? { status: [308], leadsTo: article.address } : undefined;
    }
    const own = tail === '' || tail === '/history';
    const alternate = ['.txt', '.md', '.json'].includes(tail);
    if (state === 'hidden') return { status: [404] };
    if (state === 'gone')
      return {
        status: own || alternate || tail === '/related' ? [410] : [404, 410],
        ...(tail === '' &&
          article.reason !== undefined &&
          article.gates.status === 'killed' && { shows: [article.reason] }),
      };
    if (alternate) return { status: [200], shows: article.shown.slice(0, 1) };
    const { former } = article;
    if (tail === '/history/1' && former !== undefined && article.carried.includes(former))
      return { status: [200], shows: [former] };
    if (!own) return { status: [200, 404] };
    const corrections = article.corrections.filter(({ at }) => at <= this.now).map(({ word }) => word);
    const aims = article.aims
      .filter(({ target, shown }) => shown && this.stateAt(target) === 'public')
      .flatMap(({ target }) => this.#articleAt(target)?.slug ?? []);
    return { status: [200], ...(tail === '' && { shows: [...article.shown, ...corrections, ...aims] }) };
  }

  #expectsList(key: string, whole: boolean): Expectation {
    const members = this.#collected.get(key) ?? [];
    if (members.length === 0) return { status: [404] };
    return { status: [200], shows: whole ? members.slice(0, listed).map(({ slug }) => slug) : [] };
  }

  #expectsCollection(kind: string, slug: string, more: string): Expectation {
    const key = `${kind} ${slug}`;
    const list = this.#expectsList(key, true);
    const there = list.status[0] === 200;
    const collection = this.#plan.collections.get(key);
    if (more === '') return there ? { ...list, shows: [...(list.shows ?? []), ...(collection?.shown ?? [])] } : list;
    if (/^\/(?:feed\.xml|atom\.xml|feed\.json)$/.test(more))
      return there
        ? { status: [200], shows: (this.#collected.get(key) ?? []).slice(0, fed).map(({ id }) => id) }
        : list;
    if (more === '/links' && kind === 'topic') return { status: list.status };
    return { status: there ? [200, 404] : [404] };
  }

  #expectsOutput(path: string): Expectation | undefined {
    const newest = this.#public.slice(0, fed);
    switch (path) {
      case '/healthz':
        if (this.#title?.lists) return undefined;
        return {
          status: [200],
          text: JSON.stringify({ status: 'ok', live: true, ready: true, articles: this.#public.length }),
        };
      case '/':
        return {
          status: [200],
          shows: [...newest.slice(0, 1).map(({ slug }) => slug), ...this.#aimedAt(this.#frontAims)],
        };
      case '/feed.xml':
      case '/atom.xml':
      case '/feed.json':
        return newest.length > 0 ? { status: [200], shows: newest.map(({ id }) => id) } : { status: [200, 404] };
      case '/corrections':
        return this.#corrections.length > 0
          ? { status: [200], shows: this.#corrections.length <= listed ? this.#corrections : [] }
          : { status: [404] };
    }
    const [, year = '', month = ''] = /^\/sitemaps\/(\d{4})-(\d\d)\.xml$/.exec(path) ?? [];
    if (year === '') return undefined;
    const members = this.#collected.get(`day ${year}/${month}`) ?? [];
    // Stories that another title owns are in its sitemap alone.
    if (this.#title && members.length > 0) return { status: [200, 404] };
    return members.length === 0
      ? { status: [404] }
      : { status: [200], shows: members.filter(({ fields }) => !('canonical' in fields)).map(({ slug }) => slug) };
  }

  /** The canaries in the news sitemap at an instant. It also changes without a gate: it holds two days. */
  newsAt(now: number): string[] {
    return this.#public
      .filter(
        ({ gates, fields }) =>
          gates.published > now - twoDays && !('canonical' in fields) && fields['type'] !== 'sponsored',
      )
      .map(({ slug }) => slug);
  }

  #show(article: PlannedArticle): void {
    const { address, shown, carried, slug, id, corrections, aims, pictures } = article;
    for (const word of [...shown, ...carried, slug, id, ...this.#aimedAt(aims)]) this.#visible.add(word);
    for (const { at, word } of corrections) {
      if (at > this.now) continue;
      this.#visible.add(word);
      this.#corrections.push(word);
    }
    for (const src of pictures) this.#pictures.add(src);
    const [, year = '', month = '', day = ''] = address.split('/');
    for (const archive of [year, `${year}/${month}`, `${year}/${month}/${day}`])
      this.#collect(`day ${archive}`, article);
    for (const key of this.#collectionsOf(article)) this.#collect(key, article);
  }

  /** What the front page that the desk has written leads to. Only the first title has one. */
  get #frontAims(): readonly Aim[] {
    return this.#title?.lists ? [] : this.#plan.front.aims;
  }

  #carries(article: PlannedArticle): boolean {
    const lists = this.#title?.lists;
    return !lists || [...this.#collectionsOf(article)].some((key) => lists.has(key));
  }

  /** Records what links to other titles may show: the addresses and headlines of what is public there, and nowhere else. */
  #linkAcross(): void {
    const elsewhere = new Set<string>();
    for (const article of this.#plan.articles.values()) {
      if (this.#carries(article) || this.#states.get(article.address) !== 'public') continue;
      for (const key of this.#collectionsOf(article)) elsewhere.add(key);
      const { address, slug, shown, aliases, fields } = article;
      const headline = shown.filter((word) => String(fields['headline']).includes(word));
      const settings = JSON.stringify(this.#plan.site);
      const isOfSite = settings.includes(address) || settings.includes(encodeURI(address));
      const linked = ({ path, status, header }: Place): boolean =>
        header === undefined ? isOfSite || this.#linksTo(path, address) : status === 308 && header === 'location';
      for (const word of [slug, ...headline, ...aliases.map(wordOf)]) this.#elsewhere.set(word, linked);
    }
    for (const key of elsewhere) {
      const collection = this.#plan.collections.get(key);
      if (!collection || this.#collected.has(key)) continue;
      // A link to it, and the redirect from its address.
      for (const word of [collection.slug, ...collection.aliases.map(wordOf)])
        this.#elsewhere.set(word, ({ header }) => header === undefined || header === 'location');
    }
  }

  /** Whether what a path shows may have a link to an article that another title has. No list of stories does. */
  #linksTo(path: string, address: string): boolean {
    const [own] = /^\/\d{4}\/\d\d\/\d\d\/[^/.]+/.exec(path) ?? [];
    const article = own === undefined ? undefined : this.#plan.articles.get(own);
    if (article) {
      // The page of links has those of the topics too.
      const topics = [...this.#collectionsOf(article)].map((key) => this.#plan.collections.get(key)?.aims ?? []);
      return [article.aims, ...topics].flat().some(({ target }) => this.#articleAt(target)?.address === address);
    }
    return /^\/(?:about|topics|people|storylines|agencies|places)(?:\/|$)|(?:feed|atom|search)\.(?:xml|json)$/.test(
      path,
    );
  }

  /** The collections that list an article, with the topics above its own. */
  #collectionsOf(article: PlannedArticle): Set<string> {
    const found = new Set<string>();
    for (const { kind, slug } of article.collections) {
      for (let key: string | undefined = `${kind} ${slug}`; key !== undefined && !found.has(key);) {
        found.add(key);
        const parent: string | undefined = this.#plan.collections.get(key)?.parent;
        key = parent === undefined ? undefined : `topic ${parent}`;
      }
    }
    return found;
  }

  #collect(key: string, article: PlannedArticle): void {
    const members = this.#collected.get(key);
    if (members) members.push(article);
    else this.#collected.set(key, [article]);
  }

  #aimedAt(aims: readonly Aim[]): string[] {
    return aims.flatMap(({ target, word }) => (word !== undefined && this.stateAt(target) === 'public' ? [word] : []));
  }

  /** The canaries in links by an old address of a deleted article. The site does not know that address any more, so it shows the link as it is. */
  #strayIn(aims: readonly Aim[]): string[] {
    return aims.flatMap(({ target, by }) => (by !== undefined && !this.#articleAt(target) ? [by] : []));
  }

  /** Records which canaries of an article that is gone may still be seen. */
  #bury({ address, slug, id, reason, gates }: PlannedArticle): void {
    // A request for an old address, or for another form of one, is redirected to the canonical form.
    this.#elsewhere.set(slug, ({ status, header }) => status === 308 && header === 'location');
    if (gates.status !== 'killed') return;
    if (reason !== undefined)
      this.#elsewhere.set(reason, ({ path, status, header }) => {
        return status === 410 && header === undefined && path.startsWith(address);
      });
    // RFC 6721: the feed names its id, so that programs delete it.
    this.#elsewhere.set(id, ({ path, header }) => header === undefined && path.endsWith('/atom.xml'));
  }
}

/** The canary in an alias. */
function wordOf(alias: string): string {
  return alias.replace(/^.*\/|\.html$/g, '');
}
