import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { View } from '../site/pages.ts';
import { BuiltStyles } from './built-styles.ts';
import { pageContext, type PageStatus } from './page-context.ts';
import { Unavailable } from './unavailable.ts';

/**
 * Renders a view to HTML, as Next writes it, with the style sheets of the build in it. Throws `Unavailable` if it takes too long, and an `Error` if Next fails or
 * has no route for the view's path.
 */
export type Render = (view: View, status: PageStatus) => Promise<string>;

/** Next's own request handler, or one that a test puts in its place. */
type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** After this time a rendering is given up. Milliseconds. */
const renderTimeout = 10_000;

/** Starts Next over the build in `root`. This is the one place that calls Next. */
export async function startNext(root: string): Promise<{ render: Render; close: () => Promise<void> }> {
  // React and Next read this when they are loaded.
  Object.assign(process.env, { NODE_ENV: 'production' });
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, quiet: true });
  await app.prepare();
  const render = rendererOver(app.getRequestHandler());
  const styles = new BuiltStyles(root);
  return {
    render: async (view, status) => styles.inlinedIn(await render(view, status)),
    close: () => app.close(),
  };
}

/**
 * A `Render` over Next's handler. Next takes a request and writes a response; so the request is made up, the view travels
 * beside it in `pageContext`, and the response is collected. `timeout` is in milliseconds.
 */
export function rendererOver(handler: NextHandler, timeout = renderTimeout): Render {
  return async (view, status) => {
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = encodeURI(view.path);
    // With the name of a client, `htmlLimitedBots` of next.config.mjs holds: the head is complete before the body begins.
    request.headers = { host: 'localhost', 'user-agent': 'dateline' };
    const response = new CollectedResponse(request);
    const handled = pageContext.run({ view, status }, () => handler(request, response));
    await inTime(Promise.all([response.ended, handled]), timeout, () => {
      response.abandon();
      return new Unavailable(`A page was not rendered within ${timeout} ms.`, view.path);
    });
    // 404: no route of `app/` takes this path.
    if (response.statusCode !== 200)
      throw new Error(`Next answered ${view.path} with ${response.statusCode}, asked for the page “${view.page}”.`);
    return response.text();
  };
}

/** Waits for work, but no longer than `timeout` milliseconds; then fails with what `onTimeout` returns. */
async function inTime<T>(work: Promise<T>, timeout: number, onTimeout: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A response that goes nowhere: it collects what is written. */
class CollectedResponse extends ServerResponse {
  readonly #chunks: Uint8Array[] = [];
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;

  constructor(request: IncomingMessage) {
    super(request);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  /** Tells Next that nobody waits for the rest. */
  abandon(): void {
    this.destroy();
    this.emit('close');
  }

  override write(chunk: string | Uint8Array): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return true;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    this.emit('finish');
    this.emit('close');
    this.#end();
    return this;
  }
}
