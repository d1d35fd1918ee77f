import { golden, openAndClosed } from '../testing.ts';

golden(
  'a fact box',
  `<FactBox title="Facts & figures">
One [open](https://example.org/) and *[closed](https://hidden.example/)*.

- a list

## A crosshead

| A | B |
| - | -: |
| 1 | 2 |
</FactBox>
`,
  {
    elements: [
      {
        type: 'fact-box',
        title: 'Facts & figures',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', text: 'One ' }, ...openAndClosed, { type: 'text', text: '.' }],
          },
          {
            type: 'list',
            ordered: false,
            start: 1,
            items: [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: 'a list' }] }] }],
          },
          { type: 'crosshead', level: 2, id: 'a-crosshead', children: [{ type: 'text', text: 'A crosshead' }] },
          {
            type: 'table',
            align: [null, 'right'],
            head: [[{ type: 'text', text: 'A' }], [{ type: 'text', text: 'B' }]],
            rows: [[[{ type: 'text', text: '1' }], [{ type: 'text', text: '2' }]]],
          },
        ],
      },
    ],
    words: 14,
    page: '<aside class="fact-box" aria-label="Facts &amp; figures"><p class="box-title">Facts &amp; figures</p><p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p><ul><li>a list</li></ul><h2 id="a-crosshead">A crosshead</h2><figure class="table"><section tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">A</th><th scope="col" class="to-right">B</th></tr></thead><tbody><tr><td>1</td><td class="to-right">2</td></tr></tbody></table></section></figure></aside>',
    html: '<aside><hr><p><strong>Facts &amp; figures</strong></p><p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p><ul><li>a list</li></ul><h2>A crosshead</h2><table><thead><tr><th scope="col">A</th><th scope="col" align="right">B</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table><hr></aside>',
    text: `| Facts & figures
|
| One open and closed.
|
| - a list
|
| - A crosshead -
|
| A  B
| -  -
| 1  2`,
    markdown: `> **Facts & figures**
>
> One [open](https://example.org/) and *closed*.
>
> - a list
>
> ## A crosshead
>
> | A | B |
> | - | -: |
> | 1 | 2 |
`,
    article: `<FactBox title="Facts &amp; figures">
One [open](https://example.org/) and *closed*.

- a list

## A crosshead

| A | B |
| - | -: |
| 1 | 2 |
</FactBox>
`,
    nitf: `<block class="fact-box">
<hl2>Facts &amp; figures</hl2>
<p>One <a href="https://example.org/">open</a> and <em>closed</em>.</p>
<ul>
<li>a list</li>
</ul>
<hl2>A crosshead</hl2>
<table>
<thead><tr><th>A</th>
<th align="right">B</th>
</tr>
</thead>
<tbody>
<tr><td>1</td>
<td align="right">2</td>
</tr>
</tbody>
</table>
</block>
`,
    version: [
      'title: Facts & figures',
      'paragraph: One open and closed.',
      'item: a list',
      'crosshead: A crosshead',
      'row: A | B',
      'row: 1 | 2',
    ],
  },
);
