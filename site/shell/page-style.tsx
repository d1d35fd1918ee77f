import type { ReactNode } from 'react';

/**
 * A style sheet that only some pages of a kind need: it is in the head of those that show this component. What a file
 * `.css` says is on every page whose code imports it, and would make each of them larger. `css` is the text of a file
 * `.pcss`, and `name` tells one style sheet from the others.
 */
export function PageStyle({ name, css }: { name: string; css: string }): ReactNode {
  return (
    <style href={name} precedence="some-pages">
      {css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ')}
    </style>
  );
}
