import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '../../bench/random.ts';
import { TemporaryNewsroom } from '../newsroom.ts';
import { eventually } from '../eventually.ts';
import { Site, siteUrl } from '../site.ts';
import {
  archivesOf,
  commonSearches,
  furtherOutputs,
  isExpensive,
  outputs,
  searchesFor,
  sharedCollectionTargets,
  someTargetsOf,
  targetsOf,
} from './addresses.ts';
import { comparable, differences, type Exchange, type Fault } from './check.ts';
import { Chronicle } from './chronicle.ts';
import { DrivenClock } from './driven-clock.ts';
import { editOf, withHiddenRewritten, withoutHidden, type Edit } from './edits.ts';
import { commitPlan, writeCollections, writePlan } from './files.ts';
import { beaconCollection, beaconText, Generator, type Recipe } from './generate.ts';
import { gatesOf, stateOf, type Plan, type PlannedArticle } from './plan.ts';
import { Reader } from './reader.ts';
import { sightingsIn } from './sightings.ts';
import type { PlannedTitle } from './titles.ts';
import { scriptOf, Words } from './words.ts';

/** What a run has counted so far. */
export interface Counts {
  /** Gates of articles that passed while the site ran, and edits. */
  crossings: number;
  /** Those at which an article, or a part of one, appeared or went. */
  flips: number;
}

/** A generated newsroom, its running site, and a reader that checks it at gates and after edits. */
export class Watch {
  readonly recipe: Recipe;
  readonly words: Words;
  readonly chronicle: Chronicle;
  readonly newsroom: TemporaryNewsroom;
  readonly site: Site;
  /** One for each title, the first of them for `reader`. */
  readonly readers: readonly Reader[];
  readonly counts: Counts = { crossings: 0, flips: 0 };
  readonly #generator: Generator;
  /** `undefined` if the site uses the clock of the machine. */
  readonly #clock: DrivenClock | undefined;
  readonly #chance: Chance;
  readonly #share: number;
  #turns = 0;

  private constructor(made: {
    recipe: Recipe;
    words: Words;
    generator: Generator;
    plan: Plan;
    newsroom: TemporaryNewsroom;
    site: Site;
    clock: DrivenClock | undefined;
    base: string;
    share: number;
  }) {
    this.#share = made.share;
    this.recipe = made.recipe;
    this.words = made.words;
    this.newsroom = made.newsroom;
    this.site = made.site;
    this.#generator = made.generator;
    this.#clock = made.clock;
    this.chronicle = new Chronicle(made.plan);
    this.#chance = new Chance(made.recipe.seed + 1);
    this.readers = (made.plan.titles ?? [undefined]).map(
      (title, index, { length: titles }) =>
        new Reader({
          base: made.base,
          url: title?.url ?? siteUrl,
          title,
          titles,
          chronicle: this.chronicle,
          words: made.words,
          now: () => this.now,
          chance: new Chance(made.recipe.seed + 2 + 10 * index),
        }),
    );
  }

  /** Starts a site over a generated newsroom. `through` gives the address to read it at, such as that of a proxy. */
  static async start(
    recipe: Recipe,
    {
      driven,
      data,
      through = (base) => base,
      share = 1,
      titles,
    }: {
      titles?: (plan: Plan) => readonly PlannedTitle[];
      driven: boolean;
      data?: string;
      through?: (base: string) => string;
      share?: number;
    },
  ): Promise<Watch> {
    const words = new Words(recipe.seed);
    const generator = new Generator(recipe, words);
    const made = generator.plan();
    const plan = titles ? { ...made, titles: titles(made) } : made;
    const newsroom = new TemporaryNewsroom(plan.site);
    if (recipe.git) commitPlan(newsroom, plan, recipe.start);
    else writePlan(newsroom, plan);
    const clock = driven ? new DrivenClock(recipe.start) : undefined;
    const settings = {
      content: newsroom.folder,
      ...(clock && { clock: clock.file }),
      ...(data !== undefined && { data }),
    };
    const site = await Site.start(settings);
    return new Watch({ recipe, words, generator, plan, newsroom, site, clock, base: through(site.base), share });
  }

  async end(): Promise<void> {
    for (const reader of this.readers) reader.end();
    await this.site.stop();
    this.newsroom.end();
    this.#clock?.end();
  }

  /** The reader of the site, or of its first title. */
  get reader(): Reader {
    const [reader] = this.readers;
    if (!reader) throw new TypeError('There is no reader.');
    return reader;
  }

