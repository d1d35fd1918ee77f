/** Placeholders for HTML while Markdown is rendered: that HTML is final and must not be read as Markdown again. */
export class Placeholders {
  readonly #contents: { html: string; source: string }[] = [];

  /** Returns a placeholder for a piece of HTML. `source` is the text of the author, for code, where no markup is read. */
  add(html: string, source: string): string {
    this.#contents.push({ html, source });
    return `<import-placeholder n="${this.#contents.length - 1}"></import-placeholder>`;
  }

  /** Replaces all placeholders by their HTML. In code a placeholder was read as text: there the author's text comes back. */
  replaceIn(html: string): string {
    return html
      .replace(/&lt;import-placeholder n=&quot;(\d+)&quot;&gt;&lt;\/import-placeholder&gt;/g, (_, number: string) =>
        escapeHtml(this.#contents[Number(number)]?.source ?? ''),
      )
      .replace(
        /<import-placeholder n="(\d+)"><\/import-placeholder>/g,
        (_, number: string) => this.#contents[Number(number)]?.html ?? '',
      );
  }
}

/** Escapes text for HTML, also for attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
