import './run-jsx.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { bodyHtml } from '../formats/html.ts';
import { bodyMarkdown } from '../formats/markdown.ts';
import { bodyNitf } from '../formats/nitf.ts';
import { bodyText } from '../formats/plain-text.ts';
import { versionText } from '../newsroom/history/version-text.ts';
import { readBody } from '../newsroom/intake/body.ts';
import { elementWords } from '../site/words/element-words.ts';
import { wordsOf } from '../site/words/words-of.ts';
import type { Body } from './body.ts';
import type { PublicFilter } from './element-forms.ts';
import type { FindPicture } from './element-props.ts';
import { formsOf, type Element } from './elements.ts';
import type { Inline } from './inline/inline.ts';
import { inlinesPublic } from './inline/forms.ts';

const { Elements } = await import('./components.tsx');

/** Words of a page in English. */
export const testWords = elementWords(wordsOf('en'));

/** `[open](https://example.org/) and *[closed](https://hidden.example/)*`, as it is read. The public sees the first link only. */
export const openAndClosed: readonly Inline[] = [
  { type: 'link', href: 'https://example.org/', children: [{ type: 'text', text: 'open' }] },
  { type: 'text', text: ' and ' },
  {
    type: 'emphasis',
    children: [{ type: 'link', href: 'https://hidden.example/', children: [{ type: 'text', text: 'closed' }] }],
  },
];

/** What a source becomes. */
interface Golden {
  elements: Element[];
  /** Words that are counted. */
  words: number;
  /** The HTML of the page. */
  page: string;
  /** The HTML of feeds. */
  html: string;
  text: string;
  /** Markdown without tags. */
  markdown: string;
  /** The body of an article file; by default the source. */
  article?: string;
  nitf: string;
  /** The words of a version, as `kind: text`. */
  version: string[];
  /** The pictures that are shown with their words; by default none. */
  figures?: string[];
}

/**
 * Registers a test that reads a source and compares it in every form. The forms have only what the public may see: a link to
 * `https://hidden.example/` and the picture `missing.svg` are read, but in no form.
 */
export function golden(name: string, source: string, expected: Golden): void {
  test(name, () => {
    const { body, problems } = readBody('test.mdx', source, 1);
    assert.deepEqual(problems, []);
    const shown = { ...body, elements: filter.elements(body.elements) };
    const { article = source } = expected;
    assert.deepEqual(
      { elements: body.elements, words: body.words, ...formsOfBody(shown) },
      { figures: [], ...expected, article },
    );
    assert.deepEqual(readBody('test.mdx', article, 1).body.elements, shown.elements, 'An article file is read back.');
  });
}

function formsOfBody(body: Body): Omit<Golden, 'elements' | 'words'> {
  return {
    page: renderToStaticMarkup(createElement(Elements, { of: body.elements, findPicture, words: testWords })),
    html: bodyHtml(body, Object.fromEntries(files), base),
    text: bodyText(body),
    markdown: bodyMarkdown(body, 'plain', base),
    article: bodyMarkdown(body, 'article', base),
    nitf: bodyNitf(body, { base, pictures: files }),
    version: versionText(noArticle, body).blocks.map(({ kind, text }) => `${kind}: ${text}`),
    figures: body.elements.flatMap((each) => formsOf(each).figures(each)).map(({ src }) => src),
  };
}

const base = { site: 'https://test.example', path: '/2026/01/02/one' };

const files = new Map(
  ['a.svg', 'b.svg'].map((src) => [
    src,
    { url: `https://test.example/images/${src}`, mediaType: 'image/svg+xml', width: 8, height: 4 },
  ]),
);

const findPicture: FindPicture = (src) => {
  const file = files.get(src);
  return file && { address: `/images/${src}`, width: file.width, height: file.height };
};

const filter: PublicFilter = {
  elements: (elements) => elements.flatMap((each) => formsOf(each).public(each, filter)),
  inlines: (inlines) => inlinesPublic(inlines, filter),
  href: (href) => (href.startsWith('https://hidden.example/') ? undefined : href),
  hasPicture: (src) => files.has(src),
};

const noArticle = { headline: '', corrections: [], sources: [] };
