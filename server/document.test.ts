import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { finishDocument } from './document.ts';

const rendered = (body: string): string =>
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="icon" href="/a.ico"/><style data-href="x">p{color:red}</style></head>' +
  `<body>${body}<script>self.__next_f=[]</script></body></html>`;

test('what serves a script is not sent, and the policy allows the styles of the page', () => {
  const { html, policy } = finishDocument(rendered('<p>Text</p>'));
  assert.doesNotMatch(html, /__next_f|data-href/);
  assert.ok(html.includes('<style>p{color:red}</style>'), html);
  assert.ok(policy.includes(`'sha256-${hash('sha256', 'p{color:red}', 'base64')}'`), policy);
});

test('void elements have no slash, and nothing else loses one', () => {
  const data = '<script type="application/ld+json">{"a":"b/","c":"\\u003cbr/>"}</script>';
  const { html } = finishDocument(rendered(`<p>a<br/>b &lt;br/&gt;</p><img src="/a/" alt="x/"/>${data}`));
  assert.match(html, /<meta charSet="utf-8"><link rel="icon" href="\/a.ico"><style>/);
  assert.ok(html.includes(`<p>a<br>b &lt;br/&gt;</p><img src="/a/" alt="x/">${data}`), html);
});

test('H2: the address of the front page has one form', () => {
  const tags = (address: string): string =>
    `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">`;
  const { html } = finishDocument(rendered(tags('https://paper.example')));
  assert.ok(html.includes(tags('https://paper.example/')), html);
  const other = finishDocument(rendered(tags('https://paper.example/topics'))).html;
  assert.ok(other.includes(tags('https://paper.example/topics')), other);
});

test('only the fonts of the styles are asked for early, and none that a text names', () => {
  const style = '<style>@font-face{src:url(/_next/static/media/face.woff2)}</style>';
  const { html } = finishDocument(`<head>${style}</head><p>url(/_next/static/media/text.woff2)</p>`);
  assert.deepEqual(
    [...html.matchAll(/rel="preload" href="([^"]*)"/g)].map(([, href]) => href),
    ['/_next/static/media/face.woff2'],
  );
});
