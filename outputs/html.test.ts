import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site } from '../newsroom/testing.ts';
import { bodyHtml } from './html.ts';
import { editionOf, xmlFaults } from './testing.ts';

const body = `First paragraph, with *emphasis*, **strong**, ~~struck~~, \`code\` and [a link](https://example.org/a?b=1&c=2 "Its title").[^1]

## A crosshead

- [x] done
- [ ] not done

3. three
4. four

> Quoted <100 people & all.

[Here](#a-crosshead), [there](/2026/01/01/other), [mail](mailto:a@example.org).

<KeyPoints title="What to know">
- One point.
</KeyPoints>

<PullQuote by="Somebody">
Lifted.
</PullQuote>

<FactBox title="Facts & figures">
A fact.
</FactBox>

<Timeline title="Then">
- **2025** It began.
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
    '<p><strong>Facts &amp; figures</strong></p><p>A fact.</p>',
    '<strong>2025</strong>',
    '<caption>Numbers</caption>',
    '<small>Source: Somebody</small>',
    '<hr>',
    '<ol><li><p>The note, with <a href="https://test.example/topics">a link</a>.</p></li></ol>',
  ])
    assert.ok(html.includes(part), `${part}\n\nis not in\n\n${html}`);
  assert.doesNotMatch(html, /(?:href|src)="(?!https?:|mailto:)/);
  assert.doesNotMatch(html, / style=|<script|<style| on\w+=/);
  assert.ok(!xmlFaults(t, `<root>${html.replace(/<(hr|br)>/g, '<$1/>')}</root>`));
});
