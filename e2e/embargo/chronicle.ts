import { gatesIn, type Plan } from './plan.ts';
import type { PlannedTitle } from './titles.ts';
import { World } from './world.ts';

/** A point in the run: the time on the clock, and how many edits have begun, and are known to be live. */
export interface Moment {
  now: number;
  begun: number;
  live: number;
}

/** One state of the files. */
interface State {
  plan: Plan;
  gates: readonly number[];
  /** By the title and the number of gates that have passed. */
  worlds: Map<string, World>;
}

/** The states of a newsroom's files, in the order in which they were written, and the worlds that follow from them. */
export class Chronicle {
  readonly #states: State[] = [];
  #live = 0;

  constructor(plan: Plan) {
    this.#put(plan);
  }

  /** The plan that was written last. */
  get plan(): Plan {
    const last = this.#states.at(-1);
    if (!last) throw new TypeError('There is no plan.');
    return last.plan;
  }

  /** To be called before files are changed: from now on, an answer may follow from `plan`. */
  begin(plan: Plan): void {
    this.#put(plan);
  }

  /** To be called when the changes show: from now on, an answer follows from the last plan only. */
  markLive(): void {
    this.#live = this.#states.length - 1;
  }

  moment(now: number): Moment {
    return { now, begun: this.#states.length - 1, live: this.#live };
  }

  /** The world of the last plan at an instant, as a title shows it. */
  at(now: number, title?: PlannedTitle): World {
    const state = this.#states.at(-1);
    if (!state) throw new TypeError('There is no plan.');
    return worldIn(state, now, title);
  }

  /** Each world that was valid at some time between two moments, as a title shows it. */
  between(asked: Moment, answered: Moment, title?: PlannedTitle): World[] {
    return this.#states.slice(asked.live, answered.begun + 1).flatMap((state) => {
      const passed = state.gates.filter((gate) => gate > asked.now && gate <= answered.now);
      return [asked.now, ...passed].map((now) => worldIn(state, now, title));
    });
  }

  #put(plan: Plan): void {
    this.#states.push({ plan, gates: gatesIn(plan), worlds: new Map() });
  }
}

/** The world at an instant. It is the same for all instants between two gates. */
function worldIn({ plan, gates, worlds }: State, now: number, title: PlannedTitle | undefined): World {
  const window = `${title?.slug} ${gates.filter((gate) => gate <= now).length}`;
  let world = worlds.get(window);
  if (!world) worlds.set(window, (world = new World(plan, now, title)));
  return world;
}
