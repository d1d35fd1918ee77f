import type { Article } from '../../newsroom/model/article.ts';
import { article, site, topics, type Files } from '../../newsroom/testing.ts';

/** The address of the article. */
export const fullAddress = '/2026/01/02/story';

const picture = {
  src: 'a.svg',
  alt: 'A field',
  caption: 'In May.',
  credit: 'B. Blott',
  creditUrl: 'https://example.org/blott',
  rights: '© B. Blott',
};

/** The fields of the article. The others have a default, would hide it, or would make it a copy of another. */
type FullFields = Exclude<
  keyof Article,
  | 'address'
  | 'body'
  | 'published'
  | 'dayOnly'
  | 'status'
  | 'reason'
  | 'aliases'
  | 'translationOf'
  | 'canonical'
  | 'owner'
>;

/** A newsroom with one article that has all these fields, with all that it refers to. A new field without a value does not compile. */
export function newsroomWithFullArticle(body: string): Files {
  return {
    'site.yaml': `${site['site.yaml']}publisher: { name: The Publisher }\n`,
    ...topics({ space: 'Space', moon: 'The Moon' }),
    'people/ada.mdx': '---\nname: Ada Quill\nrole: Correspondent\n---\n',
    'storylines/line.mdx': '---\ntitle: The line\n---\n',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>',
    ...article('/2026/01/01/other', { headline: 'Another story' }),
    ...article('/2026/01/02/hidden', { status: 'draft' }),
    ...article(
      fullAddress,
      {
        id: 'urn:test:story',
        headline: 'The headline',
        seoTitle: 'For search engines',
        socialTitle: 'For cards',
        kicker: 'The kicker',
        standfirst: 'The standfirst.',
        type: 'explainer',
        byline: [
          'ada',
          { name: 'Staff Writers', kind: 'organization' },
          { name: 'Bo Blott', role: 'Editor', place: 'Geneva' },
        ],
        agency: 'AFP',
        dateline: { place: 'Houston', region: 'Texas', country: 'US', date: '2026-01-01' },
        updated: '2026-01-03T12:00:00+09:00',
        expires: '2027-01-01T00:00:00Z',
        embargo: '2026-01-02T13:00:00Z',
        urgency: 3,
        topics: ['space', 'moon'],
        storyline: 'line',
        series: { name: 'The series', part: 2 },
        lang: 'en-GB',
        image: { ...picture, focus: '40% 30%' },
        related: [
          '/2026/01/01/other',
          '/2026/01/02/hidden',
          { url: 'https://example.org/r', title: 'There', source: 'Them', note: 'Why' },
        ],
        sources: [{ url: 'https://example.org/s', title: 'A source', source: 'Them' }],
        corrections: [{ at: '2026-01-04T09:00:00Z', text: 'It was May.' }],
      } satisfies Record<FullFields, unknown>,
      body,
    ),
  };
}
