import { hash } from 'node:crypto';
import type { LayoutData } from '../site/shell/layout-data.ts';

/** A page as it is sent. */
export interface FinishedDocument {
  html: string;
  /** The Content-Security-Policy that fits exactly this document. */
  policy: string;
}

/** Scripts that run. Data blocks and speculation rules do not run. */
const script = /<script\b(?![^>]*\btype="(?:application\/ld\+json|speculationrules)")[^>]*>[\s\S]*?<\/script>/g;
/** Hints at scripts, and at a style sheet that is in its own address. */
const idleHint =
  /<link\b[^>]*(?:\bas="script"|\brel="preload" href="data:|\brel="modulepreload"|\brel="preconnect" href="\/")[^>]*>/g;
/** What React's streaming leaves in the page for its script, which is taken out. */
const runtimeMarks = /<!--\/?\$[!?~]?-->|<template\b[^>]*><\/template>|<!-- -->/g;
const styleAttributes = /<style\b[^>]*>/g;
/** The element can hold some of those marks, so it is empty only after they are taken out. */
const emptyHidden = /<div hidden=""><\/div>/g;
/** React writes XML's slash, which means nothing in HTML. Its attributes are always quoted and hold no bracket. */
const voidSlashes = /(<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*?)\s*\/>/g;
/** Next writes the address of the front page without its slash; it has one form everywhere (rule H2). */
const bareOrigin = /(<link rel="canonical" href="|<meta property="og:url" content=")(https?:\/\/[^/"]+)(?=")/g;

/**
 * Makes the document that is sent from what Next rendered. It takes out everything that serves a script: the scripts, the
 * second copy of the page that they would read, and their hints. The document that is left needs nothing else to be read.
 * `counter` is the address of the one image of another site that the page may show.
 */
export function finishDocument(
  rendered: string,
  { counter, theme }: Pick<LayoutData, 'counter' | 'theme'> = {},
): FinishedDocument {
  const html = rendered
    .replace(script, '')
    .replace(idleHint, '')
    .replace(runtimeMarks, '')
    .replace(emptyHidden, '')
    .replace(styleAttributes, '<style>')
    .replace(voidSlashes, '$1>')
    .replace(bareOrigin, '$1$2/');
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
  return {
    html: html.replace('<style>', (style) => fontHints(theme?.preload ?? fontsIn(styles)) + style),
    policy: policyFor(
      counter,
      styles.map((css) => `'sha256-${hash('sha256', css, 'base64')}'`),
    ),
  };
}

/** The browser asks for the text face before it reads the styles: on a good line the reader never sees another face. */
function fontHints(fonts: readonly string[]): string {
  return fonts.map((url) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin="">`).join('');
}

/** The addresses of the fonts of the design. */
function fontsIn(styles: readonly string[]): string[] {
  const found = styles.join('\n').matchAll(/url\((\/_next\/static\/media\/[\w.~-]+\.woff2)\)/g);
  return [...new Set([...found].map(([, url = '']) => url))];
}

/** The policy of a page: no script runs, whatever the page holds. Speculation rules are declarations for the browser. */
function policyFor(counter: string | undefined, styles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'inline-speculation-rules'",
    // `data:` is the style sheet of `app/layout.tsx`: a hash cannot allow an address. No style can load anything from elsewhere.
    `style-src ${[...styles, 'data:'].join(' ')}`,
    `img-src 'self'${counter === undefined ? '' : ` ${new URL(counter).origin}`}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
