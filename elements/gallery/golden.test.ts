import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../../newsroom/intake/body.ts';
import { golden } from '../testing.ts';

const whole =
  '<img src="/images/a.svg" alt="A &quot;field&quot;" width="8" height="4" loading="lazy" decoding="async"/>';
const other = '<img src="/images/b.svg" alt="A hill" width="8" height="4" loading="lazy" decoding="async"/>';
const words = '<figcaption>In May, at noon. <span class="credit">B. Blott</span></figcaption>';

golden(
  'a gallery, of which one picture does not exist',
  `<Gallery title="The garden">
- ![A "field"](a.svg) In May, at noon. *B. Blott*
- ![A hill](b.svg)
- ![Nothing](missing.svg) Words
</Gallery>
`,
  {
    elements: [
      {
        type: 'gallery',
        title: 'The garden',
        pictures: [
          { type: 'figure', src: 'a.svg', alt: 'A "field"', caption: 'In May, at noon.', credit: 'B. Blott' },
          { type: 'figure', src: 'b.svg', alt: 'A hill' },
          { type: 'figure', src: 'missing.svg', alt: 'Nothing', caption: 'Words' },
        ],
      },
    ],
    words: 9,
    page: `<section class="gallery" aria-label="The garden"><p class="box-title">The garden</p><ul><li><figure><button type="button" popoverTarget="picture-1-a-svg">${whole}</button>${words}</figure><figure id="picture-1-a-svg" popover="auto"><button type="button" popoverTarget="picture-1-a-svg" popoverTargetAction="hide">Close</button>${whole}${words}</figure></li><li><figure><button type="button" popoverTarget="picture-2-b-svg">${other}</button></figure><figure id="picture-2-b-svg" popover="auto"><button type="button" popoverTarget="picture-2-b-svg" popoverTargetAction="hide">Close</button>${other}</figure></li></ul></section>`,
    html: '<p><strong>The garden</strong></p><figure><img src="https://test.example/images/a.svg" alt="A &quot;field&quot;" width="8" height="4"><figcaption>In May, at noon. <small>Credit: B. Blott</small></figcaption></figure><figure><img src="https://test.example/images/b.svg" alt="A hill" width="8" height="4"></figure>',
    text: `The garden

[Picture: A "field"]
In May, at noon. (B. Blott)

[Picture: A hill]`,
    markdown: `**The garden**

![A "field"](https://test.example/images/a.svg)

*In May, at noon. B. Blott*

![A hill](https://test.example/images/b.svg)
`,
    article: `<Gallery title="The garden">
- ![A "field"](/images/a.svg) In May, at noon. *B. Blott*
- ![A hill](/images/b.svg)
</Gallery>
`,
    nitf: `<block class="gallery">
<hl2>The garden</hl2>
<media media-type="image">
<media-reference source="https://test.example/images/a.svg" mime-type="image/svg+xml" alternate-text="A &quot;field&quot;" height="4" width="8" units="pixels"/>
<media-caption>In May, at noon.</media-caption>
<media-producer>B. Blott</media-producer>
</media>
<media media-type="image">
<media-reference source="https://test.example/images/b.svg" mime-type="image/svg+xml" alternate-text="A hill" height="4" width="8" units="pixels"/>
</media>
</block>
`,
    version: ['title: The garden', 'picture: A "field"', 'caption: In May, at noon. · B. Blott', 'picture: A hill'],
    figures: ['a.svg', 'b.svg'],
  },
);

test('a gallery holds a list of pictures and nothing else', () => {
  for (const content of [
    '',
    'Text.',
    '- Text.',
    '- ![A](a.svg)\n- Text.',
    '- ![A](a.svg)\n\n  More.',
    '![A](a.svg)',
    '- ![](a.svg)',
  ])
    assert.ok(
      readBody('test.mdx', `<Gallery>\n${content}\n</Gallery>\n`, 1).problems.some(
        ({ severity }) => severity === 'error',
      ),
      content,
    );
});
