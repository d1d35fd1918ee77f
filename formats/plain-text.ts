import type { Body } from '../elements/body.ts';
import type { TextWriter } from '../elements/element-forms.ts';
import { formsOf, type Element } from '../elements/elements.ts';
import { figureForms } from '../elements/figure/forms.ts';
import type { Figure } from '../elements/figure/syntax.ts';
import { hung } from '../elements/text-layout.ts';

/** A body as plain text: a paragraph is one line. `figures` says whether pictures are described. */
export function bodyText(body: Body, { figures }: { figures: boolean } = { figures: true }): string {
  const writer = new BodyText(figures);
  const notes = body.footnotes.map(({ number, children }) =>
    hung(`[${number}] `, writer.elements(children).join('\n')),
  );
  return clean([...writer.elements(body.elements), ...notes].join('\n\n'));
}

/** Text without control characters, which could steer a terminal. Line breaks stay. */
export function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

/** A picture in words. */
export function figureText(figure: Omit<Figure, 'type'>): string {
  return figureForms.text({ ...figure, type: 'figure' }, new BodyText(true));
}

class BodyText implements TextWriter {
  readonly figures: boolean;

  constructor(figures: boolean) {
    this.figures = figures;
  }

  elements(elements: readonly Element[]): string[] {
    return elements.map((each) => formsOf(each).text(each, this)).filter((text) => text !== '');
  }
}
