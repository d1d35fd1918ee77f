/** A run of text inside a line. The set is closed. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'delete'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; title?: string; children: Inline[] }
  /** `src` is relative to the newsroom's `images/`. */
  | { type: 'image'; src: string; alt: string }
  /** The mark of a footnote. `use` counts the references to the same footnote from 1. */
  | { type: 'footnote'; number: number; use: number }
  | { type: 'break' };

/** The words of runs of text. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.text;
        case 'image':
          return inline.alt;
        case 'break':
          return ' ';
        case 'footnote':
          return '';
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
          return textOf(inline.children);
      }
    })
    .join('');
}
