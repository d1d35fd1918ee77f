import { golden } from '../testing.ts';

golden(
  'a preformatted text',
  `\`\`\`
a < b

  c
\`\`\`
`,
  {
    elements: [{ type: 'preformatted', text: 'a < b\n\n  c' }],
    words: 3,
    page: `<pre tabindex="0">a &lt; b

  c</pre>`,
    html: `<pre>a &lt; b

  c</pre>`,
    text: `    a < b

      c`,
    markdown: `\`\`\`
a < b

  c
\`\`\`
`,
    nitf: `<pre>a &lt; b

  c</pre>
`,
    version: ['preformatted: a < b\n\n  c'],
  },
);
