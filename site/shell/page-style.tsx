import type { ReactNode } from 'react';

/**
 * A style sheet that only some pages of a kind need: it is in the head of those that show this component. The rules
 * of a `.css` file are on every page whose code imports it, and would make each of them larger. `css` is the text of a `.pcss`
 * file. `name` identifies the style sheet.
 */
export function PageStyle({ name, css }: { name: string; css: string }): ReactNode {
  return (
    <style href={name} precedence="some-pages">
      {css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ')}
    </style>
  );
}
