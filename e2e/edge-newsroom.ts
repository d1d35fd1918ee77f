import type { Article } from '../newsroom/model/article.ts';
import { TemporaryNewsroom } from './newsroom.ts';

/** Addresses in the edge newsroom that tests use. */
export const edge = {
  everything: '/2026/01/11/everything',
  bare: '/2026/01/09/bare',
  arabic: '/2026/01/08/خبر-من-القاهرة',
  japanese: '/2026/01/07/nara-no-kaidan',
  accented: '/2026/01/06/un-été-à-évian',
  killed: '/2026/01/05/killed',
  killedReason: 'Withdrawn at the request of the agency.',
  expired: '/2026/01/04/expired',
  alias: '/old/everything',
  aliasOfKilled: '/old/killed',
  draft: '/2026/01/03/draft',
} as const;

/** An instant at which the edge newsroom is complete. */
export const edgeDay = '2026-01-20T12:00:00Z';

/** How many stories the topic `arms-control` and the tenth of January have: two full pages and a few. */
const storiesOfOneDay = 65;

/**
 * A newsroom with the difficult cases that the demonstration newsroom lacks: lists of several pages, one article with every
 * element at its most difficult, an agency, other scripts, articles that are gone, and an article with a history.
 * `settings` are added to the usual ones in `site.yaml`.
 */
export function edgeNewsroom(settings: Record<string, unknown> = {}): TemporaryNewsroom {
  const newsroom = new TemporaryNewsroom({ description: 'What seldom happens, all at once.', ...settings });
  newsroom.topic('security', { title: 'Security', order: 1, accent: 'red', standfirst: 'Arms and alliances.' });
  newsroom.topic(
    'arms-control',
    {
      title: 'Arms control',
      parent: 'security',
      links: [{ url: 'https://www.example.org/', title: 'A treaty', source: 'A library', note: 'The text itself.' }],
    },
    'What states promise each other, and how they check it.',
  );
  newsroom.topic('empty-topic', { title: 'A title that gives a story away' });
  newsroom.person(
    'ada-quill',
    { name: 'Ada Quill', role: 'Correspondent', links: [{ url: 'https://quill.example/', title: 'Her own page' }] },
    'Ada Quill has written since there was ink.',
  );
  newsroom.storyline('the-talks', { title: 'The talks', topics: ['arms-control'], status: 'running' }, 'They go on.');
  newsroom.picture('chart.svg');
  newsroom.picture('lead.svg');
  newsroom.photograph('field.png', 1600, 1000);
  newsroom.photograph('tower.png', 800, 1600);
  writeEverything(newsroom, everyElement);
  for (let number = 1; number <= storiesOfOneDay; number++) {
    const name = String(number).padStart(2, '0');
    newsroom.article(`/2026/01/10/report-${name}`, {
      headline: `Report number ${number} on the state of the talks`,
      published: `2026-01-10T${String(Math.floor(number / 60) + 8).padStart(2, '0')}:${String(number % 60).padStart(2, '0')}:00Z`,
      topics: ['arms-control'],
      byline: ['ada-quill'],
      agency: 'AFP',
      dateline: { place: 'Nara', country: 'JP', date: '2026-01-10' },
    });
  }
  newsroom.article(edge.bare, {
    published: '2026-01-09+02:00',
    headline: 'Bare',
    image: { src: 'field.png', alt: 'A field', credit: 'Ada Quill', focus: '90% 50%' },
  });
  newsroom.article(
    edge.arabic,
    { headline: 'خبر من القاهرة عن نزع السلاح', standfirst: 'ملخص قصير للخبر.', lang: 'ar', topics: ['arms-control'] },
    'فقرة أولى من النص العربي مع رقم 2026 وكلمة English في وسطها.\n\n## عنوان فرعي\n\nفقرة ثانية.',
  );
  newsroom.article(
    edge.japanese,
    { headline: '奈良で首脳会談、関係改善を確認', standfirst: '短い要約。', lang: 'ja', topics: ['arms-control'] },
    '奈良市で十三日、首脳会談が開かれた。'.repeat(12),
  );
  newsroom.article(edge.accented, { headline: 'Un été à Évian', lang: 'fr', topics: ['security'] });
  newsroom.article(edge.killed, {
    headline: 'Killedheadline',
    status: 'killed',
    reason: edge.killedReason,
    topics: ['security'],
    aliases: [edge.aliasOfKilled],
  });
  newsroom.article(edge.expired, {
    headline: 'Expiredheadline',
    expires: '2026-01-05T00:00:00Z',
    topics: ['security'],
  });
  newsroom.article(edge.draft, { headline: 'Draftheadline', status: 'draft', topics: ['empty-topic'] });
  newsroom.commit('2026-01-12T10:00:00Z');
  writeEverything(newsroom, everyElement.replace('## A crosshead', 'A paragraph more.\n\n## Another crosshead'));
  newsroom.commit('2026-01-13T10:00:00Z');
  return newsroom;
}

