import { deepEqual, equal, throws } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { compile } from '../compile/compile.ts';
import { StoreMissing } from '../store/store.ts';
import { article, folderFor, site, TestNewsroom } from '../testing.ts';
import type { Edition } from './edition.ts';
import { Editions } from './open.ts';
import { previewsIn } from './preview.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

const noon = '2026-01-13T12:00:00Z';
const states = ['public', 'draft', 'withheld', 'killed', 'scheduled', 'embargoed', 'expired'] as const;
const addressOf = (slug: string): string => `/2026/01/12/${slug}`;

function newsroomOfAllStates(t: TestContext): TestNewsroom {
  return new TestNewsroom(t, {
    ...site,
    ...article(addressOf('public')),
    ...article(addressOf('draft'), { status: 'draft' }),
    ...article(addressOf('withheld'), { status: 'withheld' }),
    ...article(addressOf('killed'), { status: 'killed', reason: 'It was wrong.' }),
    ...article(addressOf('scheduled'), { published: '2026-01-13T18:00:00Z' }),
    ...article(addressOf('embargoed'), { embargo: '2026-01-13T18:00:00Z' }),
    ...article(addressOf('expired'), { expires: '2026-01-13T06:00:00Z' }),
  });
}

async function preview<T>(
  t: TestContext,
  { content }: TestNewsroom,
  audience: 'preview' | 'preview-all',
  now: string,
  read: (edition: Edition) => T,
): Promise<T> {
  const data = folderFor(t);
  await compile({ content, data, audience });
  const editions = previewsIn(data, { linkTarget });
  try {
    return editions.at(Date.parse(now), read);
  } finally {
    editions.close();
  }
}

/** What each article is when it is asked for by its address. */
const byAddress = (edition: Edition): Record<string, string | undefined> =>
  Object.fromEntries(
    states.map((slug) => {
      const found = edition.lookup(addressOf(slug));
      return [slug, found.state === 'public' ? (found.story.state?.kind ?? 'public') : found.state];
    }),
  );
const listed = (edition: Edition): string[] =>
  edition
    .newest('all', '', 20)
    .map(({ address }) => address.slice(12))
    .toSorted();

const everyState = {
  public: 'public',
  draft: 'draft',
  withheld: 'withheld',
  killed: 'gone',
  scheduled: 'scheduled',
  embargoed: 'embargoed',
  expired: 'expired',
};

test('a preview shows all but what was killed, and each article says why the public does not see it', async (t) => {
  const newsroom = newsroomOfAllStates(t);
  await preview(t, newsroom, 'preview-all', noon, (edition) => {
    deepEqual(byAddress(edition), everyState);
    deepEqual(listed(edition), ['draft', 'embargoed', 'expired', 'public', 'scheduled', 'withheld']);
    equal(edition.previewedAt, noon);
  });
});

test('a preview as of an instant lists what would be public then, and what is set aside', async (t) => {
  const newsroom = newsroomOfAllStates(t);
  await preview(t, newsroom, 'preview', noon, (edition) => {
    deepEqual(byAddress(edition), everyState);
    deepEqual(listed(edition), ['draft', 'public', 'withheld']);
  });
  await preview(t, newsroom, 'preview', '2026-01-13T18:00:00Z', (edition) => {
    deepEqual(byAddress(edition), { ...everyState, scheduled: 'public', embargoed: 'public' });
    deepEqual(listed(edition), ['draft', 'embargoed', 'public', 'scheduled', 'withheld']);
  });
});

test('the public never reads a store that was made for a preview, nor a preview that of the public', async (t) => {
  const { content } = newsroomOfAllStates(t);
  const data = folderFor(t);
  await compile({ content, data, audience: 'preview-all' });
  throws(() => Editions.in(data, { linkTarget }), StoreMissing);
  await compile({ content, data });
  throws(() => previewsIn(data, { linkTarget }), StoreMissing);
  const editions = Editions.in(data, { linkTarget });
  deepEqual(editions.at(Date.parse(noon), listed), ['public']);
  equal(
    editions.at(Date.parse(noon), (edition) => edition.previewedAt),
    undefined,
  );
  editions.close();
});
