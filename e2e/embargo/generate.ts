import { Chance } from '../../bench/random.ts';
import { articleTypes } from '../../newsroom/model/article.ts';
import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionFolders } from '../../site/addresses/routes.ts';
import { writeBody } from './body.ts';
import { inOffset, offsets, type Offset } from './instants.ts';
import {
  gatesOf,
  stateOf,
  type Aim,
  type Gates,
  type Plan,
  type PlannedArticle,
  type PlannedCollection,
} from './plan.ts';
import type { Script, Words } from './words.ts';

/** What a generated newsroom is like. */
export interface Recipe {
  seed: number;
  /** The newsroom's language, and the scripts of its articles' canaries. */
  language: string;
  scripts: readonly Script[];
  articles: number;
  /** The least number of gates that articles cross while the site runs. There are more articles if that needs them. */
  crossings?: number;
  /** The instant at which the site starts, and those of the gates, in order. Milliseconds, of full seconds. */
  start: number;
  gates: readonly number[];
  /** Whether git knows an earlier version of each of its articles. */
  git?: boolean;
  /** Where readers find it; absolute, without a slash at the end. */
  url: string;
}

/** The possible orders of an article's gates, and how often each is chosen. */
const lives = [
  ['public', 3],
  ['scheduled', 4],
  ['embargoed', 4],
  ['embargo after publication', 3],
  ['embargo over before publication', 2],
  ['expiring', 4],
  ['passing', 9],
  ['passing, and published before', 6],
  ['expires before it opens', 1],
  ['expires as it opens', 1],
  ['draft', 2],
  ['withheld', 2],
  ['killed after publication', 1],
  ['killed before publication', 2],
  ['killed under embargo', 2],
  ['killed, and never to open', 1],
  ['expired', 1],
] as const;
export type Life = (typeof lives)[number][0];
const lots = lives.flatMap(([life, weight]) => Array.from({ length: weight }, () => life));

/** The address in `site.yaml`, which differs from the one that readers use. */
export const writtenUrl = 'https://written.example';

/** Collections that many articles share; their names are no canaries. */
const sections = ['harbours', 'councils'];
const branches = ['tides', 'bridges', 'budgets'];
const sharedPeople = ['ada-quill', 'bertram-blott', 'world-desk'];
const sharedLines = ['the-talks', 'the-strike'];
const sharedAgencies = ['AFP', 'UPI'];
const sharedSeries = ['The long way', 'The short way'];
/** The parts of a series, of which some are hidden, some are missing and some are there twice. */
const seriesParts = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const sharedPlaces = ['Nara', 'Évian', 'Paris'];
/** The places of which `places.yaml` says something. */
const sharedEntries = [
  { name: 'Nara', country: 'JP', aliases: ['Old Nara'] },
  { name: 'Évian', at: [46.4, 6.59], aliases: ['Évian les Bains'] },
];
/** Countries in datelines; an empty text for none. */
const countries = ['JP', 'FR', ''] as const;

/** What is decided about an article before its text is written, so that others can link to it. */
interface Skeleton {
  script: Script;
  slug: string;
  address: string;
  alias: string | undefined;
  offset: Offset;
  gates: Gates;
}

const dayLength = 24 * 60 * 60 * 1000;

/** Makes newsrooms: the same one for the same recipe. */
export class Generator {
  readonly #recipe: Recipe;
  readonly #words: Words;
  readonly #chance: Chance;
  readonly #skeletons: Skeleton[] = [];
  readonly #collections = new Map<string, PlannedCollection>();
  #script: Script = 'latin';
  #number = 0;

  constructor(recipe: Recipe, words: Words) {
    this.#recipe = recipe;
    this.#words = words;
    this.#chance = new Chance(recipe.seed);
  }

