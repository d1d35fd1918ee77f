import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compile } from '../../newsroom/compile/compile.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import { article, folderFor, needing, site } from '../../newsroom/testing.ts';
import { editionOf, hostile, ninjsFaults, ninjsSchema, schemaFaults, textsOf, xmlFaults } from '../testing.ts';
import { articleData } from './article-data.ts';
import { articleFormats, type ArticleFormat } from './formats.ts';
import { fullAddress, newsroomWithFullArticle } from './testing.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

const now = '2026-02-01T00:00:00Z';
const newsmlSchema = 'schemas/newsml-g2-2.35.xsd';
const nitfSchema = 'schemas/nitf-3.6.xsd';
const schemas = needing('xmllint', newsmlSchema, nitfSchema, ninjsSchema);

/** A public article in a format. */
function documentAt(edition: Edition, address: string, format: ArticleFormat): string {
  const found = edition.lookup(address);
  assert.equal(found.state, 'public');
  return articleFormats[format].write(articleData(edition, found.story));
}

/** Every public article in a format. */
function all(edition: Edition, format: ArticleFormat): string[] {
  return edition.newest('all', '', 1000).map(({ address }) => documentAt(edition, address, format));
}

function assertValid(t: TestContext, edition: Edition): void {
  const ninjs = all(edition, 'ninjs').map((document): unknown => JSON.parse(document));
  assert.deepEqual(ninjsFaults(t, ninjs), []);
  assert.equal(schemaFaults(t, all(edition, 'newsml-g2'), newsmlSchema), '');
  assert.equal(schemaFaults(t, all(edition, 'nitf'), nitfSchema), '');
}

const body = `<KeyPoints>
- One.
</KeyPoints>

First[^1], *em*, **strong**, \`code\`, a line\\
broken.

## Crosshead

3. three
   - nested

> quoted

<Figure src="a.svg" alt="Again" />

<Timeline title="Then">
- **2025** It began.
</Timeline>

<Table caption="Numbers" source="Somebody">
| A | B |
|---|---:|
| 1 | 2 |
</Table>

---

[^1]: The note.
`;
const newsroom = newsroomWithFullArticle(body);

test(
  'NewsML-G2 2.35 and NITF 3.6 of the demonstration newsroom are valid, as is its ninjs (2f)',
  schemas,
  async (t) => {
    const data = folderFor(t);
    await compile({ content: join(import.meta.dirname, '../../content'), data, history: false });
    const editions = Editions.in(data, { linkTarget });
    t.after(() => editions.close());
    editions.at(Date.parse(now), (edition) => {
      assert.ok(edition.count('all', '') > 40);
      assertValid(t, edition);
    });
  },
);

test('a news item of NewsML-G2 has all fields of the article', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      assertValid(t, edition);
      const item = documentAt(edition, fullAddress, 'newsml-g2');
      for (const part of [
        'guid="urn:test:story"',
        '<versionCreated>2026-01-04T09:00:00Z</versionCreated>',
        '<pubStatus qcode="stat:usable"/>',
        '<edNote>Correction, 2026-01-04T09:00:00Z: It was May.</edNote>',
        '<signal qcode="sig:correction"/>',
        '<expires>2027-01-01T00:00:00Z</expires>',
        '<genre qcode="genre:Background">',
        '<dateline>Houston, Texas (AFP) Jan 1, 2026</dateline>',
        '<by>By Ada Quill, Correspondent; Staff Writers; Bo Blott, Editor, Geneva</by>',
        '<creditline>AFP</creditline>',
        '<headline>The headline</headline>',
        '<inlineXML contenttype="application/xhtml+xml"',
        'a line<br/>',
        '<hr/>',
        '<figure><img src="https://test.example/images/a.svg" alt="A field" width="8" height="4"/>',
      ])
        assert.ok(item.includes(part), part);
      assert.equal(
        textsOf(item, 'name').join(', '),
        'AFP, The Publisher, The line, The series, Houston, Texas, United States, AFP, Ada Quill, Staff Writers, Bo Blott, Explainer, Space, The Moon',
      );
    },
    newsroom,
  );
});

test('NITF has an element for each element of an article', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      const document = documentAt(edition, fullAddress, 'nitf');
      for (const part of [
        '<docdata management-status="usable">',
        '<correction info="2026-01-04T09:00:00Z: It was May."',
        '<evloc iso-cc="US" state-prov="Texas" city="Houston"/>',
        '<date.issue norm="20260104T090000Z"/>',
        '<date.release norm="20260102T120000Z"/>',
        '<date.expire norm="20270101T000000Z"/>',
        '<series series.name="The line"/>',
        '<series series.name="The series" series.part="2"/>',
        '<keyword key="Space"/>',
        '<hl1>The headline</hl1>',
        '<byline>By <person>Ada Quill</person>, <byttl>Correspondent</byttl></byline>',
        '<byline>By <person>Bo Blott</person>, <byttl>Editor</byttl>, <location>Geneva</location></byline>',
        '<byline>By <byttl><org>Staff Writers</org></byttl></byline>',
        '<distributor><org>AFP</org></distributor>',
        '<location><city>Houston</city>, <state>Texas</state>, <country iso-cc="US">United States</country></location> <story.date norm="20260101">Jan 1, 2026</story.date>',
        '<abstract><p>The standfirst.</p>',
        '<block class="key-points">\n<ul>\n<li>One.</li>',
        '<p>First[1], <em>em</em>, <em class="strong">strong</em>, <em class="code">code</em>, a line<br/>broken.</p>',
        '<hl2>Crosshead</hl2>',
        '<ol seqnum="3">\n<li>three<ul>\n<li>nested</li>',
        '<bq><block>\n<p>quoted</p>',
        '<dt>2025</dt>\n<dd>\n<p>It began.</p>',
        '<caption>Numbers</caption>',
        '<p class="source">Source: Somebody</p>',
        '<media-reference source="https://test.example/images/a.svg" mime-type="image/svg+xml" alternate-text="Again"',
        '<p>[1] The note.</p>',
        '<bibliography>A source, Them, https://example.org/s</bibliography>',
      ])
        assert.ok(document.includes(part), part);
    },
    newsroom,
  );
});

test('no text breaks out of its element in either XML format, and both stay valid', async (t) => {
  await editionOf(
    t,
    now,
    (edition) => {
      assertValid(t, edition);
      for (const format of ['newsml-g2', 'nitf'] as const)
        for (const document of all(edition, format)) {
          assert.equal(xmlFaults(t, document), '');
          assert.doesNotMatch(document, /<script/);
        }
      const shown = hostile.map((text) => text.replace(/\s+/g, ' ').trim());
      assert.deepEqual(
        all(edition, 'nitf')
          .flatMap((document) => textsOf(document, 'hl1'))
          .toSorted(),
        shown.toSorted(),
      );
    },
    site,
    ...hostile.map((text, index) =>
      article(
        `/2026/01/02/story-${index}`,
        {
          headline: text,
          kicker: text,
          standfirst: text,
          byline: [{ name: text, role: text, place: text }],
          agency: text,
          dateline: { place: text, region: text, date: '2026-01-02' },
          sources: [{ url: 'https://example.org/?a=1&b="<>', title: text }],
          corrections: [{ at: '2026-01-03T00:00:00Z', text }],
        },
        'Words with \u0007 and \uFFFE in them, and <b>tags</b>.\n\n- \n\n> \n\n| |\n|-|\n',
      ),
    ),
  );
});
