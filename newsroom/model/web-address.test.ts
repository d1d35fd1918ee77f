import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validAddress } from './web-address.ts';

test('an address that is valid stays as it is', () => {
  for (const href of [
    'https://example.org',
    'HTTPS://Example.ORG/A?b=c&d=%20#e',
    'https://[2001:db8::1]:8080/a',
    'https://例え.example/パス?質問#答え',
    "https://example.org/a(b)/c'd;e=f,g!h*i~j?k=l/m?n#o?p/q",
    '/2026/01/13/café?a=b#c',
    '#note',
    'mailto:desk@example.org?subject=A%20word',
    'tel:+81-3-1234',
  ])
    assert.equal(validAddress(href), href);
});

test('characters that no checker accepts are encoded, and nothing else', () => {
  for (const [href, valid] of [
    ['https://example.org/##11', 'https://example.org/#%2311'],
    ['https://example.org/a](b)?c[]=d|e#f^g', 'https://example.org/a%5D(b)?c%5B%5D=d%7Ce#f%5Eg'],
    ['https://example.org/{a}/<b>/"c"/`d', 'https://example.org/%7Ba%7D/%3Cb%3E/%22c%22/%60d'],
    ['https://example.org/100%/%4/%zz/%41', 'https://example.org/100%25/%254/%25zz/%41'],
    ['https://example.org/a b\u0007', 'https://example.org/a%20b%07'],
    ['/a b', '/a%20b'],
  ] as const) {
    assert.equal(validAddress(href), valid);
    const base = 'https://paper.example';
    assert.equal(validAddress(new URL(valid, base).href), new URL(valid, base).href);
  }
});

test('what no browser can ask for, or what hides its host, is no address', () => {
  for (const href of [
    'http://www.[agency].gov/open',
    'https://a b.example/',
    'https://example.org:port/',
    'http://desk@example.org',
    'https://user:word@example.org/a',
    'https://bank.example@elsewhere.example/',
  ])
    assert.equal(validAddress(href), undefined, href);
  assert.equal(validAddress('https://example.org/@desk'), 'https://example.org/@desk');
});
