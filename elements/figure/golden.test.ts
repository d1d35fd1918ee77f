import { golden } from '../testing.ts';

golden(
  'a figure with all its words',
  `<Figure src="a.svg" alt="A &quot;field&quot;" caption="In May." credit="B. Blott" />
`,
  {
    elements: [{ type: 'figure', src: 'a.svg', alt: 'A "field"', caption: 'In May.', credit: 'B. Blott' }],
    words: 6,
    page: '<figure><img src="/images/a.svg" alt="A &quot;field&quot;" width="8" height="4" loading="lazy" decoding="async"/><figcaption>In May. <span class="credit">B. Blott</span></figcaption></figure>',
    html: '<figure><img src="https://test.example/images/a.svg" alt="A &quot;field&quot;" width="8" height="4"><figcaption>In May. <small>Credit: B. Blott</small></figcaption></figure>',
    text: `[Picture: A "field"]
In May. (B. Blott)`,
    markdown: `![A "field"](https://test.example/images/a.svg)

*In May. B. Blott*
`,
    nitf: `<media media-type="image">
<media-reference source="https://test.example/images/a.svg" mime-type="image/svg+xml" alternate-text="A &quot;field&quot;" height="4" width="8" units="pixels"/>
<media-caption>In May.</media-caption>
<media-producer>B. Blott</media-producer>
</media>
`,
    version: ['picture: A "field"', 'caption: In May. · B. Blott'],
    figures: ['a.svg'],
  },
);

golden(
  'a figure without words, and one whose picture does not exist',
  `<Figure src="a.svg" alt="A field" />

<Figure src="missing.svg" alt="Nothing" caption="Words" />
`,
  {
    elements: [
      { type: 'figure', src: 'a.svg', alt: 'A field' },
      { type: 'figure', src: 'missing.svg', alt: 'Nothing', caption: 'Words' },
    ],
    words: 4,
    page: '<figure><img src="/images/a.svg" alt="A field" width="8" height="4" loading="lazy" decoding="async"/></figure>',
    html: '<figure><img src="https://test.example/images/a.svg" alt="A field" width="8" height="4"></figure>',
    text: '[Picture: A field]',
    markdown: `![A field](https://test.example/images/a.svg)
`,
    article: `<Figure src="a.svg" alt="A field" />
`,
    nitf: `<media media-type="image">
<media-reference source="https://test.example/images/a.svg" mime-type="image/svg+xml" alternate-text="A field" height="4" width="8" units="pixels"/>
</media>
`,
    version: ['picture: A field'],
    figures: ['a.svg'],
  },
);
