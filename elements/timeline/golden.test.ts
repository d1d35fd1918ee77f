import { golden, openAndClosed } from '../testing.ts';

golden(
  'a timeline',
  `<Timeline title="Then">
- **2025** It began [open](https://example.org/) and *[closed](https://hidden.example/)*.

  It went on.
- **2026**
  - a list
</Timeline>
`,
  {
    elements: [
      {
        type: 'timeline',
        title: 'Then',
        events: [
          {
            time: [{ type: 'text', text: '2025' }],
            children: [
              {
                type: 'paragraph',
                children: [{ type: 'text', text: 'It began ' }, ...openAndClosed, { type: 'text', text: '.' }],
              },
              { type: 'paragraph', children: [{ type: 'text', text: 'It went on.' }] },
            ],
          },
          {
            time: [{ type: 'text', text: '2026' }],
            children: [
              {
                type: 'list',
                ordered: false,
                start: 1,
                items: [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: 'a list' }] }] }],
              },
            ],
          },
        ],
      },
    ],
    words: 13,
    page: '<section class="timeline" aria-label="Then"><p class="box-title">Then</p><ol><li><p class="event-time">2025</p><p>It began <a href="https://example.org/">open</a> and <em>closed</em>.</p><p>It went on.</p></li><li><p class="event-time">2026</p><ul><li>a list</li></ul></li></ol></section>',
    html: '<p><strong>Then</strong></p><ul><li><strong>2025</strong> It began <a href="https://example.org/">open</a> and <em>closed</em>.<p>It went on.</p></li><li><strong>2026</strong> <ul><li>a list</li></ul></li></ul>',
    text: `Then

- 2025: It began open and closed.
  It went on.
- 2026: - a list`,
    markdown: `**Then**

- **2025** It began [open](https://example.org/) and *closed*.

  It went on.
- **2026**
  - a list
`,
    article: `<Timeline title="Then">
- **2025** It began [open](https://example.org/) and *closed*.

  It went on.
- **2026**
  - a list
</Timeline>
`,
    nitf: `<block class="timeline">
<hl2>Then</hl2>
<dl>
<dt>2025</dt>
<dd>
<p>It began <a href="https://example.org/">open</a> and <em>closed</em>.</p>
<p>It went on.</p>
</dd>
<dt>2026</dt>
<dd>
<ul>
<li>a list</li>
</ul>
</dd>
</dl>
</block>
`,
    version: [
      'title: Then',
      'title: 2025',
      'item: It began open and closed.',
      'item: It went on.',
      'title: 2026',
      'item: a list',
    ],
  },
);

golden(
  'a timeline without a title',
  `<Timeline>
- **2025** It began.
</Timeline>
`,
  {
    elements: [
      {
        type: 'timeline',
        events: [
          {
            time: [{ type: 'text', text: '2025' }],
            children: [{ type: 'paragraph', children: [{ type: 'text', text: 'It began.' }] }],
          },
        ],
      },
    ],
    words: 3,
    page: '<section class="timeline" aria-label="Timeline"><ol><li><p class="event-time">2025</p><p>It began.</p></li></ol></section>',
    html: '<ul><li><strong>2025</strong> It began.</li></ul>',
    text: '- 2025: It began.',
    markdown: `- **2025** It began.
`,
    nitf: `<block class="timeline">
<dl>
<dt>2025</dt>
<dd>
<p>It began.</p>
</dd>
</dl>
</block>
`,
    version: ['title: 2025', 'item: It began.'],
  },
);