  plan(): Plan {
    this.#skeletons.push(...Array.from({ length: this.#recipe.articles }, () => this.#skeleton()));
    this.#shareCollections();
    const articles = this.#skeletons.map((skeleton) => this.#article(skeleton));
    const { crossings = 0, start } = this.#recipe;
    const ahead = (article: PlannedArticle): number => new Set(gatesOf(article).filter((at) => at > start)).size;
    for (let met = articles.reduce((sum, article) => sum + ahead(article), 0); met < crossings;) {
      const skeleton = this.#skeleton();
      this.#skeletons.push(skeleton);
      const article = this.#article(skeleton);
      articles.push(article);
      met += ahead(article);
    }
    const all = [...articles, this.#beacon()];
    const [front, about] = [this.#front(), this.#about()];
    const collections = new Map([...this.#collections, ['topic beacon', beaconCollection(0)]]);
    return {
      site: this.#site(),
      front,
      about,
      articles: new Map(all.map((each) => [each.address, each])),
      collections,
    };
  }

  /** The public article of the beacon topic: without it, the topic would have no page. */
  #beacon(): PlannedArticle {
    const [slug, id] = [this.#mint('slug of the beacon'), this.#mintPlain('id of the beacon')];
    const published = this.#recipe.start - 400 * dayLength;
    const address = `/${inOffset(published, 'Z').slice(0, 10).replaceAll('-', '/')}/${slug}`;
    const fields = {
      id: `urn:newsroom:${id}`,
      headline: 'The beacon',
      published: inOffset(published, 'Z'),
      topics: ['beacon'],
    };
    const nothing = { shown: [], carried: [], corrections: [], aims: [], aliases: [], pictures: [] };
    return {
      address,
      gates: { published },
      fields,
      body: 'It shines.',
      slug,
      id,
      collections: [{ kind: 'topic', slug: 'beacon' }],
      ...nothing,
    };
  }

  /** Adds an article. The plan that is returned has its collections too. */
  add(plan: Plan, life: Life): { plan: Plan; article: PlannedArticle } {
    const skeleton = this.#skeleton(life);
    this.#skeletons.push(skeleton);
    const article = this.#article(skeleton);
    return {
      article,
      plan: {
        ...plan,
        articles: new Map([...plan.articles, [article.address, article]]),
        collections: new Map([...plan.collections, ...this.#collections]),
      },
    };
  }

  /** A canary in the script of the article that is being written. */
  #mint(meaning: string): string {
    return this.#words.mint(this.#script, meaning);
  }

  /** A canary in Latin letters, for ids and addresses. */
  #mintPlain(meaning: string): string {
    return this.#words.mint('latin', meaning);
  }

  #skeleton(life: Life = this.#chance.pick(lots)): Skeleton {
    this.#number += 1;
    this.#script = this.#chance.pick(this.#recipe.scripts);
    const gates = this.#gates(life);
    const offset = this.#chance.pick(offsets);
    const slug = this.#mint(`slug of article ${this.#number} (${life})`);
    const date = inOffset(gates.published, offset).slice(0, 10).replaceAll('-', '/');
    const address = `/${date}/${this.#chance.pick([`${slug}`, `story-${slug}`, `${slug}-${this.#number}`])}`;
    const alias = this.#chance.happens(0.3) ? `/old/${this.#mintPlain(`alias of ${address}`)}.html` : undefined;
    return { script: this.#script, slug, address, alias, offset, gates };
  }

  #gates(life: Life): Gates {
    const { start, gates } = this.#recipe;
    const chance = this.#chance;
    const before = (): number => start - (1 + chance.below(8)) * dayLength - chance.below(20) * 3_600_000;
    const at = gates[chance.below(gates.length)] ?? start;
    const [early, late] = this.#two();
    const sometimes = (gate: Partial<Gates>): Partial<Gates> => (chance.happens(0.5) ? gate : {});
    switch (life) {
      case 'public':
        return { published: before() };
      case 'scheduled':
        return { published: at };
      case 'embargoed':
        return { published: before(), embargo: at };
      case 'embargo after publication':
        return { published: early, embargo: late };
      case 'embargo over before publication':
        return { published: late, embargo: early };
      case 'expiring':
        return { published: before(), expires: at };
      case 'passing':
        return { published: early, expires: late };
      case 'passing, and published before':
        return { published: before(), embargo: early, expires: late };
      case 'expires before it opens':
        return { published: before(), embargo: late, expires: early };
      case 'expires as it opens':
        return { published: before(), embargo: at, expires: at };
      case 'draft':
      case 'withheld':
        return { published: chance.happens(0.5) ? before() : early, status: life, ...sometimes({ embargo: late }) };
      case 'killed after publication':
        return { published: before(), status: 'killed', ...sometimes({ expires: at }) };
      case 'killed before publication':
        return { published: at, status: 'killed' };
      case 'killed under embargo':
        return { published: before(), embargo: early, status: 'killed', ...sometimes({ expires: late }) };
      case 'killed, and never to open':
        return { published: before(), embargo: late, expires: early, status: 'killed' };
      case 'expired':
        return { published: start - 9 * dayLength, expires: start - dayLength };
    }
  }

  /** Two different gates, in order. */
  #two(): [number, number] {
    const { gates, start } = this.#recipe;
    const first = this.#chance.below(gates.length - 1);
    const second = first + 1 + this.#chance.below(gates.length - first - 1);
    return [gates[first] ?? start, gates[second] ?? start];
  }

  #article({ script, slug, address, alias, offset, gates }: Skeleton): PlannedArticle {
    this.#script = script;
    const chance = this.#chance;
    const shown: string[] = [];
    const carried: string[] = [];
    const aims: Aim[] = [];
    const show = (meaning: string): string => {
      const word = this.#mint(`${meaning} of ${address}`);
      shown.push(word);
      return word;
    };
    const sometimes = (share: number, fields: () => Record<string, unknown>): Record<string, unknown> =>
      chance.happens(share) ? fields() : {};
    const id = this.#mintPlain(`id of ${address}`);
    const text = writeBody(chance, (meaning) => this.#mint(`${meaning} of ${address}`), this.#links(address, aims));
    shown.push(...text.shown);
    const pictures: string[] = [];
    const picture = (): string => {
      const src = `${this.#mint(`picture’s name of ${address}`)}.svg`;
      pictures.push(src);
      shown.push(src.slice(0, -4));
      return src;
    };
    const figure = chance.happens(0.2)
      ? `\n\n<Figure src="${picture()}" alt="${show('alternative text')}" caption="${show('caption')}" credit="${show('credit')}" />`
      : '';
    const collections = this.#collectionsOf(address, shown, carried);
    const corrections = chance.happens(0.3)
      ? Array.from({ length: 1 + chance.below(2) }, () => ({
          at: chance.happens(0.7) ? chance.pick(this.#recipe.gates) : gates.published + 3_600_000,
          word: this.#mint(`correction of ${address}`),
        }))
      : [];
    const reason = gates.status === 'killed' || chance.happens(0.1) ? this.#mint(`reason of ${address}`) : undefined;
    if (alias !== undefined) carried.push(wordOf(alias));
    const fields = {
      id: `urn:newsroom:${id}`,
      headline: `The ${show('headline')} affair`,
      ...sometimes(0.2, () => ({ seoTitle: `Search ${show('title for search engines')}` })),
      ...sometimes(0.2, () => ({ socialTitle: `Share ${show('title for cards')}` })),
      ...sometimes(0.3, () => ({ kicker: show('kicker') })),
      ...sometimes(0.6, () => ({ standfirst: `What ${show('standfirst')} means. A second sentence.` })),
      ...sometimes(0.4, () => ({ type: chance.pick(articleTypes) })),
      ...sometimes(0.2, () => ({ lang: 'fr' })),
      ...sometimes(0.4, () => ({ urgency: 1 + chance.below(9) })),
      published: inOffset(gates.published, offset),
      ...(reason !== undefined && { reason: `Withdrawn over ${reason}.` }),
      ...collections.fields,
      ...(alias !== undefined && { aliases: [alias] }),
      ...sometimes(0.4, () => ({
        image: {
          src: picture(),
          alt: show('picture’s text'),
          ...sometimes(0.5, () => ({ caption: show('picture’s caption'), credit: show('picture’s credit') })),
        },
      })),
      ...sometimes(0.1, () => ({ canonical: this.#canonical(address, show, aims) })),
      ...sometimes(0.4, () => ({ related: this.#related(address, show, carried, aims) })),
      ...sometimes(0.3, () => ({ sources: this.#sources(address, show, aims) })),
      ...(corrections.length > 0 && {
        corrections: corrections.map(({ at, word }) => ({
          at: inOffset(at, offset),
          text: `It is ${word}, not more.`,
        })),
      }),
    };
    const former = this.#recipe.git ? this.#mint(`earlier version of ${address}`) : undefined;
    // If the article was public, readers saw this version.
    if (former !== undefined && stateOf(gates, this.#recipe.start) === 'public') carried.push(former);
    return {
      address,
      ...(former !== undefined && { former }),
      gates,
      fields,
      body: text.body + figure,
      shown,
      carried,
      slug,
      id,
      ...(reason !== undefined && { reason }),
      corrections,
      aims,
      collections: collections.collections,
      aliases: alias === undefined ? [] : [alias],
      pictures,
    };
  }

  /** Some other article, in any state. */
  #other(address: string): Skeleton | undefined {
    const other = this.#chance.pick(this.#skeletons);
    return other.address === address ? undefined : other;
  }

  /** Links to other articles for a text, in all the forms in which an editor may write an address. */
  #links(address: string, aims: Aim[]): string[] {
    const { url } = this.#recipe;
    const forms: ((target: Skeleton) => string)[] = [
      (target) => target.address,
      (target) => encodeURI(target.address),
      (target) => `${target.address}/related`,
      (target) => `${target.address}.txt`,
      (target) => `${target.address}?from=here#top`,
      (target) => target.alias ?? target.address,
      (target) => url + encodeURI(target.address),
      (target) => url.replace('https:', 'http:') + target.address,
      (target) => url.replace('paper', 'PAPER') + target.address,
      (target) => `${url}:443${target.address}`,
      (target) => writtenUrl + target.address,
    ];
    return Array.from({ length: this.#chance.below(4) }).flatMap(() => {
      const collection = this.#chance.happens(0.2) ? this.#ownCollections().at(-1) : undefined;
      if (collection) return [`[about them](${this.#chance.pick(addressesOf(collection))})`];
      const target = this.#other(address);
      if (!target) return [];
      const href = this.#chance.pick(forms)(target);
      // A link by an old address keeps it, and does not show the new one.
      const by = href === target.alias ? wordOf(target.alias) : undefined;
      aims.push({ target: target.address, shown: by === undefined, ...(by !== undefined && { by }) });
      return [`[as we reported](${href})`];
    });
  }

  #canonical(address: string, show: (meaning: string) => string, aims: Aim[]): string {
    const target = this.#other(address);
    if (!target || this.#chance.happens(0.4)) return `https://agency.example/${encodeURI(show('canonical address'))}`;
    aims.push({ target: target.address, shown: true });
    return this.#recipe.url + encodeURI(target.address);
  }

  #related(address: string, show: (meaning: string) => string, carried: string[], aims: Aim[]): unknown[] {
    const note = (): string => {
      const word = this.#mint(`note on a pick of ${address}`);
      carried.push(word);
      return `Read on ${word}.`;
    };
    return Array.from({ length: 1 + this.#chance.below(3) }).flatMap((_, number): unknown[] => {
      const target = this.#other(address);
      if (!target || this.#chance.happens(0.2))
        return [
          // What is picked twice is shown once.
          {
            url: `https://elsewhere.example/report-${number}`,
            title: show('related title'),
            source: show('related source'),
            note: note(),
          },
        ];
      if (this.#chance.happens(0.5)) {
        aims.push({ target: target.address, shown: true });
        return [target.address];
      }
      const { note: of, title, url } = this.#titled(target, `related title in ${address}`, aims, true);
      return [this.#chance.happens(0.5) ? { url, title, note: of } : { url: target.address, note: of }];
    });
  }

  #sources(address: string, show: (meaning: string) => string, aims: Aim[]): unknown[] {
    const target = this.#other(address);
    return [
      { url: `https://elsewhere.example/${encodeURI(show('source’s address'))}`, title: show('source’s title') },
      ...(target ? [this.#titled(target, `source’s title in ${address}`, aims, true)] : []),
    ];
  }

  /** A link to an article, with a canary in its title and one in its note. */
  #titled(
    target: Skeleton,
    meaning: string,
    aims: Aim[],
    shown: boolean,
  ): { url: string; title: string; note: string } {
    const [word, noted] = [meaning, `note beside the ${meaning}`].map((each) => {
      const made = this.#mint(`${each}, of ${target.address}`);
      aims.push({ target: target.address, word: made, shown });
      return made;
    });
    return {
      url: this.#recipe.url + encodeURI(target.address),
      title: `More on ${word}`,
      note: `Because of ${noted}.`,
    };
  }

  /** Collections that one article alone names. */
  #ownCollections(kind?: PlannedCollection['kind']): PlannedCollection[] {
    return [...this.#collections.values()].filter(
      (each) => each.carried.length > 0 && (kind === undefined || each.kind === kind),
    );
  }

  /** The collections of an article: shared ones, and sometimes one that no other article names. */
  #collectionsOf(
    address: string,
    shown: string[],
    carried: string[],
  ): { collections: { kind: CollectionKind; slug: string }[]; fields: Record<string, unknown> } {
    const chance = this.#chance;
    const collections: { kind: CollectionKind; slug: string }[] = [];
    const own = (
      kind: Exclude<CollectionKind, 'place'>,
      share: number,
      others: readonly string[],
    ): string | undefined => {
      if (chance.happens(share)) return this.#ownCollection(kind, address, shown, carried);
      return chance.happens(0.6) ? chance.pick(others) : undefined;
    };
    const sharedTopics = sections.flatMap((section) => [section, ...branches.map((branch) => `${section}-${branch}`)]);
    const first = chance.pick(sharedTopics);
    const topics = [...new Set([first, own('topic', 0.2, sharedTopics) ?? first])];
    if (chance.happens(0.5)) topics.reverse();
    const person = own('person', 0.15, sharedPeople);
    const storyline = own('storyline', 0.12, sharedLines);
    const agency = own('agency', 0.12, sharedAgencies);
    const place = this.#placeOf(address, shown);
    for (const slug of topics) collections.push({ kind: 'topic', slug });
    if (person !== undefined) collections.push({ kind: 'person', slug: person });
    if (storyline !== undefined) collections.push({ kind: 'storyline', slug: storyline });
    if (agency !== undefined) collections.push({ kind: 'agency', slug: slugOf(agency) });
    if (place) collections.push({ kind: 'place', slug: place.slug });
    const guest = chance.happens(0.15) ? this.#mint(`author’s name of ${address}`) : undefined;
    if (guest !== undefined) shown.push(guest);
    const ownSeries = chance.happens(0.1) ? this.#mint(`series of ${address}`) : undefined;
    if (ownSeries !== undefined) shown.push(ownSeries);
    const series = ownSeries ?? (chance.happens(0.4) ? chance.pick(sharedSeries) : undefined);
    return {
      collections,
      fields: {
        topics,
        byline: [
          ...(person === undefined ? [] : [person]),
          ...(guest === undefined ? [] : [{ name: `Guest ${guest}`, role: 'Visitor' }]),
        ],
        ...(storyline !== undefined && { storyline }),
        ...(series !== undefined && { series: { name: series, part: chance.pick(seriesParts) } }),
        ...(agency !== undefined && { agency }),
        ...(place && { dateline: place.dateline }),
      },
    };
  }

  /** Where an article is from, and the place that lists it; sometimes that of no other article, under one of its spellings. */
  #placeOf(address: string, shown: string[]): { slug: string; dateline: Record<string, unknown> } | undefined {
    const chance = this.#chance;
    const country = chance.pick(countries);
    const dateline = (place: string): Record<string, unknown> => ({ place, ...(country !== '' && { country }) });
    if (!chance.happens(0.12)) {
      if (!chance.happens(0.6)) return undefined;
      const place = chance.pick(sharedPlaces);
      return { slug: placeSlugOf(place, country, sharedEntries), dateline: dateline(place) };
    }
    const name = this.#mint(`place of ${address}`);
    shown.push(name);
    // Most of them are in `places.yaml`, and some of their articles have its other spelling.
    if (chance.happens(0.3)) return { slug: name, dateline: dateline(name) };
    const spelling = this.#mint(`other spelling of the place of ${address}`);
    const [title, alias] = country !== 'FR' && chance.happens(0.5) ? [spelling, name] : [name, spelling];
    const entry = {
      name: title,
      country: 'JP',
      aliases: [alias],
      at: [chance.below(160) - 80, chance.below(360) - 180],
    };
    this.#putPlace(entry, [title, alias]);
    return { slug: placeSlugOf(title, country, [entry]), dateline: dateline(name) };
  }

  #putPlace(entry: { name: string; aliases: string[] } & Record<string, unknown>, carried: readonly string[]): void {
    const slug = slugOf(entry.name);
    this.#collections.set(`place ${slug}`, {
      kind: 'place',
      slug,
      fields: entry,
      body: '',
      shown: [],
      carried,
      aims: [],
      aliases: entry.aliases.map((alias) => `/places/${slugOf(alias)}`),
      pictures: [],
    });
  }

  /** A collection that only this article names. Returns its name. */
  #ownCollection(kind: Exclude<CollectionKind, 'place'>, address: string, shown: string[], carried: string[]): string {
    const name = this.#mint(`${kind} of ${address}`);
    if (kind === 'agency') {
      shown.push(name);
      return name;
    }
    carried.push(name);
    const title = this.#mint(`${kind}’s title of ${address}`);
    shown.push(title);
    const parent = kind === 'topic' ? this.#parentFor(address, carried) : undefined;
    this.#putCollection(kind, name, title, parent, address);
    return name;
  }

  /** The topic above a new topic: a shared one, a new one, or none. Without one it is a section, which every page names. */
  #parentFor(address: string, carried: string[]): string | undefined {
    if (this.#chance.happens(0.1)) return undefined;
    if (this.#chance.happens(0.7)) return this.#chance.pick(sections);
    const name = this.#mint(`topic above the one of ${address}`);
    carried.push(name);
    this.#putCollection(
      'topic',
      name,
      this.#mint(`title of the topic above the one of ${address}`),
      this.#chance.pick(sections),
      address,
    );
    return name;
  }

  #putCollection(
    kind: Exclude<PlannedCollection['kind'], 'place'>,
    slug: string,
    title: string,
    parent: string | undefined,
    of: string,
  ): void {
    const meant = (meaning: string): string => `${meaning} of the ${kind} of ${of}`;
    const word = (meaning: string): string => this.#mint(meant(meaning));
    const [text, alias] = [word('text'), this.#mintPlain(meant('alias'))];
    const aliases = [`/old/${alias}.html`];
    const shared = {
      kind,
      slug,
      body: `So far: ${text}.`,
      ...(parent !== undefined && { parent }),
      aliases,
      pictures: [],
    };
    const aims: Aim[] = [];
    const link = word('link’s title');
    const target = this.#chance.pick(this.#skeletons);
    const links = [
      { url: 'https://elsewhere.example/', title: link },
      this.#titled(target, `link’s title of the ${kind} ${slug}`, aims, false),
    ];
    const collection = (): PlannedCollection => {
      switch (kind) {
        case 'topic': {
          const [standfirst, learn] = [word('standfirst'), word('title of its links')];
          return {
            ...shared,
            aims,
            fields: {
              title,
              learn: `Learn of ${learn}`,
              standfirst: `On ${standfirst}.`,
              ...(parent !== undefined && { parent }),
              essential: [target.address],
              links,
              aliases,
            },
            shown: [title, text],
            carried: [slug, alias, standfirst, link, learn],
          };
        }
        case 'person': {
          const [role, agency, account] = [word('role'), word('agency'), word('account’s title')];
          const [src, alt, credit] = [word('portrait’s name'), word('portrait’s text'), word('portrait’s credit')];
          const [mail, handle] = [this.#mintPlain(meant('mail')), this.#mintPlain(meant('account'))];
          const image = { src: `people/${src}.svg`, alt, credit };
          return {
            ...shared,
            aims,
            fields: {
              name: title,
              role,
              agency: `Of ${agency}`,
              image,
              email: `${mail}@paper.example`,
              social: [`https://social.example/@${handle}`, { url: 'https://elsewhere.example/@me', title: account }],
              links,
              aliases,
            },
            shown: [title, text, role, link, src, alt, credit, mail, handle, account],
            carried: [slug, alias, agency],
            pictures: [image.src],
          };
        }
        case 'storyline': {
          const [ahead, name, role] = [word('what is ahead'), word('protagonist’s name'), word('protagonist’s role')];
          return {
            ...shared,
            aims: [],
            fields: {
              title,
              topics: [this.#chance.pick(sections), ...this.#hiddenTopic()],
              ahead: [
                { date: '2099', text: `Then comes ${ahead}.` },
                { date: '2025-01', text: `Then came ${word('what is over')}.` },
              ],
              people: [{ name, role: `Head of ${role}` }],
              aliases,
            },
            shown: [title, text, ahead, name, role],
            carried: [slug, alias],
          };
        }
      }
    };
    this.#collections.set(`${kind} ${slug}`, collection());
  }

  /** A topic that only one article names, if there is one yet. */
  #hiddenTopic(): string[] {
    const own = this.#ownCollections('topic');
    return own.length === 0 ? [] : [this.#chance.pick(own).slug];
  }

  #shareCollections(): void {
    const put = (
      kind: Exclude<PlannedCollection['kind'], 'place'>,
      slug: string,
      fields: Record<string, unknown>,
      parent?: string,
    ): void => {
      const aims: Aim[] = [];
      const title = kind === 'person' ? { name: slug } : { title: slug };
      const links =
        kind === 'storyline'
          ? {}
          : {
              links: [
                this.#titled(this.#chance.pick(this.#skeletons), `link’s title of the ${kind} ${slug}`, aims, false),
              ],
            };
      const body = `A text, with [a link](${this.#chance.pick(this.#skeletons).address}).`;
      const above = parent === undefined ? {} : { parent };
      const essential = kind === 'topic' ? { essential: [this.#chance.pick(this.#skeletons).address] } : {};
      const collection = {
        kind,
        slug,
        fields: { ...title, ...fields, ...essential, ...links, ...above },
        body,
        shown: [],
        carried: [],
        aims,
        aliases: [],
        pictures: [],
      };
      this.#collections.set(`${kind} ${slug}`, { ...collection, ...above });
    };
    sections.forEach((section, index) => {
      put('topic', section, { order: index + 1 });
      branches.forEach((branch, depth) =>
        put('topic', `${section}-${branch}`, {}, depth === 0 ? section : `${section}-${branches[depth - 1]}`),
      );
    });
    for (const slug of sharedPeople) put('person', slug, {});
    for (const slug of sharedLines) put('storyline', slug, { topics: [...sections] });
    for (const entry of sharedEntries) this.#putPlace(entry, []);
  }

  #site(): Record<string, unknown> {
    const { language, url } = this.#recipe;
    const address = (): string => this.#chance.pick(this.#skeletons).address;
    return {
      name: 'The Paper',
      url: writtenUrl,
      language,
      description: 'A generated newsroom.',
      publisher: { name: 'A house', url: url + encodeURI(address()), founded: 1901 },
      policies: { ethics: address(), corrections: '/corrections', masthead: `${url}${address()}` },
    };
  }

  #front(): Plan['front'] {
    const address = (): string => this.#chance.pick(this.#skeletons).address;
    const aims: Aim[] = [];
    const numbers = Array.from({ length: 4 }, () => {
      const url = address();
      const [value, label] = ['value', 'label'].map((part) => {
        const word = this.#mintPlain(`${part} of the number on the front page, of ${url}`);
        aims.push({ target: url, word, shown: true });
        return word;
      });
      return { value, label, url };
    });
    const pick = (kind: PlannedCollection['kind']): PlannedCollection => this.#chance.pick(this.#ownCollections(kind));
    const [running, topic, line] = [pick('storyline'), pick('topic'), pick('storyline')];
    const date = this.#mintPlain(`date on the front page, of the storyline ${running.slug}`);
    this.#collections.set(`storyline ${running.slug}`, { ...running, carried: [...running.carried, date] });
    const fields = {
      lead: address(),
      seconds: [address(), address()],
      numbers,
      running: {
        storyline: running.slug,
        pinned: [address()],
        dates: [{ date: '2026-01-13', text: `The day of ${date}.` }],
      },
      packages: [
        { type: 'opinion', pinned: [address()] },
        { topic: topic.slug, pinned: [address()] },
        { storyline: line.slug, pinned: [address()] },
      ],
    };
    return { fields, aims };
  }

  #about(): Plan['about'] {
    const articles = Array.from({ length: 6 }, () => this.#chance.pick(this.#skeletons).address);
    const collections = this.#ownCollections().slice(0, 12).flatMap(addressesOf);
    const links = [...articles, ...collections].map((address) => `[here](${address})`);
    return { body: `We began ${links.join(', and ')}.`, aims: [] };
  }
}

/**
 * A topic whose page shows the number of edits so far: when it shows a number, all earlier edits are live. No other page
 * shows that number.
 */
export function beaconCollection(count: number): PlannedCollection {
  const fields = { title: 'Beacon', parent: 'harbours' };
  return {
    kind: 'topic',
    slug: 'beacon',
    parent: 'harbours',
    fields,
    body: beaconText(count),
    shown: [],
    carried: [],
    aims: [],
    aliases: [],
    pictures: [],
  };
}

/** The text on the beacon's page. */
export function beaconText(count: number): string {
  return `The beacon has turned ${count} times.`;
}

/** The canary in an alias. */
function wordOf(alias: string): string {
  return alias.slice('/old/'.length, -'.html'.length);
}

/** The addresses at which a collection can be linked to. */
function addressesOf({ kind, slug, aliases }: PlannedCollection): string[] {
  return [`/${collectionFolders[kind]}/${slug}`, ...aliases];
}

/** The place that lists an article with a name and a country, by docs/writing.md. */
function placeSlugOf(name: string, country: string, entries: readonly { name: string; country?: string }[]): string {
  const entry = entries.find((each) => each.name === name);
  const isAbroad = country !== '' && entry?.country !== undefined && country !== entry.country;
  return isAbroad ? `${slugOf(name)}-${country.toLowerCase()}` : slugOf(name);
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(' ', '-');
}
