import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadResult, ReadResults } from '../reader.ts';
import { readMarkdown } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (files: Record<string, string>, collectionSources: Record<string, string> = {}): ReadResults => {
  const sourcesOf = (texts: Record<string, string>): { path: string; bytes: Uint8Array }[] =>
    Object.entries(texts).map(([path, text]) => ({ path, bytes: bytes(text) }));
  return readMarkdown(sourcesOf(files), { date: null, collectionSources: sourcesOf(collectionSources) });
};
const readOne = (text: string): ReadResult => {
  const [result] = read({ 'posts/2019-04-08-wall.md': text }).results;
  assert.ok(result);
  return result;
};
const bodyOf = (markdown: string): string =>
  readOne(`---\ntitle: Wall\ndate: 2019-04-08 9:30:00 -0400\n---\n${markdown}`).article?.body ?? '';

test('front matter of Hugo', () => {
  const { article, log } = readOne(`---
title: 'The wall &amp; the *sea*'
date: 2019-04-08 9:30:00 -0400
deck: "**One** wall&mdash;two towns"
authors:
  - ann-lin
topics: [Flood Control, walls]
expirydate: 2030-01-01
lastmod: 2019-04-09 10:00:00 -0400
source_url: https://www.walls.example/one
aliases: [/old/wall/, /2019/04/08/wall/]
weight: 1
slug: wall-and-sea
draft: true
---
Text.
`);
  assert.deepEqual(article, {
    slug: 'wall-and-sea',
    fields: {
      headline: 'The wall & the sea',
      published: '2019-04-08T09:30:00-04:00',
      standfirst: 'One wall—two towns',
      byline: ['ann-lin'],
      topics: ['flood-control', 'walls'],
      expires: '2030-01-01T00:00:00Z',
      updated: '2019-04-09T10:00:00-04:00',
      status: 'draft',
      aliases: ['/old/wall', '/2019/04/08/wall'],
      sources: [{ url: 'https://www.walls.example/one', title: 'The wall & the sea', source: 'walls.example' }],
    },
    body: 'Text.',
  });
  assert.deepEqual(log, [
    { rule: 'not-public', text: 'draft: true' },
    { rule: 'expires', text: 'on 2030-01-01T00:00:00Z' },
    { rule: 'field-ignored', text: 'weight: 1' },
  ]);
});

test('Jekyll: the day can be only in the file name', () => {
  const { results } = read({ 'p/2024-12-5-Old_Walls.md': '---\ntitle: Old walls\nexcerpt: Walls.\n---\nText.\n' });
  assert.equal(results[0]?.article?.fields.published, '2024-12-05Z');
  assert.equal(results[0]?.article?.slug, 'old-walls');
  assert.deepEqual(results[0]?.article?.fields.aliases, ['/2024/12/05/Old_Walls']);
});

test('posts without text', () => {
  const linked = readOne('---\ntitle: Wall\ndate: 2019-04-08\nsource_url: https://walls.example/one\n---\n').article;
  assert.equal(linked?.fields.canonical, 'https://walls.example/one');
  assert.equal(linked?.body, 'Read the full story at [walls.example](<https://walls.example/one>).');
  assert.equal(readOne('---\ntitle: Wall\ndate: 2019-04-08\nsummary: All of it.\n---\n').article?.body, 'All of it.');
  assert.deepEqual(
    readOne('---\ntitle: Wall\ndate: 2019-04-08\n---\n').problems.map(({ code }) => code),
    ['markdown-body-empty'],
  );
});

const FAULTS: [string, string, number][] = [
  ['no front matter', 'Text.', 1],
  ['invalid TOML', '+++\ntitle = "Wall\n+++\nText.', 2],
  ['no title', '---\ndate: 2019-04-08\n---\nText.', 1],
  ['an invalid date', '---\ntitle: Wall\ndate: soon\n---\nText.', 3],
  ['invalid YAML', '---\ntitle: Wall: two\n---\nText.', 2],
];
for (const [name, text, line] of FAULTS) {
  test(`fault: ${name}`, () => {
    const { article, problems } = readOne(text);
    assert.equal(article, null);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.line]),
      [['markdown-front-matter', line]],
    );
  });
}

