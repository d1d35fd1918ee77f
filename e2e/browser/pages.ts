import { edge } from '../edge-newsroom.ts';
import type { SiteName } from '../shared-sites.ts';
import { townPages } from '../town-paper.ts';

/**
 * Pages of the demonstration newsroom, the most difficult ones of the edge newsroom, and those of the town's paper, as paths.
 * Together they are of every kind, except for the page of an empty newsroom.
 */
export const everyKindOfPage: Record<SiteName, readonly string[]> = {
  demonstration: [
    '/',
    '/2026/01/12/the-long-way-back-to-the-moon',
    // The shapes of an article.
    '/2026/01/14/in-praise-of-the-dull-meeting',
    '/2026/01/13/the-sea-keeps-the-books',
    '/2025/11/05/the-lake-upstairs',
    '/2025/10/20/tide-pole-archive',
    '/2026/01/12/the-long-way-back-to-the-moon/related',
    '/topics',
    '/topics/security',
    '/topics/security/links',
    '/people',
    '/storylines',
    '/latest',
    '/languages/ja',
    '/archive',
    '/people/world-desk',
    '/places/nara',
    '/storylines/nara-summit',
    '/2026',
    '/2026/01',
    '/2026/01/13',
    '/about',
    '/search',
    '/search?q=nara',
    '/search?q=the&order=date&page=2',
    '/search?q=nuclaer',
    '/search?q=%22no+such+story',
  ],
  edge: [
    '/',
    edge.everything,
    `${edge.everything}/related`,
    `${edge.everything}/history`,
    `${edge.everything}/history/2`,
    edge.bare,
    edge.arabic,
    edge.japanese,
    edge.killed,
    '/nothing',
    '/topics/arms-control',
    '/topics/arms-control/page/1',
    '/people/ada-quill',
    '/agencies/afp',
    '/storylines/the-talks',
    '/2026/01/10/page/1',
    '/corrections',
    '/search',
    '/search?q=تسلح',
    '/search?q=topic:arms-control',
  ].map(encodeURI),
  english: townPages('en'),
  arabic: townPages('ar'),
  japanese: townPages('ja'),
};
