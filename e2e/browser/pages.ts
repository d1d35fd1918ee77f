import { edge } from '../edge-newsroom.ts';
import type { SiteName } from '../shared-sites.ts';

/**
 * Pages of the demonstration newsroom, and the most difficult ones of the edge newsroom, as paths. Together they are of
 * every kind, except for the page of an empty newsroom.
 */
export const everyKindOfPage: Record<SiteName, readonly string[]> = {
  demonstration: [
    '/',
    '/2026/01/12/the-long-way-back-to-the-moon',
    '/2026/01/12/the-long-way-back-to-the-moon/related',
    '/topics',
    '/topics/security',
    '/topics/security/links',
    '/people/world-desk',
    '/places/nara',
    '/storylines/nara-summit',
    '/2026',
    '/2026/01',
    '/2026/01/13',
    '/about',
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
  ].map(encodeURI),
};
