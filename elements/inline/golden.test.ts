import { golden } from '../testing.ts';

golden(
  'every run of text',
  `*Emphasis*, **strong**, ~~deleted~~, \`a < b\`, [open](https://example.org/ "Its title"), *[closed](https://hidden.example/)*,\\
new line, ![a picture](/images/a.svg), *![nothing](/images/missing.svg)*.[^1] <100 & {more}.

[^1]: The *note*.
`,
  {
    elements: [
      {
        type: 'paragraph',
        children: [
          { type: 'emphasis', children: [{ type: 'text', text: 'Emphasis' }] },
          { type: 'text', text: ', ' },
          { type: 'strong', children: [{ type: 'text', text: 'strong' }] },
          { type: 'text', text: ', ' },
          { type: 'delete', children: [{ type: 'text', text: 'deleted' }] },
          { type: 'text', text: ', ' },
          { type: 'code', text: 'a < b' },
          { type: 'text', text: ', ' },
          {
            type: 'link',
            href: 'https://example.org/',
            title: 'Its title',
            children: [{ type: 'text', text: 'open' }],
          },
          { type: 'text', text: ', ' },
          {
            type: 'emphasis',
            children: [{ type: 'link', href: 'https://hidden.example/', children: [{ type: 'text', text: 'closed' }] }],
          },
          { type: 'text', text: ',' },
          { type: 'break' },
          { type: 'text', text: 'new line, ' },
          { type: 'image', src: 'a.svg', alt: 'a picture' },
          { type: 'text', text: ', ' },
          { type: 'emphasis', children: [{ type: 'image', src: 'missing.svg', alt: 'nothing' }] },
          { type: 'text', text: '.' },
          { type: 'footnote', number: 1, use: 1 },
          { type: 'text', text: ' <100 & {more}.' },
        ],
      },
    ],
    words: 13,
    page: '<p><em>Emphasis</em>, <strong>strong</strong>, <del>deleted</del>, <code>a &lt; b</code>, <a href="https://example.org/" title="Its title">open</a>, <em>closed</em>,<br/>new line, <img src="/images/a.svg" alt="a picture" width="8" height="4" loading="lazy" decoding="async"/>, <em>nothing</em>.<sup class="note-mark"><a id="ref-1-1" href="#note-1" aria-label="Footnote 1">1</a></sup> &lt;100 &amp; {more}.</p>',
    html: `<p><em>Emphasis</em>, <strong>strong</strong>, <del>deleted</del>, <code>a &lt; b</code>, <a href="https://example.org/" title="Its title">open</a>, <em>closed</em>,<br>new line, <img src="https://test.example/images/a.svg" alt="a picture" width="8" height="4">, <em>nothing</em>.<sup><a href="https://test.example/2026/01/02/one#note-1">1</a></sup> &lt;100 &amp; {more}.</p>
<hr>
<ol><li><p>The <em>note</em>.</p></li></ol>`,
    text: `Emphasis, strong, deleted, a < b, open, closed,
new line, [Picture: a picture], nothing. [1] <100 & {more}.

[1] The note.`,
    markdown: `*Emphasis*, **strong**, ~~deleted~~, \`a < b\`, [open](https://example.org/ "Its title"), *closed*,\\
new line, ![a picture](https://test.example/images/a.svg), *nothing*.[^1] <100 & {more}.

[^1]: The *note*.
`,
    article: `*Emphasis*, **strong**, ~~deleted~~, \`a < b\`, [open](https://example.org/ "Its title"), *closed*,\\
new line, ![a picture](/images/a.svg), *nothing*.[^1] <100 & {more}.

[^1]: The *note*.
`,
    nitf: `<p><em>Emphasis</em>, <em class="strong">strong</em>, <em class="deleted">deleted</em>, <em class="code">a &lt; b</em>, <a href="https://example.org/" title="Its title">open</a>, <em>closed</em>,<br/>new line, [a picture], <em>nothing</em>.[1] &lt;100 &amp; {more}.</p>
<fn class="footnote"><body.content>
<p>[1] The <em>note</em>.</p>
</body.content>
</fn>
`,
    version: [
      'paragraph: Emphasis, strong, deleted, a < b, open, closed, new line, a picture, nothing. <100 & {more}.',
      'note: The note.',
    ],
  },
);
