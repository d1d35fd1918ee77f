import { golden } from '../testing.ts';

golden(
  'crossheads',
  `## One *two*

### Three

## One two
`,
  {
    elements: [
      {
        type: 'crosshead',
        level: 2,
        id: 'one-two',
        children: [
          { type: 'text', text: 'One ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'two' }] },
        ],
      },
      { type: 'crosshead', level: 3, id: 'three', children: [{ type: 'text', text: 'Three' }] },
      { type: 'crosshead', level: 2, id: 'one-two-2', children: [{ type: 'text', text: 'One two' }] },
    ],
    words: 5,
    page: '<h2 id="one-two">One <em>two</em></h2><h3 id="three">Three</h3><h2 id="one-two-2">One two</h2>',
    html: `<h2>One <em>two</em></h2>
<h3>Three</h3>
<h2>One two</h2>`,
    text: `- One two -

- Three -

- One two -`,
    markdown: `## One *two*

### Three

## One two
`,
    nitf: `<hl2>One <em>two</em></hl2>
<hl2 class="level-3">Three</hl2>
<hl2>One two</hl2>
`,
    version: ['crosshead: One two', 'crosshead: Three', 'crosshead: One two'],
  },
);
