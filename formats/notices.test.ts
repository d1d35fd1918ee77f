import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { stringify } from 'yaml';
import type { Edition } from '../newsroom/edition/edition.ts';
import { article, brief, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { answer } from '../site/answer.ts';
import { headOf } from '../site/head.ts';
import { outputAt } from './outputs.ts';
import { bodyAt, editionOf, textsOf, xmlFaults } from './testing.ts';

const now = '2026-02-01T00:00:00Z';
const baseSettings = { name: 'The Test', url: 'https://test.example', language: 'en', timezone: 'UTC' };
const settings = (more: Record<string, unknown>): Files => ({ 'site.yaml': stringify({ ...baseSettings, ...more }) });

/** Reads something from an edition of a small newsroom with these settings. */
function editionWith<T>(t: TestContext, more: Record<string, unknown>, read: (edition: Edition) => T): Promise<T> {
  return editionOf(
    t,
    now,
    read,
    settings(more),
    topics({ news: 'News' }),
    article('/2026/01/01/one', { topics: ['news'] }),
  );
}

/** The `rel=license` link in a page's head. */
function licenseLink(edition: Edition, path: string): unknown {
  const found = answer(edition, path);
  const icons = found.status === 308 ? undefined : headOf(found.view).icons;
  return icons && typeof icons === 'object' && 'other' in icons ? icons.other : undefined;
}

test('O6: without settings there is no licence, no trust.txt and no key', async (t) => {
  await editionWith(t, {}, (edition) => {
    for (const path of ['/license.xml', '/trust.txt', '/.well-known/trust.txt', '/undefined.txt'])
      assert.equal(outputAt(edition, path), undefined, path);
    assert.doesNotMatch(bodyAt(edition, '/robots.txt') ?? '', /License/);
    assert.doesNotMatch(bodyAt(edition, '/llms.txt') ?? '', /license/);
    assert.equal(licenseLink(edition, '/2026/01/01/one'), undefined);
  });
  await editionWith(t, { trust: {} }, (edition) => assert.equal(outputAt(edition, '/trust.txt'), undefined));
});

test('O6: an RSL 1.0 licence is named in robots.txt and on every page', async (t) => {
  const license = {
    terms: 'https://test.example/terms?a=1&b=2',
    contact: 'rights@test.example',
    offers: [
      { permits: ['search', 'ai-index'] },
      {
        permits: 'ai-input',
        payment: 'subscription',
        standard: 'https://all.example/',
        custom: 'https://test.example/ask',
      },
    ],
    prohibits: 'ai-train',
  };
  await editionWith(t, { license, publisher: { name: 'R&D Press' } }, (edition) => {
    const found = outputAt(edition, '/license.xml');
    assert.ok(found && 'body' in found);
    assert.equal(found.type, 'application/rsl+xml; charset=utf-8');
    const { body } = found;
    assert.ok(!xmlFaults(t, body));
    assert.match(body, /<rsl xmlns="https:\/\/rslstandard\.org\/rsl">\s*<content url="\/">/);
    assert.deepEqual(textsOf(body, 'permits'), ['search ai-index', 'ai-input']);
    // Each licence is valid without the other, so both name what is prohibited.
    assert.deepEqual(textsOf(body, 'prohibits'), ['ai-train', 'ai-train']);
    assert.deepEqual(
      [...body.matchAll(/<payment type="(.*?)"/g)].map(([, type]) => type),
      ['free', 'subscription'],
    );
    assert.deepEqual(
      [textsOf(body, 'standard'), textsOf(body, 'custom')],
      [['https://all.example/'], ['https://test.example/ask']],
    );
    assert.deepEqual(textsOf(body, 'terms'), ['https://test.example/terms?a=1&b=2']);
    assert.deepEqual(textsOf(body, 'copyright'), ['R&D Press']);
    assert.match(body, /contactEmail="rights@test\.example"/);
    // It must be above the first group. Else it would be for that agent only.
    assert.match(bodyAt(edition, '/robots.txt') ?? '', /^License: https:\/\/test\.example\/license\.xml\n\nUser-agent/);
    assert.match(bodyAt(edition, '/llms.txt') ?? '', /\(https:\/\/test\.example\/license\.xml\)/);
    for (const path of ['/', '/2026/01/01/one', '/topics/news', '/nothing-here'])
      assert.deepEqual(
        licenseLink(edition, path),
        { rel: 'license', type: 'application/rsl+xml', url: 'https://test.example/license.xml' },
        path,
      );
  });
  await editionWith(t, { license: { contact: 'https://test.example/ask', prohibits: ['all'] } }, (edition) => {
    const body = bodyAt(edition, '/license.xml') ?? '';
    assert.deepEqual([textsOf(body, 'permits'), textsOf(body, 'prohibits')], [[], ['all']]);
    assert.doesNotMatch(body, /payment/);
    assert.match(body, /<copyright type="organization" contactUrl="https:\/\/test\.example\/ask">The Test</);
  });
});

test('O6: trust.txt has a line for each tie, at both of its addresses', async (t) => {
  const trust = {
    member: ['https://one.example/', 'https://two.example/'],
    belongto: 'https://council.example/',
    social: ['https://social.example/@test'],
    disclosure: ['https://test.example/2026/01/01/one', 'https://test.example/2026/01/02/hidden'],
    contact: 'mailto:desk@test.example',
    datatrainingallowed: false,
  };
  await editionWith(t, { trust }, (edition) => {
    const body = bodyAt(edition, '/trust.txt') ?? '';
    assert.deepEqual(
      body.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
      [
        'member=https://one.example/',
        'member=https://two.example/',
        'belongto=https://council.example/',
        'social=https://social.example/@test',
        // A hidden article is not named.
        'disclosure=https://test.example/2026/01/01/one',
        'contact=mailto:desk@test.example',
        'datatrainingallowed=no',
      ],
    );
    assert.equal(bodyAt(edition, '/.well-known/trust.txt'), body);
  });
});

test('I1: the key has its own address, in upper and lower case as it is', async (t) => {
  await editionWith(t, { indexnow: 'AbCd-1234' }, (edition) => {
    assert.deepEqual(outputAt(edition, '/abcd-1234.txt'), {
      type: 'text/plain; charset=utf-8',
      body: 'AbCd-1234',
      address: '/AbCd-1234.txt',
    });
    assert.equal(outputAt(edition, '/abcd-12345.txt'), undefined);
  });
});

test('invalid settings are problems with a position', async (t) => {
  const cases: [settings: Record<string, unknown>, problem: string][] = [
    [{ indexnow: 'short' }, 'site.yaml:5:11 field-invalid indexnow'],
    [{ indexnow: 'with_underscore' }, 'site.yaml:5:11 field-invalid indexnow'],
    [{ indexnow: 'k'.repeat(129) }, 'site.yaml:5:11 field-invalid indexnow'],
    [{ indexnow: 123_456_789 }, 'site.yaml:5:11 field-invalid indexnow'],
    [{ license: {} }, 'site.yaml:5:10 field-invalid license'],
    [{ license: { prohibits: ['ai-training'] } }, 'site.yaml:7:7 field-invalid license.prohibits.0'],
    [{ license: { offers: [{ permits: [] }] } }, 'site.yaml:7:16 field-invalid license.offers.0.permits'],
    [
      { license: { offers: [{ permits: ['search'], payment: 'money' }] } },
      'site.yaml:9:16 field-invalid license.offers.0.payment',
    ],
    [
      { license: { offers: [{ permits: ['ai-train'] }], prohibits: ['ai-all'] } },
      'site.yaml:6:3 field-invalid license',
    ],
    [{ license: { contact: 'the desk', prohibits: ['all'] } }, 'site.yaml:6:12 field-invalid license.contact'],
    [{ trust: { membre: ['https://one.example/'] } }, 'site.yaml:7:5 field-invalid trust'],
    [{ trust: { member: ['one.example'] } }, 'site.yaml:7:7 field-invalid trust.member.0'],
    [{ trust: { member: ['https://one.example/#a'] } }, 'site.yaml:7:7 field-invalid trust.member.0'],
    [{ trust: { datatrainingallowed: 'no' } }, 'site.yaml:6:24 field-invalid trust.datatrainingallowed'],
  ];
  for (const [more, expected] of cases) {
    const newsroom = new TestNewsroom(t, settings(more));
    const { problems } = await newsroom.compile();
    assert.deepEqual(brief(problems), [expected], JSON.stringify(more));
  }
});
