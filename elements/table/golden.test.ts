import { golden, openAndClosed } from '../testing.ts';

golden(
  'a table with its words',
  `<Table caption="Numbers & more" source="Somebody">
| | Left | Middle | Right |
| - | :- | :-: | -: |
| One | a [open](https://example.org/) and *[closed](https://hidden.example/)* | *b* | 1,000 |
| Two | c | | 2 |
</Table>
`,
  {
    elements: [
      {
        type: 'table',
        align: [null, 'left', 'center', 'right'],
        head: [
          [],
          [{ type: 'text', text: 'Left' }],
          [{ type: 'text', text: 'Middle' }],
          [{ type: 'text', text: 'Right' }],
        ],
        rows: [
          [
            [{ type: 'text', text: 'One' }],
            [{ type: 'text', text: 'a ' }, ...openAndClosed],
            [{ type: 'emphasis', children: [{ type: 'text', text: 'b' }] }],
            [{ type: 'text', text: '1,000' }],
          ],
          [[{ type: 'text', text: 'Two' }], [{ type: 'text', text: 'c' }], [], [{ type: 'text', text: '2' }]],
        ],
        caption: 'Numbers & more',
        source: 'Somebody',
      },
    ],
    words: 16,
    page: '<figure class="table"><section tabindex="0" aria-label="Numbers &amp; more"><table><caption>Numbers &amp; more</caption><thead><tr><td></td><th scope="col" class="to-left">Left</th><th scope="col" class="to-center">Middle</th><th scope="col" class="to-right">Right</th></tr></thead><tbody><tr><th scope="row">One</th><td class="to-left">a <a href="https://example.org/">open</a> and <em>closed</em></td><td class="to-center"><em>b</em></td><td class="to-right">1,000</td></tr><tr><th scope="row">Two</th><td class="to-left">c</td><td class="to-center"></td><td class="to-right">2</td></tr></tbody></table></section><figcaption>Source: Somebody</figcaption></figure>',
    html: '<table><caption>Numbers &amp; more</caption><thead><tr><th scope="col"></th><th scope="col">Left</th><th scope="col" align="center">Middle</th><th scope="col" align="right">Right</th></tr></thead><tbody><tr><td>One</td><td>a <a href="https://example.org/">open</a> and <em>closed</em></td><td align="center"><em>b</em></td><td align="right">1,000</td></tr><tr><td>Two</td><td>c</td><td align="center"></td><td align="right">2</td></tr></tbody></table><p><small>Source: Somebody</small></p>',
    text: `Numbers & more

     Left               Middle  Right
---  -----------------  ------  -----
One  a open and closed    b     1,000
Two  c                              2

Source: Somebody`,
    markdown: `**Numbers & more**

| | Left | Middle | Right |
| - | :- | :-: | -: |
| One | a [open](https://example.org/) and *closed* | *b* | 1,000 |
| Two | c | | 2 |

Source: Somebody
`,
    article: `<Table caption="Numbers &amp; more" source="Somebody">
| | Left | Middle | Right |
| - | :- | :-: | -: |
| One | a [open](https://example.org/) and *closed* | *b* | 1,000 |
| Two | c | | 2 |
</Table>
`,
    nitf: `<table>
<caption>Numbers &amp; more</caption>
<thead><tr><th></th>
<th align="left">Left</th>
<th align="center">Middle</th>
<th align="right">Right</th>
</tr>
</thead>
<tbody>
<tr><td>One</td>
<td align="left">a <a href="https://example.org/">open</a> and <em>closed</em></td>
<td align="center"><em>b</em></td>
<td align="right">1,000</td>
</tr>
<tr><td>Two</td>
<td align="left">c</td>
<td align="center"></td>
<td align="right">2</td>
</tr>
</tbody>
</table>
<p class="source">Source: Somebody</p>
`,
    version: [
      'title: Numbers & more',
      'row: Left | Middle | Right',
      'row: One | a open and closed | b | 1,000',
      'row: Two | c | 2',
      'caption: Somebody',
    ],
  },
);

golden(
  'a table of Markdown',
  `| A | B |
| - | - |
| 1 | 2 |
`,
  {
    elements: [
      {
        type: 'table',
        align: [null, null],
        head: [[{ type: 'text', text: 'A' }], [{ type: 'text', text: 'B' }]],
        rows: [[[{ type: 'text', text: '1' }], [{ type: 'text', text: '2' }]]],
      },
    ],
    words: 4,
    page: '<figure class="table"><section tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></section></figure>',
    html: '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    text: `A  B
-  -
1  2`,
    markdown: `| A | B |
| - | - |
| 1 | 2 |
`,
    nitf: `<table>
<thead><tr><th>A</th>
<th>B</th>
</tr>
</thead>
<tbody>
<tr><td>1</td>
<td>2</td>
</tr>
</tbody>
</table>
`,
    version: ['row: A | B', 'row: 1 | 2'],
  },
);

golden(
  'a table without names of columns',
  `| | |
| - | - |
| a | b |
`,
  {
    elements: [
      {
        type: 'table',
        align: [null, null],
        head: [[], []],
        rows: [[[{ type: 'text', text: 'a' }], [{ type: 'text', text: 'b' }]]],
      },
    ],
    words: 2,
    page: '<figure class="table"><section tabindex="0" aria-label="Table"><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></section></figure>',
    html: '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
    text: 'a  b',
    markdown: `| | |
| - | - |
| a | b |
`,
    nitf: `<table>
<tbody>
<tr><td>a</td>
<td>b</td>
</tr>
</tbody>
</table>
`,
    version: ['row: a | b'],
  },
);
