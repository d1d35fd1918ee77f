import assert from 'node:assert/strict';
import { test } from 'node:test';
import { site } from '../newsroom/testing.ts';
import { bodyAt, editionOf, hostile, textsOf, xmlFaults } from './testing.ts';

const now = '2026-02-01T00:00:00Z';

test('browsers get a description of the search, with texts that are not too long', async (t) => {
  for (const name of ['The Test', 'The Very Long Name of a Newspaper of Record', '新聞'.repeat(30), ...hostile])
    await editionOf(
      t,
      now,
      (edition) => {
        const text = bodyAt(edition, '/opensearch.xml') ?? '';
        assert.equal(xmlFaults(t, text), '', name);
        const one = (element: string): string => {
          const [only = '', ...more] = textsOf(text, element);
          assert.deepEqual(more, []);
          return only;
        };
        for (const [element, longest] of [
          ['ShortName', 16],
          ['LongName', 48],
          ['Description', 1024],
        ] as const) {
          const words = one(element);
          assert.ok(words.length > 0 && words.length <= longest, `${element} of ${name}: ${words}`);
        }
        assert.ok(name.replace(/\s+/g, ' ').startsWith(one('ShortName').replace('…', '')), one('ShortName'));
        assert.equal(one('InputEncoding'), 'UTF-8');
        assert.equal(one('Image'), 'https://test.example/favicon.ico');
        assert.deepEqual(
          [...text.matchAll(/<Url type="([^"]*)" rel="([^"]*)" template="([^"]*)"\/>/g)].map(([, ...parts]) => parts),
          [
            ['text/html', 'results', 'https://test.example/search?q={searchTerms}'],
            ['application/rss+xml', 'results', 'https://test.example/search.xml?q={searchTerms}'],
            ['application/opensearchdescription+xml', 'self', 'https://test.example/opensearch.xml'],
          ],
        );
      },
      {
        ...site,
        'site.yaml': `name: ${JSON.stringify(name)}\nurl: https://test.example\nlanguage: en\ntimezone: UTC\n`,
      },
    );
});
