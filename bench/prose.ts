import { upperFirst } from '../newsroom/model/text.ts';
import type { Chance } from './random.ts';
import {
  adjectives,
  days,
  givenNames,
  months,
  openings,
  pasts,
  says,
  syllables,
  townAt,
  verbs,
  type Section,
  type Subject,
} from './vocabulary.ts';

/** The names that all texts about one event have. */
export interface Cast {
  people: string[];
  towns: string[];
}

/** Names for an event, chosen at random. */
export function castOf(chance: Chance): Cast {
  const town = (): string => upperFirst(townOf(chance));
  return {
    people: Array.from({ length: 3 }, () => `${chance.pick(givenNames)} ${town()}`),
    towns: Array.from({ length: 4 }, town),
  };
}

/** Makes sentences about one topic. Not sense, but of the length, shape and spread of words that news has. */
export class Prose {
  readonly #chance: Chance;
  readonly #section: Section;
  readonly #subject: Subject;
  readonly #people: string[];
  #cast: Cast | undefined;

  constructor(chance: Chance, section: Section, subject: Subject) {
    this.#chance = chance;
    this.#section = section;
    this.#subject = subject;
    this.#people = [this.#name(), this.#name(), this.#name()];
  }

  /**
   * From now on the people are those of an event, and about half of the towns. Nothing else in the texts changes: the same
   * numbers are drawn.
   */
  follow(cast: Cast): void {
    this.#cast = cast;
  }

  headline(): string {
    const form = this.#chance.pick<() => string>([
      () => `${upperFirst(this.#actor())} to ${this.#verb()} the ${this.#adjective()} ${this.#thing()}`,
      () => `Why the ${this.#thing()} outlived the ${this.#adjective()} ${this.#thing()}`,
      () => `A ${this.#adjective()} ${this.#thing()} and what it costs the ${this.#actor()}`,
      () => `${upperFirst(this.#actor())} and ${this.#actor()} differ over the ${this.#thing()}`,
      () => `The ${this.#thing()} that nobody wanted to ${this.#verb()}`,
    ]);
    return form();
  }

  sentence(): string {
    return this.#chance.pick(this.#forms)();
  }

  /** Sentences, no two of one form, until there are about `words` words. */
  paragraph(words: number): string {
    const sentences: string[] = [];
    const used = new Set<() => string>();
    for (let count = 0; count < words;) {
      const form = this.#chance.pick(this.#forms);
      if (used.has(form)) continue;
      used.add(form);
      const sentence = form();
      sentences.push(sentence);
      count += sentence.split(' ').length;
    }
    return sentences.join(' ');
  }

  point(): string {
    return `${upperFirst(this.#phrase())}: ${this.#figure()} in ${this.#year()}, against ${this.#figure()} in ${this.#year()}.`;
  }

  readonly #forms: (() => string)[] = [
    () =>
      `The ${this.#actor()} ${this.#past()} ${this.#phrase()} on ${this.#day()}, after ${this.#number()} weeks in which neither side would ${this.#verb()} ${this.#phrase()}.`,
    () =>
      `${this.#opening()}, ${this.#phrase()} costs ${this.#figure()} a year, and the ${this.#actor()} has to ${this.#verb()} it out of what is left.`,
    () =>
      `“We did not ask for ${this.#phrase()},” ${this.#person()} of the ${this.#actor()} ${this.#say()}, “and we will not ${this.#verb()} it before ${this.#month()}.”`,
    () =>
      `Of the ${100 + this.#number()} places that tried to ${this.#verb()} ${this.#phrase()}, ${this.#number()} gave it up within ${this.#number()} months.`,
    () =>
      `That left ${this.#phrase()}, which the ${this.#actor()} had ${this.#chance.pick(['promised', 'hoped', 'declined', 'been asked'])} to ${this.#verb()} by ${this.#month()} ${this.#year()}.`,
    () =>
      `${this.#person()}, who has studied ${this.#phrase()} in ${this.#town()} since ${this.#year()}, ${this.#say()} that the ${this.#actor()} could ${this.#verb()} it more cheaply.`,
    () =>
      `A report of ${this.#number()} pages, read in part by this newspaper, puts the figure at ${this.#figure()}, or ${this.#number()} per cent more than in ${this.#year()}.`,
    () =>
      `${this.#opening()}, nobody disputes the ${this.#thing()}; the quarrel is about who shall ${this.#verb()} the ${this.#adjective()} ${this.#thing()} and in what order.`,
    () =>
      `The first attempt, in ${this.#town()}, ended when the ${this.#thing()} failed ${this.#number()} days before the ${this.#actor()} was due to ${this.#verb()} it.`,
    () =>
      `Both the ${this.#actor()} and the ${this.#actor()} ${this.#past()} their own versions, and they do not agree on the ${this.#thing()}.`,
    () =>
      `It is not the first time: in ${this.#year()} the ${this.#actor()} ${this.#past()} ${this.#phrase()} and was obliged to begin again.`,
    () =>
      `${this.#person()} ${this.#say()} that ${this.#number()} of them were in use by ${this.#month()}, most of them near ${this.#town()} and ${this.#town()}.`,
    () => `Without ${this.#phrase()} the remainder is of little use.`,
    () => `The ${this.#actor()} declined to comment.`,
    () =>
      `What the ${this.#thing()} will look like in ${this.#number()} years depends on ${this.#phrase()}, and on whether ${this.#town()} is allowed to ${this.#verb()} the ${this.#thing()} as well.`,
  ];

  #phrase(): string {
    return `the ${this.#adjective()} ${this.#thing()}`;
  }

  /** Mostly of the topic, at times of the section. */
  #thing(): string {
    return this.#chance.pickByRank(this.#chance.happens(0.75) ? this.#subject.things : this.#section.things);
  }

  #actor(): string {
    return this.#chance.pickByRank(this.#section.actors);
  }

  #person(): string {
    return this.#chance.pick(this.#cast?.people ?? this.#people);
  }

  #name(): string {
    return `${this.#chance.pick(givenNames)} ${this.#town()}`;
  }

  /** An invented proper name: the rare words of a text. */
  #town(): string {
    const town = townOf(this.#chance);
    const known = this.#cast?.towns[syllables.findIndex((syllable) => town.startsWith(syllable)) % 8];
    return known ?? upperFirst(town);
  }

  #verb(): string {
    return this.#chance.pickByRank(verbs);
  }

  #past(): string {
    return this.#chance.pickByRank(pasts);
  }

  #adjective(): string {
    return this.#chance.pickByRank(adjectives);
  }

  #say(): string {
    return this.#chance.pickByRank(says);
  }

  #day(): string {
    return this.#chance.pick(days);
  }

  #month(): string {
    return this.#chance.pick(months);
  }

  #opening(): string {
    return this.#chance.pickByRank(openings);
  }

  #year(): number {
    return 1958 + this.#chance.below(68);
  }

  #number(): number {
    return 2 + this.#chance.below(97);
  }

  #figure(): string {
    return `${this.#number()} ${this.#chance.pick(['million', 'billion', 'thousand'])}`;
  }
}

const towns = Array.from({ length: syllables.length ** 3 }, (_, index) =>
  townAt((index * 5_003) % syllables.length ** 3),
);

function townOf(chance: Chance): string {
  return chance.pickByRank(towns);
}