const BODIES: [string, string, string][] = [
  ['entities', 'One&nbsp;&amp; two &#8212; &ldquo;three&rdquo;', 'One\u00a0& two — “three”'],
  ['prose stays as it is', "It's well-known: 5 < 6 & a_b, [sic] 2 * 3.", "It's well-known: 5 < 6 & a_b, [sic] 2 * 3."],
  ['paragraphs and breaks', '<p>One<br />two</p><p>Three</p>', 'One\\\ntwo\n\nThree'],
  ['bold with a space in it', '<b>One </b>two<i> three</i>', '**One** two *three*'],
  ['lists', '<ul><li>One</li><li>Two <ol><li>Three</li></ol></li></ul>', '- One\n- Two\n  1. Three'],
  ['indented HTML', '    <p>\n      One\n    </p>\n\n    Two', 'One\n\nTwo'],
  ['headings', '# One\n\n<h4>Two</h4>', '## One\n\n#### Two'],
  [
    'a table',
    '<table><caption>Walls</caption><tr><th>Town</th><th>Wall</th></tr>\n\n    <tr><td><p>Otsu</p></td><td>a|b</td></tr></table>',
    '*Walls*\n\n| Town | Wall |\n| - | - |\n| Otsu | a\\|b |',
  ],
  ['a table for layout', '<table><tr><td><h3>One</h3><ul><li>Two</li></ul></td></tr></table>', '### One\n\n- Two'],
  ['scripts', 'One<script>two()</script><style>three</style>', 'One'],
  ['unknown elements', 'One <blink>two</blink> <x-y>three</x-y>', 'One two three'],
  [
    'pictures',
    '![alt](a.png)\n\n<img src="b.png" alt="b"> One\n\n<a href="https://a.example/"><img src="c.png"></a>',
    'One',
  ],
  ['a caption', '<figure><img src="a.png" alt="A"><figcaption>The <b>wall</b></figcaption></figure>', '*The __wall__*'],
  [
    'a frame',
    '<iframe src="https://video.example/1" title="The wall"></iframe>',
    '[The wall](https://video.example/1)',
  ],
  ['a link with brackets', '[a](https://a.example/b_(c)?d=1&e=2 "T")', '[a](<https://a.example/b_(c)?d=1&e=2> "T")'],
  [
    'links without a target',
    '[a](/x) [b](javascript:c) [d](#e) [f](mailto:g@h.example)',
    'a b d [f](mailto:g@h.example)',
  ],
  ['a link to a crosshead', '[a](#the-wall)\n\n## The wall', '[a](#the-wall)\n\n## The wall'],
  ['footnotes', 'One[^a].\n\n[^a]: The *note*.', 'One[^a].\n\n[^a]: The *note*.'],
  ['code', '```js\na < b;\n```\n\n`c`', '```js\na < b;\n```\n\n`c`'],
  ['text that looks like an element', '`x` \\<FactBox title="y">', '`x` \\<FactBox title="y">'],
  [
    'shortcode: picture with a caption',
    '<p>One{{< img src="a" alt="b" caption="The *wall*" >}}two</p>',
    'One\n\n*The wall*\n\ntwo',
  ],
  ['shortcode: video', '{{< youtube id="abc" title="The wall" >}}', '[The wall](https://www.youtube.com/watch?v=abc)'],
  [
    'shortcode: note',
    '{{< note variant="join" >}}\nOne **two**\n\n> three\n{{< /note >}}',
    '<FactBox title="Join us">\nOne **two**\n\nthree\n</FactBox>',
  ],
  [
    'shortcode: box with a heading',
    '{{< box >}}\n### The "wall"\nOne\n{{< /box >}}',
    '<FactBox title="The &quot;wall&quot;">\nOne\n</FactBox>',
  ],
  ['shortcode: box in a list', '- One {{< ring title="T" >}}two{{< /ring >}}', '- One\n\n  **T**\n\n  two'],
  ['shortcode: quotation', '{{< quote-block text="One" cite="Two" >}}', '<PullQuote by="Two">\nOne\n</PullQuote>'],
  ['shortcode: unknown', '{{< shout >}}One{{< /shout >}} {{< silent >}}', 'One'],
  ['shortcode in code', '`{{< shout >}}`', '`{{< shout >}}`'],
  ['Liquid', '{% image "a.png" "b" %}\n\n{% raw %}{{{% endraw %} c }} {{ "ann-lin" | team_link }}', '{{ c }} Ann Lin'],
];
for (const [name, source, body] of BODIES) test(`body: ${name}`, () => assert.equal(bodyOf(source).trim(), body));

test('links between posts and to topics of the set', () => {
  const post = (title: string, body: string): string =>
    `---\ntitle: ${title}\ndate: 2019-04-08\nslug: ${title.toLowerCase()}\ntopics: [walls]\n---\n${body}\n`;
  const own =
    'https://old.example/2019/04/08/two/ https://old.example/2019/04/08/one/ https://old.example/2019/04/08/two/';
  const { results } = read({
    'n/2019-04-08-one.md': post(
      'One',
      '[a]({{< ref "2019-04-08-two.md" >}}) [b](/2019/04/08/two/) [c](/topics/walls) [d](/communities) [e](https://old.example/2019/04/08/two) [f]({{< tmp "deadlink" >}}) [g]({{< ref "2018-01-02-gone.md" >}})',
    ),
    'n/2019-04-08-two.md': post('Two', own),
  });
  assert.equal(
    results[0]?.article?.body,
    '[a](/2019/04/08/two) [b](/2019/04/08/two) [c](/topics/walls) [d](https://old.example/communities) [e](/2019/04/08/two) f [g](https://old.example/2018/01/02/gone/)',
  );
});

test('topics and people that posts name get files', () => {
  const { collections } = read(
    {
      'n/a.md':
        '---\ntitle: A\ndate: 2019-04-08\nauthors: [ann-lin, bob-rae]\ntags: [Flood control, walls]\n---\nText.\n',
    },
    {
      'x/authors/ann-lin/_index.md':
        '---\ndisplay_name: Ann M. Lin\nagency_full_name: Lake Board\ngithub: annlin\n---\n',
      'x/topics/walls/_index.md':
        '---\ntitle: Walls & dams\ndeck: What holds.\nfeatured_links: { resources: [{ title: All walls, href: "https://w.example/" }, { title: Local, href: /w }] }\n---\n',
    },
  );
  assert.deepEqual(collections, [
    { folder: 'topics', slug: 'flood-control', fields: { title: 'Flood control' }, body: '' },
    {
      folder: 'topics',
      slug: 'walls',
      fields: {
        title: 'Walls & dams',
        standfirst: 'What holds.',
        links: [{ url: 'https://w.example/', title: 'All walls' }],
      },
      body: '',
    },
    {
      folder: 'people',
      slug: 'ann-lin',
      fields: { name: 'Ann M. Lin', links: [{ url: 'https://github.com/annlin', title: 'GitHub' }] },
      body: 'Lake Board',
    },
    { folder: 'people', slug: 'bob-rae', fields: { name: 'Bob Rae' }, body: '' },
  ]);
});
