import { ask, type Answer } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { eventually } from './eventually.ts';
import { Site } from './site.ts';

/** A newsroom whose files change while its site runs. */
export class LiveNewsroom {
  readonly newsroom: TemporaryNewsroom;
  readonly site: Site;

  private constructor(newsroom: TemporaryNewsroom, site: Site) {
    this.newsroom = newsroom;
    this.site = site;
  }

  /** Starts a site by the clock of the machine, over a newsroom that `fill` writes. */
  static async start(fill: (newsroom: TemporaryNewsroom) => void): Promise<LiveNewsroom> {
    const newsroom = new TemporaryNewsroom();
    fill(newsroom);
    return new LiveNewsroom(newsroom, await Site.start({ content: newsroom.folder }));
  }

  async end(): Promise<void> {
    await this.site.stop();
    this.newsroom.end();
  }

  /** Requests a page by its path, which is not encoded. */
  page(path: string): Promise<Answer> {
    return ask(this.site.base, encodeURI(path));
  }

  async status(path: string): Promise<number> {
    return (await this.page(path)).status;
  }

  /** Waits until the page has this status. */
  becomes(path: string, status: number): Promise<true> {
    return eventually(`${path} answers ${status}`, async () =>
      (await this.status(path)) === status ? true : undefined,
    );
  }

  /** Waits until the page contains the text. */
  shows(path: string, text: string): Promise<true> {
    return eventually(`${path} shows “${text}”`, async () =>
      (await this.page(path)).text.includes(text) ? true : undefined,
    );
  }

  /** Changes files, and waits until the site prints that it has compiled them. */
  async change(write: (newsroom: TemporaryNewsroom) => void): Promise<void> {
    const before = this.#compiles();
    write(this.newsroom);
    await eventually('the change is compiled', () => (this.#compiles() > before ? true : undefined));
  }

  /** How often the site has compiled something since its start. */
  #compiles(): number {
    return [...this.site.printed.stdout.matchAll(/^\d+ articles?: /gm)].length;
  }
}
