import { golden, openAndClosed } from '../testing.ts';

golden(
  'key points',
  `<KeyPoints title="What to know">
- One [open](https://example.org/) and *[closed](https://hidden.example/)*
- Two
</KeyPoints>
`,
  {
    elements: [
      {
        type: 'key-points',
        title: 'What to know',
        items: [
          {
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'text', text: 'One ' }, ...openAndClosed],
              },
            ],
          },
          { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Two' }] }] },
        ],
      },
    ],
    words: 8,
    page: '<section class="key-points" aria-label="What to know"><p class="box-title">What to know</p><ul><li>One <a href="https://example.org/">open</a> and <em>closed</em></li><li>Two</li></ul></section>',
    html: '<p><strong>What to know</strong></p><ul><li>One <a href="https://example.org/">open</a> and <em>closed</em></li><li>Two</li></ul>',
    text: `What to know

- One open and closed
- Two`,
    markdown: `**What to know**

- One [open](https://example.org/) and *closed*
- Two
`,
    article: `<KeyPoints title="What to know">
- One [open](https://example.org/) and *closed*
- Two
</KeyPoints>
`,
    nitf: `<block class="key-points">
<hl2>What to know</hl2>
<ul>
<li>One <a href="https://example.org/">open</a> and <em>closed</em></li>
<li>Two</li>
</ul>
</block>
`,
    version: ['title: What to know', 'item: One open and closed', 'item: Two'],
  },
);

golden(
  'key points without a title',
  `<KeyPoints>
- One
</KeyPoints>
`,
  {
    elements: [
      { type: 'key-points', items: [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: 'One' }] }] }] },
    ],
    words: 1,
    page: '<section class="key-points" aria-label="Key points"><p class="box-title">Key points</p><ul><li>One</li></ul></section>',
    html: '<p><strong>Key points</strong></p><ul><li>One</li></ul>',
    text: '- One',
    markdown: `- One
`,
    nitf: `<block class="key-points">
<ul>
<li>One</li>
</ul>
</block>
`,
    version: ['item: One'],
  },
);
