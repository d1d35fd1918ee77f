import { hash } from 'node:crypto';

/** A page as Next rendered it, made into what is sent. */
export interface FinishedDocument {
  html: string;
  /** What the page's own `Stamp` says of it. */
  status: 200 | 404 | 410;
  digest: string;
  path: string;
  /** The Content-Security-Policy that fits exactly this document. */
  policy: string;
}

const stamp = /<meta name="dateline" content="(200|404|410) ([\w-]+) ([^"]*)"\s*\/?>/;
/** Data blocks and speculation rules are no script: nothing in them runs. */
const script = /<script\b(?![^>]*\btype="(?:application\/ld\+json|speculationrules)")[^>]*>[\s\S]*?<\/script>/g;
/** Hints at scripts, and at a sheet that lies in its own address. */
const idleHint =
  /<link\b[^>]*(?:\bas="script"|\brel="preload" href="data:|\brel="modulepreload"|\brel="preconnect" href="\/")[^>]*>/g;
/** What the streaming runtime leaves behind, for a script that is not there any more. */
const runtimeMarks = /<!--\/?\$[!?~]?-->|<div hidden=""><\/div>|<template\b[^>]*><\/template>|<!-- -->/g;
const styleAttributes = /<style\b[^>]*>/g;
/** React writes XML's slash, which means nothing in HTML; its attributes are always quoted, and hold no bracket. */
const voidSlashes = /(<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b[^<>]*?)\s*\/>/g;
/** Next writes the address of the front page without its slash; it has one form everywhere (rule H2). */
const bareOrigin = /(<link rel="canonical" href="|<meta property="og:url" content=")(https?:\/\/[^/"]+)(?=")/g;

/**
 * Takes everything out of a rendered page that serves a script: the scripts, the second copy of the page that they
 * would read, and their hints. What is left is one document that needs nothing else to be read. `undefined` where the
 * page carries no stamp, and so is none of ours.
 */
export function finishDocument(rendered: string): FinishedDocument | undefined {
  const [mark, status, digest = '', path = ''] = stamp.exec(rendered) ?? [];
  if (mark === undefined) return undefined;
  const html = rendered
    .replace(mark, '')
    .replace(script, '')
    .replace(idleHint, '')
    .replace(runtimeMarks, '')
    .replace(/<div hidden=""><\/div>/g, '')
    .replace(styleAttributes, '<style>')
    .replace(voidSlashes, '$1>')
    .replace(bareOrigin, '$1$2/')
    .replace(/<style>/, (style) => fontHints(rendered) + style);
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${hash('sha256', css, 'base64')}'`,
  );
  return {
    html,
    status: status === '404' ? 404 : status === '410' ? 410 : 200,
    digest,
    path: decodeEntities(path),
    policy: policyFor(styles),
  };
}

/** The text face is asked for before the styles are read: whoever has a good line never sees another one. */
function fontHints(rendered: string): string {
  const fonts = new Set(
    [...rendered.matchAll(/url\((\/_next\/static\/media\/[\w.~-]+\.woff2)\)/g)].map(([, url]) => url),
  );
  return [...fonts]
    .map((url) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin="">`)
    .join('');
}

/** No script runs, whatever a page holds; speculation rules are declarations that the browser reads. */
function policyFor(styles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'inline-speculation-rules'",
    // `data:` is the sheet of `app/layout.tsx`, whose address no hash can stand for; no style can load anything from elsewhere.
    `style-src ${[...styles, 'data:'].join(' ')}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => entities[entity] ?? entity);
}
