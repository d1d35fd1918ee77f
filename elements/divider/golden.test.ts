import { golden } from '../testing.ts';

golden(
  'a divider',
  `Above.

***

Below.
`,
  {
    elements: [
      { type: 'paragraph', children: [{ type: 'text', text: 'Above.' }] },
      { type: 'divider' },
      { type: 'paragraph', children: [{ type: 'text', text: 'Below.' }] },
    ],
    words: 2,
    page: '<p>Above.</p><hr/><p>Below.</p>',
    html: `<p>Above.</p>
<hr>
<p>Below.</p>`,
    text: `Above.

* * *

Below.`,
    markdown: `Above.

***

Below.
`,
    nitf: `<p>Above.</p>
<hr/>
<p>Below.</p>
`,
    version: ['paragraph: Above.', 'paragraph: Below.'],
  },
);
