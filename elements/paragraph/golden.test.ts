import { golden, openAndClosed } from '../testing.ts';

golden(
  'a paragraph',
  `The *first* [open](https://example.org/) and *[closed](https://hidden.example/)*.
`,
  {
    elements: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'The ' },
          { type: 'emphasis', children: [{ type: 'text', text: 'first' }] },
          { type: 'text', text: ' ' },
          ...openAndClosed,
          { type: 'text', text: '.' },
        ],
      },
    ],
    words: 5,
    page: '<p>The <em>first</em> <a href="https://example.org/">open</a> and <em>closed</em>.</p>',
    html: '<p>The <em>first</em> <a href="https://example.org/">open</a> and <em>closed</em>.</p>',
    text: 'The first open and closed.',
    markdown: `The *first* [open](https://example.org/) and *closed*.
`,
    article: `The *first* [open](https://example.org/) and *closed*.
`,
    nitf: `<p>The <em>first</em> <a href="https://example.org/">open</a> and <em>closed</em>.</p>
`,
    version: ['paragraph: The first open and closed.'],
  },
);

golden(
  'a paragraph of pictures is a series of figures',
  `![One](/images/a.svg) ![Two](/images/b.svg)
`,
  {
    elements: [
      { type: 'figure', src: 'a.svg', alt: 'One' },
      { type: 'figure', src: 'b.svg', alt: 'Two' },
    ],
    words: 0,
    page: '<figure><img src="/images/a.svg" alt="One" width="8" height="4" loading="lazy" decoding="async"/></figure><figure><img src="/images/b.svg" alt="Two" width="8" height="4" loading="lazy" decoding="async"/></figure>',
    html: `<figure><img src="https://test.example/images/a.svg" alt="One" width="8" height="4"></figure>
<figure><img src="https://test.example/images/b.svg" alt="Two" width="8" height="4"></figure>`,
    text: `[Picture: One]

[Picture: Two]`,
    markdown: `![One](https://test.example/images/a.svg)

![Two](https://test.example/images/b.svg)
`,
    article: `<Figure src="a.svg" alt="One" />

<Figure src="b.svg" alt="Two" />
`,
    nitf: `<media media-type="image">
<media-reference source="https://test.example/images/a.svg" mime-type="image/svg+xml" alternate-text="One" height="4" width="8" units="pixels"/>
</media>
<media media-type="image">
<media-reference source="https://test.example/images/b.svg" mime-type="image/svg+xml" alternate-text="Two" height="4" width="8" units="pixels"/>
</media>
`,
    version: ['picture: One', 'picture: Two'],
    figures: ['a.svg', 'b.svg'],
  },
);
