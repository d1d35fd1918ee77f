import { golden, openAndClosed } from '../testing.ts';

golden(
  'a pull quote',
  `<PullQuote by="Ada & Co.">
Lifted [open](https://example.org/) and *[closed](https://hidden.example/)*.

Twice.
</PullQuote>
`,
  {
    elements: [
      {
        type: 'pull-quote',
        by: 'Ada & Co.',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', text: 'Lifted ' }, ...openAndClosed, { type: 'text', text: '.' }],
          },
          { type: 'paragraph', children: [{ type: 'text', text: 'Twice.' }] },
        ],
      },
    ],
    words: 7,
    page: '<figure class="pull-quote"><blockquote><p>Lifted <a href="https://example.org/">open</a> and <em>closed</em>.</p><p>Twice.</p></blockquote><figcaption>Ada &amp; Co.</figcaption></figure>',
    html: '<blockquote><p>Lifted <a href="https://example.org/">open</a> and <em>closed</em>.</p><p>Twice.</p><p>— Ada &amp; Co.</p></blockquote>',
    text: `> Lifted open and closed.
>
> Twice.
>
> — Ada & Co.`,
    markdown: `> Lifted [open](https://example.org/) and *closed*.
>
> Twice.
>
> — Ada & Co.
`,
    article: `<PullQuote by="Ada &amp; Co.">
Lifted [open](https://example.org/) and *closed*.

Twice.
</PullQuote>
`,
    nitf: `<bq class="pull-quote"><block>
<p>Lifted <a href="https://example.org/">open</a> and <em>closed</em>.</p>
<p>Twice.</p>
</block>
<credit>Ada &amp; Co.</credit>
</bq>
`,
    version: ['quote: Lifted open and closed.', 'quote: Twice.', 'caption: Ada & Co.'],
  },
);

golden(
  'a pull quote that repeats the text is not in the HTML of feeds',
  `A line that was lifted, and more.

<PullQuote>
A line that was lifted.
</PullQuote>
`,
  {
    elements: [
      { type: 'paragraph', children: [{ type: 'text', text: 'A line that was lifted, and more.' }] },
      {
        type: 'pull-quote',
        children: [{ type: 'paragraph', children: [{ type: 'text', text: 'A line that was lifted.' }] }],
      },
    ],
    words: 12,
    page: '<p>A line that was lifted, and more.</p><figure class="pull-quote"><blockquote><p>A line that was lifted.</p></blockquote></figure>',
    html: '<p>A line that was lifted, and more.</p>',
    text: `A line that was lifted, and more.

> A line that was lifted.`,
    markdown: `A line that was lifted, and more.

> A line that was lifted.
`,
    nitf: `<p>A line that was lifted, and more.</p>
<bq class="pull-quote"><block>
<p>A line that was lifted.</p>
</block>
</bq>
`,
    version: ['paragraph: A line that was lifted, and more.', 'quote: A line that was lifted.'],
  },
);
