import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Has Next render pages. What Next would send goes nowhere: the finished page arrives through the cache handler. */
export class Renderer {
  readonly #handler: Handler;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(handler: Handler) {
    this.#handler = handler;
  }

  /** Renders a page; however many ask for it at once, once. */
  render(path: string): Promise<void> {
    const known = this.#underWay.get(path);
    if (known) return known;
    const started = this.#render(path).finally(() => this.#underWay.delete(path));
    this.#underWay.set(path, started);
    return started;
  }

  async #render(path: string): Promise<void> {
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = encodeURI(path);
    request.headers = { host: 'localhost' };
    const response = new Discarded(request);
    await Promise.all([response.ended, this.#handler(request, response)]);
    if (response.statusCode >= 500) throw new Error(`Next answered ${path} with ${response.statusCode}.`);
  }
}

/** A response that nobody reads. */
class Discarded extends ServerResponse {
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  override write(): boolean {
    return true;
  }

  override end(): this {
    this.emit('finish');
    this.emit('close');
    this.#end();
    return this;
  }
}