/** The fields of the article with everything. The others have a default, are not shown, or would hide it or change what it is. */
type FieldsOfEverything = Exclude<
  keyof Article,
  | 'address'
  | 'body'
  | 'id'
  | 'published'
  | 'owner'
  | 'dayOnly'
  | 'seoTitle'
  | 'socialTitle'
  | 'embargo'
  | 'expires'
  | 'status'
  | 'reason'
  | 'lang'
  | 'translationOf'
  | 'canonical'
>;

/** Writes the article with everything. A new field of articles without a value here does not compile. */
function writeEverything(newsroom: TemporaryNewsroom, body: string): void {
  newsroom.article(
    edge.everything,
    {
      headline: 'Everything an article can hold, and Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
      kicker: 'The kicker',
      standfirst: 'A standfirst of two sentences. This is the second of them, with “quotes” & an ampersand.',
      type: 'analysis',
      byline: [
        'ada-quill',
        { name: 'Bertram Blott', role: 'in Geneva' },
        { name: 'Staff Writers', kind: 'organization' },
      ],
      agency: 'AFP',
      dateline: { place: 'Nara', country: 'JP', date: '2026-01-11' },
      updated: '2026-01-12T08:00:00Z',
      urgency: 4,
      topics: ['arms-control', 'security'],
      storyline: 'the-talks',
      series: { name: 'How talks end', part: 2 },
      aliases: [edge.alias],
      image: {
        src: 'lead.svg',
        alt: 'A plain field',
        caption: 'The lead picture.',
        credit: 'A photographer',
        creditUrl: 'https://www.example.org/photographer',
        rights: 'https://creativecommons.org/licenses/by/4.0/',
        focus: '40% 30%',
      },
      related: [
        { url: edge.bare, note: 'How it began.' },
        { url: 'https://www.example.org/report', title: 'A report elsewhere', source: 'Example' },
      ],
      sources: [{ url: 'https://www.example.org/source', title: 'A source', source: 'Example' }],
      corrections: [{ at: '2026-01-12T09:00:00Z', text: 'An earlier version gave the wrong month.' }],
    } satisfies Record<FieldsOfEverything, unknown>,
    body,
  );
}

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

const everyElement = `<KeyPoints title="What to know">
- One point, a sentence with *stress* and **more of it**.
- Another point, with a [link to the bare one](${edge.bare}).
</KeyPoints>

The first paragraph, with ~~a mistake~~, \`code\`, an address https://www.example.org/a/very/long/path/that/does/not/break/anywhere/at/all/${'x'.repeat(80)} and <100 people in {braces}.[^1]

## A crosshead

${longWord}

### A smaller crosshead

1. First
2. Second
   - Nested
   - Nested again

> A quotation of some length.
>
> In two paragraphs.

<Figure src="chart.svg" alt="A plain field, again" caption="A chart." credit="The desk" />

<Figure src="tower.png" alt="A tower, higher than any screen" caption="An upright picture." credit="Ada Quill" creditUrl="https://quill.example/" rights="© Ada Quill" />

<Gallery title="Seen on the way">
- ![A field](field.png) A caption of a sentence. *Ada Quill*
- ![A tower](tower.png)
- ![A chart](chart.svg) *The desk*
</Gallery>

<PullQuote by="A line lifted from the text">
A share of the garden, and of the bill for its wall.
</PullQuote>

<FactBox title="The two leaders">
A paragraph.

- A list
- of two

| A | table |
|---|---:|
| in | 1 |
</FactBox>

<Timeline title="How it came to this">
- **October 2025** They meet for the first time.
- **13 January 2026** They meet in Nara.
</Timeline>

<Table caption="Many columns" source="Nobody, 2026">
| State | Warheads in store | Warheads deployed | Tests so far | Treaties signed | Treaties ratified | Inspections a year |
|---|---:|---:|---:|---:|---:|---:|
| The first of the states with a long name | 1,000,000 | 1,000,000 | 1,000,000 | 1,000,000 | 1,000,000 | 1,000,000 |
| Another | 2 | 3 | 4 | 5 | 6 | 7 |
</Table>

| Plain | table | of | GFM |
|---|---|---|---|
| a | b | c | ${'d'.repeat(60)} |

\`\`\`
${'A line of preformatted text that is much longer than any screen is wide. '.repeat(3)}
\`\`\`

---

A last paragraph.[^2]

[^1]: The first note, with a [link](https://www.example.org/).
[^2]: The second note.
`;
