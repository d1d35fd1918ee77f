import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishDocument } from './document.ts';

const rendered = (body: string): string =>
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><link rel="icon" href="/a.ico"/><style data-href="x">p{color:red}</style></head>' +
  `<body><meta name="dateline" content="200 digest /2026/01/13/a&amp;b"/>${body}<script>self.__next_f=[]</script></body></html>`;

test('a page is stamped, and its stamp is not sent', () => {
  const document = finishDocument(rendered('<p>Text</p>'));
  assert.equal(document?.path, '/2026/01/13/a&b');
  assert.equal(document?.status, 200);
  assert.doesNotMatch(document?.html ?? '', /dateline|__next_f|data-href/);
  assert.equal(finishDocument('<p>No page of ours</p>'), undefined);
});

test('void elements have no slash, and nothing else loses one', () => {
  const data = '<script type="application/ld+json">{"a":"b/","c":"\\u003cbr/>"}</script>';
  const { html = '' } = finishDocument(rendered(`<p>a<br/>b &lt;br/&gt;</p><img src="/a/" alt="x/"/>${data}`)) ?? {};
  assert.match(html, /<meta charSet="utf-8"><link rel="icon" href="\/a.ico"><style>/);
  assert.ok(html.includes(`<p>a<br>b &lt;br/&gt;</p><img src="/a/" alt="x/">${data}`), html);
});

test('H2: the address of the front page has one form', () => {
  const tags = (address: string): string =>
    `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}">`;
  const { html = '' } = finishDocument(rendered(tags('https://paper.example'))) ?? {};
  assert.ok(html.includes(tags('https://paper.example/')), html);
  const other = finishDocument(rendered(tags('https://paper.example/topics')))?.html ?? '';
  assert.ok(other.includes(tags('https://paper.example/topics')), other);
});
