import { ServerResponse, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** An answer of a preview: whoever writes it, nobody on the way may keep it, and no search engine may take it in. */
export class PreviewResponse extends ServerResponse {
  override writeHead(status: number, message?: string | Headers, headers?: Headers): this {
    const given = typeof message === 'object' ? message : headers;
    if (Array.isArray(given)) {
      for (let at = 0; at + 1 < given.length; at += 2) this.#set(String(given[at]), given[at + 1]);
    } else {
      for (const [name, value] of Object.entries(given ?? {})) this.#set(name, value);
    }
    for (const name of ['ETag', 'Last-Modified', 'Expires', 'CDN-Cache-Control', 'Surrogate-Control'])
      this.removeHeader(name);
    this.setHeader('Cache-Control', 'no-store');
    this.setHeader('X-Robots-Tag', 'noindex, nofollow');
    return super.writeHead(status);
  }

  #set(name: string, value: OutgoingHttpHeader | undefined): void {
    if (value !== undefined) this.setHeader(name, value);
  }
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request was meant for this machine by its own name. A page elsewhere whose name was made to lead here could
 * otherwise read the preview in its reader's browser.
 */
export function isMeantForLoopback(host: string | undefined): boolean {
  return host !== undefined && loopback.test(host);
}
