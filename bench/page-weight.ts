import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { get } from './http.ts';

export interface PageWeight {
  /** The document: as it is, and compressed as far as it goes. */
  html: number;
  gzip: number;
  brotli: number;
  /** The document as this server sends it to a browser. */
  sent: number;
  scripts: Weight;
  /** Scripts that only browsers without modules load. */
  oldScripts: Weight;
  styles: Weight;
  fonts: Weight;
  images: Weight;
  /** Uncompressed, in the document. */
  inlineScript: number;
  inlineStyle: number;
}

interface Weight {
  files: number;
  /** As sent to a browser. */
  bytes: number;
}

/** What an article's page makes a browser load, by its HTML; what scripts then fetch on their own is not counted. */
export async function weigh(port: number, path: string): Promise<PageWeight> {
  const { sent, text } = await get(port, path);
  const html = text();
  const bytes = Buffer.from(html);
  const tags = [...html.matchAll(/<(script|link|img)\b([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: attributesOf(rest),
  }));
  const from = (name: string, attribute: string, when: (has: Map<string, string>) => boolean = () => true): string[] =>
    tags
      .filter((tag) => tag.name === name && when(tag.attributes))
      .flatMap(({ attributes }) => attributes.get(attribute) ?? []);

  // A sheet that is in its own address is part of the page.
  const sheets = from('link', 'href', (has) => has.get('rel') === 'stylesheet').filter((href) => href.startsWith('/'));
  const inline = [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
  const css = [...inline, ...(await Promise.all(sheets.map(async (href) => (await get(port, href)).text())))].join(
    '\n',
  );
  const fonts = [...css.matchAll(/url\(["']?([^)"']+\.woff2)/g)].map(
    ([, url = '']) => new URL(url, `http://site${sheets[0] ?? path}`).pathname,
  );
  return {
    html: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    sent: sent.length,
    scripts: await weightOf(
      port,
      from('script', 'src', (has) => !has.has('nomodule')),
    ),
    oldScripts: await weightOf(
      port,
      from('script', 'src', (has) => has.has('nomodule')),
    ),
    styles: await weightOf(port, sheets),
    fonts: await weightOf(port, fonts),
    images: await weightOf(port, from('img', 'src')),
    inlineScript: lengthOf(html, /<script(?![^>]*\bsrc=)[^>]*>(.*?)<\/script>/gs),
    inlineStyle: lengthOf(html, /<style[^>]*>(.*?)<\/style>/gs),
  };
}

async function weightOf(port: number, urls: readonly string[]): Promise<Weight> {
  const distinct = [...new Set(urls)].filter((url) => url.startsWith('/'));
  let bytes = 0;
  for (const url of distinct) bytes += (await get(port, url)).sent.length;
  return { files: distinct.length, bytes };
}

function lengthOf(html: string, pattern: RegExp): number {
  return [...html.matchAll(pattern)].reduce((sum, [, inside = '']) => sum + Buffer.byteLength(inside), 0);
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replaceAll('&amp;', '&'),
    ]),
  );
}
