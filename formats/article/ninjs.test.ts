import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, needing, site } from '../../newsroom/testing.ts';
import { bodyAt, editionOf, hostile, ninjsFaults, ninjsSchema } from '../testing.ts';
import { fullAddress, newsroomWithFullArticle } from './testing.ts';

const now = '2026-02-01T00:00:00Z';

test('ninjs 3.1 has every part of an article in the field of the standard (2f)', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const value = JSON.parse(bodyAt(edition, `${fullAddress}.json`) ?? '');
      assert.deepEqual(ninjsFaults(t, [value]), []);
      const { bodies, renditions, ...rest } = value;
      const page = `https://test.example${fullAddress}`;
      assert.deepEqual(rest, {
        standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
        uri: 'urn:test:story',
        type: 'text',
        representationType: 'full',
        firstCreated: '2026-01-02T12:00:00Z',
        versionCreated: '2026-01-04T09:00:00Z',
        urgency: 3,
        contentCreated: '2026-01-01T00:00:00Z',
        pubStatus: 'usable',
        expires: '2027-01-01T00:00:00Z',
        copyrightHolder: 'AFP',
        edNote: 'CORRECTION (2026-01-04T09:00:00Z): It was May.',
        language: 'en-GB',
        headlines: [
          { role: 'main', value: 'The headline' },
          { role: 'kicker', value: 'The kicker' },
          { role: 'seo', value: 'For search engines' },
          { role: 'social', value: 'For cards' },
        ],
        descriptions: [{ role: 'standfirst', value: 'The standfirst.' }],
        by: 'Ada Quill, Correspondent; Staff Writers; Bo Blott, Editor, Geneva',
        slugline: 'story',
        located: 'Houston',
        people: [
          { name: 'Ada Quill', rel: 'author', uri: 'https://test.example/people/ada' },
          { name: 'Bo Blott', rel: 'author' },
        ],
        organisations: [{ name: 'Staff Writers', rel: 'author' }],
        places: [
          {
            name: 'Houston',
            rel: 'located',
            uri: 'https://test.example/places/houston-texas',
            contactInfo: [{ type: 'address', address: { locality: 'Houston', area: 'Texas', country: 'US' } }],
          },
        ],
        subjects: [
          { name: 'Space', rel: 'topic', uri: 'https://test.example/topics/space', literal: 'space' },
          { name: 'The Moon', rel: 'topic', uri: 'https://test.example/topics/moon', literal: 'moon' },
          { name: 'The line', rel: 'storyline', uri: 'https://test.example/storylines/line', literal: 'line' },
          { name: 'The series', rel: 'series', literal: '2' },
        ],
        infoSources: [
          { name: 'Ada Quill', role: 'author', uri: 'https://test.example/people/ada', literal: 'ada' },
          { name: 'Staff Writers', role: 'author' },
          { name: 'Bo Blott', role: 'author', contactInfo: [{ type: 'address', address: { locality: 'Geneva' } }] },
          { name: 'AFP', role: 'agency', uri: 'https://test.example/agencies/afp' },
        ],
        genres: [{ name: 'Explainer', uri: 'http://cv.iptc.org/newscodes/genre/Background', literal: 'explainer' }],
        associations: [
          {
            name: 'a.svg',
            rel: 'lead',
            uri: 'https://test.example/images/a.svg',
            type: 'graphic',
            descriptions: [
              { role: 'caption', value: 'In May.' },
              { role: 'alt', value: 'A field' },
            ],
            by: 'B. Blott',
            copyrightNotice: '© B. Blott',
            infoSources: [{ name: 'B. Blott', role: 'credit', uri: 'https://example.org/blott' }],
            renditions: [
              {
                name: 'main',
                href: 'https://test.example/images/a.svg',
                contentType: 'image/svg+xml',
                width: 8,
                height: 4,
                sizeInBytes: 62,
                poi: { x: 3, y: 1 },
              },
            ],
          },
          {
            name: 'Correction 1',
            rel: 'correction',
            uri: `${page}#correction-1`,
            type: 'text',
            firstCreated: '2026-01-04T09:00:00Z',
            versionCreated: '2026-01-04T09:00:00Z',
            bodies: [{ contentType: 'text/plain', value: 'It was May.' }],
          },
          {
            name: 'A source',
            rel: 'source',
            uri: 'https://example.org/s',
            type: 'text',
            infoSources: [{ name: 'Them', role: 'publisher' }],
          },
          { name: 'Another story', rel: 'related', uri: 'https://test.example/2026/01/01/other', type: 'text' },
          {
            name: 'There',
            rel: 'related',
            uri: 'https://example.org/r',
            type: 'text',
            descriptions: [{ role: 'note', value: 'Why' }],
            infoSources: [{ name: 'Them', role: 'publisher' }],
          },
        ],
        altIds: [{ role: 'address', value: page }],
      });
      assert.deepEqual(
        bodies.map(({ contentType, charCount, wordCount }: Record<string, unknown>) => [
          contentType,
          charCount,
          wordCount,
        ]),
        // The counts leave out the caption.
        ['text/plain', 'text/html', 'text/markdown'].map((type) => [type, 17, 3]),
      );
      assert.match(
        bodies[1].value,
        /^<p>Three words here\.<\/p>\n<figure><img src="https:\/\/test\.example\/images\/a\.svg"/,
      );
      assert.deepEqual(
        renditions.map(({ href }: Record<string, unknown>) => href),
        [page, `${page}.txt`, `${page}.md`, `${page}.json`],
      );
    },
    newsroomWithFullArticle('Three words here.\n\n<Figure src="a.svg" alt="A field" caption="Not counted" />'),
  );
});

test('an id that is not a URI gets a permanent URI, and is in altIds', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const { uri, altIds } = JSON.parse(bodyAt(edition, '/2026/01/02/story.json') ?? '');
      assert.equal(uri, 'tag:test.example,2026:story%20no.%207');
      assert.deepEqual(altIds.at(-1), { role: 'id', value: 'story no. 7' });
    },
    site,
    article('/2026/01/02/story', { id: 'story no. 7' }),
  );
});

test('the smallest article and articles with hostile texts are valid', needing(ninjsSchema), async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      for (const { address } of edition.newest('all', '', 100)) {
        const body = bodyAt(edition, `${address}.json`) ?? '';
        assert.deepEqual(ninjsFaults(t, [JSON.parse(body)]), [], address);
      }
    },
    site,
    article('/2026/01/02/bare'),
    ...hostile.map((headline, index) =>
      article(`/2026/01/02/story-${index}`, {
        id: headline,
        headline,
        byline: [{ name: headline, role: headline, place: headline }],
        agency: headline,
        dateline: { place: headline, region: headline },
        sources: [{ url: 'https://example.org/ä b|c"<>', title: headline }],
        related: [{ url: 'https://example.org/{x}', title: headline, note: headline }],
      }),
    ),
  );
});