  async #readAll(targets: readonly string[]): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.readAll(targets)));
  }

  get now(): number {
    return this.#clock?.now ?? Date.now();
  }

  /** The faults that were found since the last call. */
  takeFaults(): Fault[] {
    return this.readers.flatMap(({ faults }) => faults.splice(0));
  }

  /** Reads a share of all addresses in the plan, and what they link to. */
  async readEverything(): Promise<void> {
    const { plan } = this.chronicle;
    const articles = [...plan.articles.values()].flatMap((article) => targetsOf(article, plan, this.words));
    await this.#readAll([
      ...outputs,
      ...furtherOutputs,
      ...this.#some([...sharedCollectionTargets(plan, this.words), ...articles]),
    ]);
    await this.readNews();
    await this.readSecretly();
  }

  /** Passes a gate with a driven clock: what depends on it is read an instant before it, and at it. */
  async passGate(gate: number): Promise<void> {
    const clock = this.#clock;
    if (!clock) throw new TypeError('The clock of the machine cannot be moved.');
    const crossing = [...this.chronicle.plan.articles.values()].filter((article) => gatesOf(article).includes(gate));
    clock.set(gate - 1);
    const targets = this.#targetsFor(crossing);
    await this.#readAll(targets);
    if (this.#chance.happens(0.3)) {
      // Some requests before the gate are still being answered when others are made after it.
      const under = this.#readAll(targets.filter(() => this.#chance.happens(0.5)));
      await pause(this.#chance.below(12));
      clock.set(gate);
      await this.#readAll(targets);
      await under;
    } else {
      clock.set(gate);
      await this.#readAll(targets);
    }
    await this.readNews();
    this.counts.crossings += crossing.length;
    this.counts.flips += crossing.filter((article) => this.#flips(article, gate)).length;
  }

  /**
   * Reads articles with a gate near by, without a pause, by the clock of the machine until `end`. Milliseconds.
   */
  async watchUntil(end: number): Promise<void> {
    const passed = new Set<PlannedArticle>();
    const begun = this.now;
    while (this.now < end) {
      const now = this.now;
      const near = [...this.chronicle.plan.articles.values()].filter((article) =>
        gatesOf(article).some((gate) => gate > now - 1500 && gate < now + 1500),
      );
      await this.#readAll(this.#targetsFor(near));
    }
    for (const article of this.chronicle.plan.articles.values()) {
      const gates = gatesOf(article).filter((gate) => gate > begun && gate <= end);
      this.counts.crossings += gates.length;
      this.counts.flips += gates.filter((gate) => this.#flips(article, gate)).length;
      if (gates.length > 0) passed.add(article);
    }
    await this.#readAll(this.#targetsFor([...passed]));
  }

  /** Whether an article, or a part of one, appears or goes at a gate. */
  #flips({ address, corrections }: PlannedArticle, gate: number): boolean {
    const [before, after] = [gate - 1, gate].map((now) => this.chronicle.at(now).stateAt(address));
    return before !== after || (after === 'public' && corrections.some(({ at }) => at === gate));
  }

  /** Makes a random edit, and reads what depends on it before, meanwhile and after. Returns what was done. */
  async edit(): Promise<string> {
    const last = this.recipe.gates.at(-1) ?? this.recipe.start;
    const edit = editOf(this.chronicle.plan, this.now, last, this.#chance, this.#generator);
    if (!edit) return 'nothing';
    const before = edit.touched.map(({ gates }) => stateOf(gates, this.now));
    const targets = this.#targetsFor(edit.touched);
    await this.#readAll(targets);
    await this.make(edit, targets);
    await this.#readAll(targets);
    const after = edit.touched.map(({ address }) => this.chronicle.at(this.now).stateAt(address));
    this.counts.crossings += 1;
    if (edit.what === 'delete' || before.some((state, at) => state !== after[at])) this.counts.flips += 1;
    return edit.what;
  }

  /** Makes an edit and waits until it is live. `meanwhile` is read in between. */
  async make(edit: Edit, meanwhile: readonly string[] = []): Promise<void> {
    this.#turns += 1;
    const turn = this.#turns;
    this.chronicle.begin(edit.plan);
    edit.write(this.newsroom);
    writeCollections(this.newsroom, edit.plan, [beaconCollection(turn)]);
    const reading = this.#readAll(meanwhile);
    await eventually(`${edit.what} shows`, async () =>
      (await this.reader.ask('/topics/beacon')).text.includes(beaconText(turn)) ? true : undefined,
    );
    this.chronicle.markLive();
    await reading;
  }

  /** Compares public answers with the hidden articles, without them, and after they are written again: all bytes must be the same. */
  async compareWithout(): Promise<{ compared: number; faults: Fault[] }> {
    const { plan } = this.chronicle;
    const seen = [...plan.articles.values()].filter(
      ({ gates }) => stateOf(gates, this.now) !== 'hidden' && this.#chance.happens(0.25),
    );
    const targets = [
      ...outputs,
      ...sharedCollectionTargets(plan, this.words),
      ...commonSearches(plan, this.words),
      ...seen.flatMap((article) => [...archivesOf(article), ...someTargetsOf(article, plan, this.words, this.#chance)]),
      ...seen.map(({ address }) => encodeURI(address)),
    ];
    const asked = [...new Set(targets.filter((each) => !each.includes('/beacon')))];
    const answers = async (): Promise<Map<string, string>> => {
      const found = new Map<string, string>();
      // The first title has all stories, as a newsroom that is one site.
      const readers = this.readers.length > 1 ? this.readers.slice(1) : this.readers;
      for (const [index, reader] of readers.entries())
        for (const [number, target] of asked.entries())
          if (number % readers.length === index)
            found.set(readers.length === 1 ? target : `${target} (${index})`, comparable(await reader.ask(target)));
      return found;
    };
    const withHidden = await answers();
    const removal = withoutHidden(plan, this.now);
    await this.make(removal);
    const without = await answers();
    await this.make(withHiddenRewritten(removal.plan, removal.touched));
    const again = await answers();
    return {
      compared: withHidden.size,
      faults: [...differences(withHidden, without), ...differences(withHidden, again)],
    };
  }

  /** Checks the news sitemap, which also changes without a gate: it holds two days. */
  async readNews(): Promise<void> {
    // Stories that another title owns are in its sitemap alone.
    if (this.chronicle.plan.titles) return;
    const { text } = await this.reader.ask('/news-sitemap.xml');
    const seen = sightingsIn(text, this.words);
    for (const word of this.chronicle.at(this.now).newsAt(this.now))
      if (!seen.has(word))
        this.reader.faults.push({ kind: 'missing', target: '/news-sitemap.xml', words: `it does not show “${word}”` });
  }

  /**
   * Checks for a share of the hidden articles that their addresses answer like unused ones, and that a search for their
   * words answers like one for a word that no article has.
   */
  async readSecretly(share = 0.1): Promise<void> {
    for (const reader of this.readers) await this.#readSecretly(reader, share / this.readers.length);
  }

  async #readSecretly(reader: Reader, share: number): Promise<void> {
    const never = new Words(this.recipe.seed + 3);
    const hidden = [...this.chronicle.plan.articles.values()].filter(
      ({ gates }) => stateOf(gates, this.now) === 'hidden',
    );
    for (const { address, slug, shown, reason, id } of hidden.filter(() => this.#chance.happens(share))) {
      const script = scriptOf(slug);
      const other = encodeURI(address.replace(slug, never.mint(script, 'nothing')));
      for (const tail of ['', '/related', '/history', '/share.jpg', '.json', '/'])
        this.#compare(reader, encodeURI(address) + tail, '', other + tail, '', [
          await reader.ask(encodeURI(address) + tail),
          await reader.ask(other + tail),
        ]);
      for (const word of [slug, id, reason ?? id, ...shown.slice(0, 2)]) {
        const unwritten = never.mint(scriptOf(word), 'nothing');
        const likes = searchesFor(unwritten);
        for (const [at, { target, typed }] of searchesFor(word).entries()) {
          const like = likes[at];
          // The word itself always, and some of the other places of a query.
          if (!like || (at > 0 && !this.#chance.happens(0.15))) continue;
          const answers = [await reader.ask(target), await reader.ask(like.target)] as const;
          this.#compare(reader, target, typed, like.target, like.typed, answers);
        }
      }
    }
  }

  #compare(
    reader: Reader,
    target: string,
    word: string,
    like: string,
    otherWord: string,
    [first, second]: readonly [Exchange, Exchange],
  ): void {
    if (comparable(first, word) === comparable(second, otherWord)) return;
    reader.faults.push({ kind: 'leak', target, words: `it answers differently from ${like}` });
  }

  /** A random share of targets, another one each time. */
  #some(targets: readonly string[]): string[] {
    return targets.filter((target) => this.#chance.happens(isExpensive(target) ? this.#share / 10 : this.#share));
  }

  /** The addresses that depend on some articles, those that the site always has, and a few others. */
  #targetsFor(articles: readonly PlannedArticle[]): string[] {
    const { plan } = this.chronicle;
    const others = [...plan.articles.values()].filter(() => this.#chance.happens(this.#share / 8));
    const further = this.#some([
      ...furtherOutputs,
      ...commonSearches(plan, this.words),
      ...sharedCollectionTargets(plan, this.words),
    ]);
    return [
      ...new Set([
        ...outputs,
        ...articles.flatMap((article) => [
          encodeURI(article.address),
          ...this.#some(targetsOf(article, plan, this.words)),
        ]),
        ...others.flatMap((article) => someTargetsOf(article, plan, this.words, this.#chance)),
        ...further,
      ]),
    ];
  }
}
