import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from './read.ts';

function read(
  markdown: string,
  fields = 'title: Levee',
): { body: string; headline: string; status: string; rules: string[] } {
  const text = `---\n${fields}\ndate: 2026-01-10\n---\n${markdown}\n`;
  const { results } = readMarkdown([{ path: 'levee.md', bytes: new TextEncoder().encode(text) }], {
    date: null,
    collectionSources: [],
  });
  const { article, log = [] } = results[0] ?? {};
  return {
    body: article?.body ?? '',
    headline: article?.fields.headline ?? '',
    status: article?.fields.status ?? 'public',
    rules: log.map(({ rule }) => rule),
  };
}

const MARKS: [string, string][] = [
  // Attribute lists of Kramdown and Pandoc.
  ['## Head {#my-id}', '## Head'],
  ['## Head {#my-id .wide data-x="1"}', '## Head'],
  ['## Head {.unnumbered}\n\nOne', '## Head\n\nOne'],
  ['One\n{: .lead}', 'One'],
  ['{: .lead}\nOne', 'One'],
  ['{:.lead #id}\n\nOne', 'One'],
  ['* TOC\n{:toc}\n\nOne', 'One'],
  ['1. Contents\n{:toc .wide}\n\nOne', 'One'],
  ['[One](https://example.com/){:target="_blank"} two', '[One](https://example.com/) two'],
  ['[One](https://example.com/){target=_blank} two', '[One](https://example.com/) two'],
  ['*One*{: .red} two', '*One* two'],
  ['{::nomarkdown}\nOne\n{:/nomarkdown}', 'One'],
  ['{::nomarkdown}One{:/}', 'One'],
  ['{::options parse_block_html="true" /}\n\nOne', 'One'],
  ['A set {1, 2} and {a}.', 'A set {1, 2} and {a}.'],
  ['`{: .lead}` and `## Head {#a}`', '`{: .lead}` and `## Head {#a}`'],
  // Containers.
  [':::note\n\nOne\n\n:::', 'One'],
  [':::note\nOne\n:::\ntwo', 'One\n\ntwo'],
  [':::tip[Mind **this**]\n\nOne\n\n:::', '**Mind this**\n\nOne'],
  ['::: warning Mind this\nOne\n:::', '**Mind this**\n\nOne'],
  ['::::note\n\nOne\n\n:::tip\n\ntwo\n\n:::\n\n::::', 'One\n\ntwo'],
  ['::: {.callout-note title="A"}\nOne\n:::', 'One'],
  ['!!! note "Mind this"\n    One', '**Mind this**\n\nOne'],
  ['> [!NOTE]\n> One', '> One'],
  [':::members-only\n\nhush\n\n:::\n\nOne', 'One'],
  ['::: {.hidden}\nhush\n:::tip\nhush\n:::\nhush\n:::\nOne', 'One'],
  // Wikis.
  ['See [[Other|label]] and [[Third]].', 'See label and Third.'],
  ['See [[Other#Part]].', 'See Other.'],
  ['One ![[Other]] two', 'One two'],
  ['[[1]](https://example.com/)', '[\\[1\\]](https://example.com/)'],
  // Liquid.
  ['# {{ page.title }}\n\nOne', '## Levee\n\nOne'],
  ['{{ title }} and {{ page.deck | escape }}.', 'Levee and .'],
  ['One {{ site.author.name }} two', 'One two'],
  ['One {{ page["x"] | upcase }} two', 'One two'],
  ['`{{ page.x }}` {{ page.x }}', '`{{ page.x }}`'],
  // WordPress.
  ['[embed]https://example.com/v[/embed]', '[https://example.com/v](https://example.com/v)'],
  ['[caption id="a" width="300"]<img src="a.jpg" alt="A"> One[/caption]', 'One'],
  ['[caption]![A](a.jpg) One[/caption]\n\ntwo', 'One\n\ntwo'],
  ['One\n\n[gallery ids="1,2"]\n\ntwo', 'One\n\ntwo'],
  ['[youtube https://example.com/v]', '[https://example.com/v](https://example.com/v)'],
  ['One [video] and [more] two', 'One [video] and [more] two'],
  ['[video src="https://example.com/v.mp4"]', '[https://example.com/v.mp4](https://example.com/v.mp4)'],
  ['One [video](https://example.com/) two', 'One [video](https://example.com/) two'],
];
for (const [markdown, body] of MARKS) {
  test(`marks: ${markdown}`, () => assert.deepEqual([read(markdown).body, read(markdown).status], [body, 'public']));
}

const DRAFTS = [
  'One\n{: .hidden}',
  'One\n{: style="display:none"}',
  '[One]{.members-only}',
  'One\n\n:::members-only\n\nhush',
];
for (const markdown of DRAFTS) {
  test(`draft: ${markdown}`, () => {
    const { status, rules } = read(markdown);
    assert.equal(status, 'draft');
    assert.ok(rules.includes('not-public'));
  });
}

const TITLES: [string, string, string, string][] = [
  ['a heading', 'draft: false', '# High *Water* {#id}\n\nOne', 'High Water|One'],
  ['a heading after a line and a comment', 'draft: false', '\n<!-- a -->\n\n# High Water #\n\nOne', 'High Water|One'],
  ['an underlined heading', 'draft: false', 'High Water\n===\n\nOne', 'High Water|One'],
  ['a title in the front matter', 'title: Tide', '# High Water\n\nOne', 'Tide|## High Water\n\nOne'],
  ['text before the heading', 'draft: false', 'One\n\n# High Water', '|'],
];
for (const [name, fields, markdown, expected] of TITLES) {
  test(`title: ${name}`, () => {
    const { headline, body } = read(markdown, fields);
    assert.equal(`${headline}|${body}`, expected);
  });
}

test('topics whose names differ in signs', () => {
  const text = '---\ntitle: Levee\ndate: 2026-01-10\ntags: [C, C++, "C#"]\n---\nOne\n';
  const { results } = readMarkdown([{ path: 'levee.md', bytes: new TextEncoder().encode(text) }], {
    date: null,
    collectionSources: [],
  });
  assert.deepEqual(results[0]?.article?.fields.topics, ['c', 'cpp', 'csharp']);
});
