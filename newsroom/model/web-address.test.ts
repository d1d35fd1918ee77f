import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkAddress, originAddress, pageAddress, siteAddress, webAddress } from './web-address.ts';

/** What a browser follows on a page of this site. */
const followed = (href: string): string => new URL(href, 'https://paper.example/2026/01/13/x').href;

test('an address is printed in the form that browsers follow, in ASCII', () => {
  for (const [written, printed] of [
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://Example.ORG/A?b=c&d=%20#e', 'https://example.org/A?b=c&d=%20#e'],
    ['  https://example.org/a  ', 'https://example.org/a'],
    ['https://example.org:443/a', 'https://example.org/a'],
    ['http://example.org:8080/a', 'http://example.org:8080/a'],
    ['https://[2001:db8::1]:8080/a', 'https://[2001:db8::1]:8080/a'],
    ['https://[2001:DB8:0:0::1]/', 'https://[2001:db8::1]/'],
    ['https://0x7f.1/', 'https://127.0.0.1/'],
    [
      'https://例え.example/パス?質問#答え',
      'https://xn--r8jz45g.example/%E3%83%91%E3%82%B9?%E8%B3%AA%E5%95%8F#%E7%AD%94%E3%81%88',
    ],
    ['https://ÖSTERREICH.example/', 'https://xn--sterreich-z7a.example/'],
    ['https://%65xample.org/', 'https://example.org/'],
    ['https://ｅxample。org/', 'https://example.org/'],
    ['https://exa\u00ADmple.org/', 'https://example.org/'],
    ['https://example.org/a/../b/./c', 'https://example.org/b/c'],
    ['https://example.org/a\\b', 'https://example.org/a/b'],
    ['https://example.org/@desk', 'https://example.org/@desk'],
    [
      "https://example.org/a(b)/c'd;e=f,g!h*i~j?k=l/m?n#o?p/q",
      "https://example.org/a(b)/c'd;e=f,g!h*i~j?k=l/m?n#o?p/q",
    ],
    ['https://example.org/##11', 'https://example.org/#%2311'],
    ['https://example.org/a](b)?c[]=d|e#f^g', 'https://example.org/a%5D(b)?c%5B%5D=d%7Ce#f%5Eg'],
    ['https://example.org/{a}/<b>/"c"/`d', 'https://example.org/%7Ba%7D/%3Cb%3E/%22c%22/%60d'],
    ['https://example.org/100%/%4/%zz/%41', 'https://example.org/100%25/%254/%25zz/%41'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
  ] as const) {
    assert.equal(webAddress(written), printed);
    assert.equal(pageAddress(written), printed);
    assert.equal(webAddress(printed), printed, 'stays as it is');
    assert.equal(followed(printed), new URL(printed).href);
    assert.match(printed, /^[!-~]+$/);
  }
});

test('an address on this site has no dots that lead up, and leads to no other host', () => {
  for (const [written, printed] of [
    ['/2026/01/13/x?a=b#c', '/2026/01/13/x?a=b#c'],
    ['/2026/01/13/café', '/2026/01/13/caf%C3%A9'],
    ['/../x', '/x'],
    ['/../../2026/01/13/x', '/2026/01/13/x'],
    ['/%2e%2e/x', '/x'],
    ['/.%2E/x', '/x'],
    ['/a/./b/../c', '/a/c'],
    ['/a\\b', '/a/b'],
    ['/a b', '/a%20b'],
    ['/a//b', '/a//b'],
    ['/https://evil.example/', '/https://evil.example/'],
    ['/@evil.example', '/@evil.example'],
  ] as const) {
    assert.equal(siteAddress(written), printed);
    assert.equal(followed(printed), `https://paper.example${printed}`);
  }
});

test('what hides its host, or leads to no page, is no address', () => {
  for (const written of [
    '',
    'example.org',
    'www.example.org/a',
    'a/b',
    '?a=b',
    'https://evil.example\\@good.example/',
    'https://evil.example\\.good.example/',
    'https:\\\\evil.example',
    'https:\\/evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:///evil.example',
    'https://',
    'https://#a',
    'https://?a',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/.\\/evil.example',
    'https://user:pass@example.org/',
    'https://user@example.org',
    'https://:pass@example.org',
    'https://bank.example@elsewhere.example/',
    'https://bank.example%40x@elsewhere.example/',
    'https://exa\tmple.org/',
    'https://exa\nmple.org/',
    'https://example.org/\0',
    'https://example.org/\u0007',
    'https://example.org/\u0085',
    '\0https://example.org/',
    '\u0001https://example.org/',
    'https://example.org/\uD800',
    'https://example.org/\uFFFE',
    'https://example.org/\u202Egro',
    'http://www.[agency].gov/open',
    'https://a b.example/',
    'https://exam%00ple.org/',
    'https://example%2Forg/',
    'https://example.org:port/',
    'https://example.org:99999/',
    'https://[::1',
    'https://1.2.3.256/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript://example.org/%0aalert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'view-source:https://example.org/',
    'httpſ://example.org/',
    `https://example.org/${'a'.repeat(5000)}`,
    `/${'a'.repeat(5000)}`,
  ]) {
    assert.equal(pageAddress(written), undefined, JSON.stringify(written.slice(0, 60)));
    assert.equal(linkAddress(written), undefined, JSON.stringify(written.slice(0, 60)));
  }
});

test('what a link in a body may also lead to', () => {
  for (const [written, printed] of [
    ['#note', '#note'],
    ['#ä b', '#%C3%A4%20b'],
    ['mailto:desk@example.org?subject=A%20word', 'mailto:desk@example.org?subject=A%20word'],
    ['MAILTO:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+81-3-1234', 'tel:+81-3-1234'],
  ] as const) {
    assert.equal(linkAddress(written), printed);
    assert.equal(pageAddress(written), undefined);
  }
  for (const written of ['#', 'mailto:', 'tel:x', 'mailto:\0a@b', 'sms:1', '#\u202E'])
    assert.equal(linkAddress(written), undefined);
});

test('the address of a site is a host alone', () => {
  for (const [written, origin] of [
    ['https://News.example/', 'https://news.example'],
    ['https://news.example', 'https://news.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://новости.example', 'https://xn--b1amnebsh.example'],
    ['https://news.example:443', 'https://news.example'],
  ] as const)
    assert.equal(originAddress(written), origin);
  for (const written of [
    'https://news.example/news',
    'https://news.example/news/',
    'https://news.example/?a=b',
    'https://news.example/#a',
    'https://desk@news.example',
    'news.example',
    '/news',
    'ftp://news.example',
  ])
    assert.equal(originAddress(written), undefined, written);
});
