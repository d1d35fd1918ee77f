import { setTimeout } from 'node:timers/promises';

/** Milliseconds that a hub has to answer in. */
const patience = 10_000;
/** Milliseconds until the first try again; each further one waits twice as long. */
const firstPause = 1000;
/** Tries for one round of news. What a hub misses then it learns with the next change. */
const tries = 9;

/** Why a hub could not be told; `final` where trying again is of no use. */
interface Fault {
  words: string;
  final: boolean;
}

/** What is to be told to one WebSub hub: one request at a time, and again where it fails. */
export class HubLine {
  readonly #hub: string;
  readonly #pause: number;
  readonly #waiting = new Set<string>();
  readonly #closed = new AbortController();
  #running: Promise<void> | undefined;
  /** Said once, until the hub can be told again. */
  #failing = false;

  constructor(hub: string, pause = firstPause) {
    this.#hub = hub;
    this.#pause = pause;
  }

  /** A feed has changed; `topic` is its address. */
  tell(topic: string): void {
    this.#waiting.add(topic);
    this.#running ??= this.#run();
  }

  /** Done when nothing is left to be told. */
  idle(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  close(): void {
    this.#waiting.clear();
    this.#closed.abort();
  }

  async #run(): Promise<void> {
    let failed = 0;
    for (const topic of this.#waiting) {
      // Before it is told, so that a change in between is told too.
      this.#waiting.delete(topic);
      const fault = await this.#publish(topic);
      if (this.#closed.signal.aborted) break;
      if (!fault) {
        this.#failing = false;
        failed = 0;
        continue;
      }
      if (!this.#failing) console.error(`The WebSub hub ${this.#hub} could not be told of ${topic}: ${fault.words}.`);
      this.#failing = true;
      if (fault.final) continue;
      failed += 1;
      if (failed === tries) this.#waiting.clear();
      else {
        this.#waiting.add(topic);
        await this.#rest(this.#pause * 2 ** (failed - 1));
      }
    }
    this.#running = undefined;
  }

  /** One request, as hubs have taken it since PubSubHubbub 0.3; WebSub leaves it to hub and publisher. */
  async #publish(topic: string): Promise<Fault | undefined> {
    try {
      const { ok, status, body } = await fetch(this.#hub, {
        method: 'POST',
        body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }),
        signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(patience)]),
      });
      await body?.cancel();
      const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
      return ok ? undefined : { words: `it answers ${status}`, final };
    } catch (fault) {
      const { cause } = fault instanceof Error ? fault : {};
      return { words: cause instanceof Error && cause.message !== '' ? cause.message : String(fault), final: false };
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    try {
      await setTimeout(milliseconds, undefined, { signal: this.#closed.signal, ref: false });
    } catch {
      // Closed meanwhile.
    }
  }
}
