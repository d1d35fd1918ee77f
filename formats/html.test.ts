import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site } from '../newsroom/testing.ts';
import { bodyHtml, inLanguage } from './html.ts';
import { editionOf, xmlFaults } from './testing.ts';

const body = `First paragraph, with *emphasis*, **strong**, ~~struck~~, \`code\` and [a link](https://example.org/a?b=1&c=2 "Its title").[^1]

## A crosshead

- [x] done
- [ ] not done

3. three
4. four

> Quoted <100 people & all.

[Here](#a-crosshead), [there](/2026/01/01/other), [mail](mailto:a@example.org).

<Figure src="plain.svg" alt="A field" caption="Words." credit="Desk" />

<KeyPoints title="What to know">
- One point.
</KeyPoints>

<KeyPoints>
- Another.
</KeyPoints>

<PullQuote by="Somebody">
Lifted.
</PullQuote>

<PullQuote by="A line lifted from the text">
First paragraph, with emphasis
</PullQuote>

<FactBox title="Facts & figures">
A fact.
</FactBox>

<Timeline title="Then">
- **2025** It began.

  It went on.
</Timeline>

<Table caption="Numbers" source="Somebody">
| A | B |
|---|---:|
| 1 | 2 |
</Table>

---

[^1]: The note, with [a link](/topics).
`;

test('E3: a body becomes HTML of absolute addresses, without scripts, styles and their attributes', async (t) => {
  const html = await editionOf(
    t,
    '2026-02-01T00:00:00Z',
    (edition) => {
      const found = edition.lookup('/2026/01/02/one');
      assert.equal(found.state, 'public');
      const { story } = found;
      return bodyHtml(
        story.parts.body,
        story.parts.pictures,
        { site: edition.site.url, path: story.address },
        'Nara — ',
      );
    },
    site,
    { 'images/plain.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>' },
    article('/2026/01/01/other'),
    article('/2026/01/02/one', {}, body),
  );
  assert.ok(
    html.startsWith('<p>Nara — First paragraph, with <em>emphasis</em>, <strong>strong</strong>, <del>struck</del>'),
  );
  for (const part of [
    '<a href="https://example.org/a?b=1&amp;c=2" title="Its title">a link</a>',
    '<sup><a href="https://test.example/2026/01/02/one#note-1">1</a></sup>',
    '<h2>A crosshead</h2>',
    '<li>☑ done</li><li>☐ not done</li>',
    '<ol start="3"><li>three</li>',
    '<blockquote><p>Quoted &lt;100 people &amp; all.</p></blockquote>',
    '<a href="https://test.example/2026/01/02/one#a-crosshead">Here</a>',
    '<a href="https://test.example/2026/01/01/other">there</a>',
    '<a href="mailto:a@example.org">mail</a>',
    '<p><strong>What to know</strong></p><ul><li>One point.</li></ul>',
    '<blockquote><p>Lifted.</p><p>— Somebody</p></blockquote>',
    // Boxes have an end that shows without a style, and lists a name.
    '<aside><hr><p><strong>Facts &amp; figures</strong></p><p>A fact.</p><hr></aside>',
    '<p><strong>Key points</strong></p><ul><li>Another.</li></ul>',
    '<p><strong>Then</strong></p><ul><li><strong>2025</strong> It began.<p>It went on.</p></li></ul>',
    '<caption>Numbers</caption>',
    '<th scope="col">A</th><th scope="col" align="right">B</th>',
    '<td>1</td><td align="right">2</td>',
    '<figure><img src="https://test.example/images/plain.svg" alt="A field" width="8" height="4"><figcaption>Words. <small>Credit: Desk</small></figcaption></figure>',
    '<small>Source: Somebody</small>',
    '<hr>',
    '<hr>\n<ol><li><p>The note, with <a href="https://test.example/topics">a link</a>.</p></li></ol>',
  ])
    assert.ok(html.includes(part), `${part}\n\nis not in\n\n${html}`);
  // A line that was lifted out of the text is not read twice.
  assert.equal(html.match(/First paragraph/g)?.length, 1);
  assert.doesNotMatch(html, /(?:href|src)="(?!https?:|mailto:)/);
  assert.doesNotMatch(html, / style=|<script|<style| on\w+=/);
  assert.ok(!xmlFaults(t, `<root>${html.replace(/<(hr|br|img [^>]*)>/g, '<$1/>')}</root>`));
});

test('HTML says its language and direction where the page around it would not', () => {
  assert.equal(inLanguage('<p>a</p>', 'en', 'en'), '<p>a</p>');
  assert.equal(inLanguage('<p>a</p>', 'fr', 'en'), '<div lang="fr" dir="ltr">\n<p>a</p>\n</div>');
  assert.equal(inLanguage('<p>ا</p>', 'ar', 'ar'), '<div lang="ar" dir="rtl">\n<p>ا</p>\n</div>');
});
