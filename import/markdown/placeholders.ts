/** Places held open while Markdown is rendered: what stands in them is HTML already and must not be read again. */
export class Slots {
  readonly #contents: { html: string; source: string }[] = [];

  /** A marker for a piece of HTML; `source` is what the author wrote, for where markup does not count. */
  hold(html: string, source: string): string {
    this.#contents.push({ html, source });
    return `<desk-slot n="${this.#contents.length - 1}"></desk-slot>`;
  }

  /** Puts every piece in its place. In code a marker was taken for text: there the author's own words return. */
  fill(html: string): string {
    return html
      .replace(/&lt;desk-slot n=&quot;(\d+)&quot;&gt;&lt;\/desk-slot&gt;/g, (_, number: string) =>
        escapeHtml(this.#contents[Number(number)]?.source ?? ''),
      )
      .replace(
        /<desk-slot n="(\d+)"><\/desk-slot>/g,
        (_, number: string) => this.#contents[Number(number)]?.html ?? '',
      );
  }
}

/** Text for HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
