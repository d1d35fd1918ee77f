import { golden, openAndClosed } from '../testing.ts';

golden(
  'a list',
  `- One [open](https://example.org/) and *[closed](https://hidden.example/)*
- Two
  - nested

  A second paragraph.
`,
  {
    elements: [
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          {
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'text', text: 'One ' }, ...openAndClosed],
              },
            ],
          },
          {
            children: [
              { type: 'paragraph', children: [{ type: 'text', text: 'Two' }] },
              {
                type: 'list',
                ordered: false,
                start: 1,
                items: [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: 'nested' }] }] }],
              },
              { type: 'paragraph', children: [{ type: 'text', text: 'A second paragraph.' }] },
            ],
          },
        ],
      },
    ],
    words: 9,
    page: '<ul><li>One <a href="https://example.org/">open</a> and <em>closed</em></li><li>Two<ul><li>nested</li></ul><p>A second paragraph.</p></li></ul>',
    html: '<ul><li>One <a href="https://example.org/">open</a> and <em>closed</em></li><li>Two<ul><li>nested</li></ul><p>A second paragraph.</p></li></ul>',
    text: `- One open and closed
- Two
  - nested
  A second paragraph.`,
    markdown: `- One [open](https://example.org/) and *closed*
- Two

  - nested

  A second paragraph.
`,
    article: `- One [open](https://example.org/) and *closed*
- Two

  - nested

  A second paragraph.
`,
    nitf: `<ul>
<li>One <a href="https://example.org/">open</a> and <em>closed</em></li>
<li>Two<ul>
<li>nested</li>
</ul>
<p>A second paragraph.</p>
</li>
</ul>
`,
    version: ['item: One open and closed', 'item: Two', 'item: nested', 'item: A second paragraph.'],
  },
);

golden(
  'a list with numbers',
  `3. Three
4. Four
`,
  {
    elements: [
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Three' }] }] },
          { children: [{ type: 'paragraph', children: [{ type: 'text', text: 'Four' }] }] },
        ],
      },
    ],
    words: 2,
    page: '<ol start="3"><li>Three</li><li>Four</li></ol>',
    html: '<ol start="3"><li>Three</li><li>Four</li></ol>',
    text: `3. Three
4. Four`,
    markdown: `3. Three
4. Four
`,
    nitf: `<ol seqnum="3">
<li>Three</li>
<li>Four</li>
</ol>
`,
    version: ['item: Three', 'item: Four'],
  },
);

golden(
  'a list of tasks',
  `- [x] done
- [ ] not done
`,
  {
    elements: [
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [
          { checked: true, children: [{ type: 'paragraph', children: [{ type: 'text', text: 'done' }] }] },
          { checked: false, children: [{ type: 'paragraph', children: [{ type: 'text', text: 'not done' }] }] },
        ],
      },
    ],
    words: 3,
    page: '<ul><li>☑ done</li><li>☐ not done</li></ul>',
    html: '<ul><li>☑ done</li><li>☐ not done</li></ul>',
    text: `- [x] done
- [ ] not done`,
    markdown: `- [x] done
- [ ] not done
`,
    nitf: `<ul>
<li>☑ done</li>
<li>☐ not done</li>
</ul>
`,
    version: ['item: done', 'item: not done'],
  },
);
