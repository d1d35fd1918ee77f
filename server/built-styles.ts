import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The style sheets of the build that a page links to. React puts them side by side. */
const links = /(?:<link rel="stylesheet" href="\/_next\/static\/[^"]+"[^>]*>)+/g;
const addresses = /href="(\/_next\/static\/[^"]+)"/g;
/** An address in a style sheet that is relative to its file. */
const relative = /(?<=\burl\()\.\.?\/[^()"']+(?=\))/g;

/**
 * Puts the style sheets of the build into pages. Next can do that itself (`inlineCss`), but then React takes their text through
 * both of its renderings, and once more into the copy of the page for its script: a third of the time for a page.
 */
export class BuiltStyles {
  readonly #root: string;
  readonly #texts = new Map<string, string>();

  /** `root` is the project's folder. */
  constructor(root: string) {
    this.#root = root;
  }

  inlinedIn(html: string): string {
    return html.replace(links, (found) => {
      const texts = Array.from(found.matchAll(addresses), ([, address = '']) => this.#text(address));
      return `<style>${texts.join('')}</style>`;
    });
  }

  #text(address: string): string {
    const known = this.#texts.get(address);
    if (known !== undefined) return known;
    const path = join(this.#root, '.next', address.slice('/_next/'.length));
    const text = readFileSync(path, 'utf8').replaceAll(relative, (name) => posix.join(posix.dirname(address), name));
    this.#texts.set(address, text);
    return text;
  }
}
