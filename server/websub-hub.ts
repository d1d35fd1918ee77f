import { setTimeout } from 'node:timers/promises';
import { log } from './log.ts';

/** Milliseconds within which a hub must answer. */
const answerTimeout = 10_000;
/** Milliseconds before the first new attempt; each further one waits twice as long. */
const firstPause = 1000;
/** Failures in a row after which the hub is given up. It hears of its missed feeds when they change again. */
const mostFailures = 9;

/** Why a hub could not be notified; `final` if another attempt is of no use. */
interface Failure {
  reason: string;
  final: boolean;
}

/** Notifies one WebSub hub: one request at a time, and again if it fails. */
export class HubClient {
  readonly #hub: string;
  readonly #pause: number;
  /** Addresses of feeds, in the order in which they changed. */
  readonly #waiting = new Set<string>();
  readonly #closed = new AbortController();
  #running: Promise<void> | undefined;
  /** Whether the failure was reported. It is reported once, until the hub answers again. */
  #reported = false;

  constructor(hub: string, pause = firstPause) {
    this.#hub = hub;
    this.#pause = pause;
  }

  /** A feed has changed; `topic` is its address. */
  notify(topic: string): void {
    this.#waiting.add(topic);
    this.#running ??= this.#run();
  }

  /** Done when no notification is left. */
  idle(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  close(): void {
    this.#waiting.clear();
    this.#closed.abort();
  }

  async #run(): Promise<void> {
    let failures = 0;
    for (const topic of this.#waiting) {
      // Before it is sent, so that a change in between is sent too.
      this.#waiting.delete(topic);
      const failure = await this.#publish(topic);
      if (this.#closed.signal.aborted) break;
      if (!failure) {
        this.#reported = false;
        failures = 0;
        continue;
      }
      if (!this.#reported)
        log.warn(`The WebSub hub ${this.#hub} could not be notified of ${topic}: ${failure.reason}.`);
      this.#reported = true;
      if (failure.final) continue;
      failures += 1;
      if (failures === mostFailures) this.#waiting.clear();
      else {
        this.#waiting.add(topic);
        await this.#rest(this.#pause * 2 ** (failures - 1));
      }
    }
    this.#running = undefined;
  }

  /** One request, in the form that hubs accept since PubSubHubbub 0.3; WebSub leaves it to hub and publisher. */
  async #publish(topic: string): Promise<Failure | undefined> {
    try {
      const { ok, status, body } = await fetch(this.#hub, {
        method: 'POST',
        body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }),
        signal: AbortSignal.any([this.#closed.signal, AbortSignal.timeout(answerTimeout)]),
      });
      await body?.cancel();
      const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
      return ok ? undefined : { reason: `it answers ${status}`, final };
    } catch (fault) {
      const { cause } = fault instanceof Error ? fault : {};
      return { reason: cause instanceof Error && cause.message !== '' ? cause.message : String(fault), final: false };
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    try {
      await setTimeout(milliseconds, undefined, { signal: this.#closed.signal, ref: false });
    } catch {
      // Closed in the meantime.
    }
  }
}
