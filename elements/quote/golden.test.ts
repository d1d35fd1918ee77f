import { golden, openAndClosed } from '../testing.ts';

golden(
  'a quotation',
  `> One [open](https://example.org/) and *[closed](https://hidden.example/)*.
>
> - two
`,
  {
    elements: [
      {
        type: 'quote',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', text: 'One ' }, ...openAndClosed, { type: 'text', text: '.' }],
          },
          {
            type: 'list',
            ordered: false,
            start: 1,
            items: [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: 'two' }] }] }],
          },
        ],
      },
    ],
    words: 5,
    page: '<blockquote><p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p><ul><li>two</li></ul></blockquote>',
    html: '<blockquote><p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p><ul><li>two</li></ul></blockquote>',
    text: `> One open and closed.
>
> - two`,
    markdown: `> One [open](https://example.org/) and *closed*.
>
> - two
`,
    article: `> One [open](https://example.org/) and *closed*.
>
> - two
`,
    nitf: `<bq><block>
<p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p>
<ul>
<li>two</li>
</ul>
</block>
</bq>
`,
    version: ['quote: One open and closed.', 'item: two'],
  },
);
