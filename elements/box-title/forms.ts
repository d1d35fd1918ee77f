import type { HtmlWriter } from '../element-forms.ts';
import type { Block } from '../element-syntax.ts';

/** The title of a box, in the formats where it is a line in bold. */

export function titleHtml(title: string | undefined, to: HtmlWriter): string {
  return title === undefined ? '' : `<p><strong>${to.text(title)}</strong></p>`;
}

export function titleMarkdown(title: string | undefined): Block[] {
  return title === undefined
    ? []
    : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }] }];
}
