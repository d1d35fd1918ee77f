import { ServerResponse, type OutgoingHttpHeader, type OutgoingHttpHeaders } from 'node:http';

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** An answer of a preview. Whatever writes it, no cache may store it, no search engine index it, no other site read it. */
export class PreviewResponse extends ServerResponse {
  override writeHead(status: number, message?: string | Headers, headers?: Headers): this {
    const given = typeof message === 'object' ? message : headers;
    if (Array.isArray(given)) {
      for (let index = 0; index + 1 < given.length; index += 2) this.#set(String(given[index]), given[index + 1]);
    } else {
      for (const [name, value] of Object.entries(given ?? {})) this.#set(name, value);
    }
    // With them, a page of any other site could read what is not public yet.
    for (const name of this.getHeaderNames()) if (name.startsWith('access-control-')) this.removeHeader(name);
    for (const name of [
      'ETag',
      'Last-Modified',
      'Expires',
      'CDN-Cache-Control',
      'Surrogate-Control',
      'Strict-Transport-Security',
    ])
      this.removeHeader(name);
    this.setHeader('Cache-Control', 'no-store');
    this.setHeader('X-Robots-Tag', 'noindex, nofollow');
    return super.writeHead(status);
  }

  #set(name: string, value: OutgoingHttpHeader | undefined): void {
    if (value !== undefined) this.setHeader(name, value);
  }
}
