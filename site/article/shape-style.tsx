import type { ReactNode } from 'react';
import { PageStyle } from '../shell/page-style.tsx';
import explainer from './explainer.pcss';
import interview from './interview.pcss';
import longRead from './long-read.pcss';
import opinion from './opinion.pcss';
import pictureLed from './picture-led.pcss';
import outside from './outside.pcss';
import type { Shape } from './shape.ts';

const styles: Readonly<Record<Shape, string | undefined>> = {
  report: undefined,
  'long-read': longRead,
  'picture-led': pictureLed,
  opinion,
  explainer,
  interview,
  'press-release': outside,
  sponsored: outside,
};

/** What the page of a shape needs beside `page.css`. */
export function ShapeStyle({ shape }: { shape: Shape }): ReactNode {
  const css = styles[shape];
  return css === undefined ? null : <PageStyle name={shape} css={css} />;
}
