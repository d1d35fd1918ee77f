import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { crawl } from './crawl.ts';
import { relatedWeights } from '../newsroom/related/weights.ts';
import { LiveNewsroom } from './live-newsroom.ts';
import type { TemporaryNewsroom } from './newsroom.ts';

const day = (number: number): string =>
  new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10).replaceAll('-', '/');

/** Articles of the topic at the start: 29 more than three pages, so that one more fills another page. */
const storiesAtFirst = 119;

/** Whether the page of a story links to the new one at `path`, and the story is recent enough for that. One story a day was published. */
function mayLinkTo(other: string, now: Pages, path: string): boolean {
  const numberOf = (address: string): number => Number(/story-(\d+)/.exec(address)?.[1]);
  const isRecent = numberOf(path) - numberOf(other) <= relatedWeights.newerDays;
  return isRecent && now.get(other)?.text.includes(`href="${path}"`) === true;
}

describe('which pages change when something is published', () => {
  let live: LiveNewsroom;
  before(async () => {
    live = await LiveNewsroom.start((newsroom) => {
      newsroom.topic('tides', { title: 'Tides' });
      newsroom.topic('secrets', { title: 'Secrets' });
      newsroom.person('ada-quill', { name: 'Ada Quill' });
      newsroom.storyline('the-line', { title: 'The line', topics: ['tides'] });
      for (let number = 1; number <= storiesAtFirst; number++) addStory(newsroom, number);
    });
  });
  after(() => live.end());

  /** The ETag and the text of each page, by its path. */
  const everything = async (): Promise<Pages> => {
    const { pages } = await crawl(live.site.base);
    return new Map(pages.map(({ path, answer }) => [path, { etag: answer.headers.etag, text: answer.text }]));
  };

  test('a hidden article changes no page', async () => {
    const earlier = await everything();
    assert.ok(earlier.size > 2 * storiesAtFirst, `${earlier.size} pages`);
    const hidden: [slug: string, fields: Record<string, unknown>][] = [
      ['draft', { status: 'draft' }],
      ['withheld', { status: 'withheld' }],
      ['embargoed', { embargo: '2999-01-01T00:00:00Z' }],
      ['expired', { expires: '2025-06-01T00:00:00Z' }],
      ['killed', { status: 'killed' }],
      ['killed-before', { status: 'killed', embargo: '2999-01-01T00:00:00Z' }],
    ];
    await live.change((newsroom) => {
      newsroom.picture('secret.svg');
      newsroom.person('secret-source', { name: 'Secret Source' });
      const fields = {
        ...fieldsOf(60),
        headline: 'Hiddenheadline',
        topics: ['secrets', 'tides'],
        byline: ['secret-source', 'ada-quill'],
        storyline: 'the-line',
        image: { src: 'secret.svg', alt: 'x' },
      };
      for (const [slug, own] of hidden) newsroom.article(`/${day(60)}/${slug}`, { ...fields, ...own });
      newsroom.article('/2999/01/01/scheduled', fields);
    });
    await live.becomes(`/${day(60)}/expired`, 410);
    const now = await everything();
    assert.deepEqual(changed(earlier, now), []);
    const others = ['/topics/secrets', '/people/secret-source', '/2999', '/2999/01/01/scheduled', '/images/secret.svg'];
    for (const path of others) assert.equal(await live.status(path), 404, path);
    for (const { text } of now.values()) assert.doesNotMatch(text, /Hiddenheadline|Secret/);
  });

  test('an edit of a text changes its own page only, and the reverted edit gives the same bytes again', async () => {
    const path = `/${day(40)}/story-40`;
    const earlier = await everything();
    live.newsroom.article(path, fieldsOf(40), 'Another text than before.');
    await live.shows(path, 'Another text than before.');
    const now = await everything();
    // Lists may count or quote its words; other articles do not show its text, but those that link to it say why.
    const stories = changed(earlier, now).filter((other) => /\/story-\d+$/.test(other));
    const linksToIt = (other: string): boolean =>
      [earlier, now].some((pages) => pages.get(other)?.text.includes(`href="${path}"`) === true);
    assert.ok(stories.includes(path));
    assert.deepEqual(
      stories.filter((other) => other !== path && !linksToIt(other)),
      [],
    );
    live.newsroom.article(path, fieldsOf(40));
    await live.shows(path, 'A paragraph of plain text.');
    assert.deepEqual(changed(earlier, await everything()), []);
  });

  test('an ETag changes exactly if the page does', async () => {
    const earlier = await everything();
    live.newsroom.article(`/${day(41)}/story-41`, { ...fieldsOf(41), headline: 'Another headline for this one' });
    await live.shows(`/${day(41)}/story-41`, 'Another headline for this one');
    const now = await everything();
    for (const [path, { etag, text }] of now)
      assert.equal(etag === earlier.get(path)?.etag, text === earlier.get(path)?.text, path);
    assert.ok(changed(earlier, now).length > 0);
  });

  test('a new article leaves the full pages of lists, and earlier articles, as they were', async () => {
    const earlier = await everything();
    const path = `/${day(storiesAtFirst + 1)}/story-${storiesAtFirst + 1}`;
    addStory(live.newsroom, storiesAtFirst + 1);
    await live.becomes(path, 200);
    await live.shows('/topics/tides', path);
    const now = await everything();
    const changedPaths = changed(earlier, now);
    // The articles of the storyline show the one that follows them.
    const ofStoryline = new Set(
      [...earlier].filter(([, { text }]) => text.includes('/storylines/the-line')).map(([other]) => other),
    );
    const stories = changedPaths.filter((other) => /\/story-\d+(?:\/related)?$/.test(other) && earlier.has(other));
    assert.deepEqual(
      stories.filter((other) => !ofStoryline.has(other.replace(/\/related$/, '')) && !mayLinkTo(other, now, path)),
      [],
    );
    for (const list of ['/topics/tides', '/people/ada-quill', '/places/nara', '/agencies/afp']) {
      assert.ok(earlier.has(`${list}/page/2`), `${list} has two full pages`);
      assert.ok(now.has(`${list}/page/3`), `${list} has three full pages now`);
      assert.ok(!changedPaths.includes(`${list}/page/1`), `${list}/page/1 is another page now`);
      const [old, fresh] = [earlier, now].map((pages) => withoutPager(pages.get(`${list}/page/2`)?.text ?? ''));
      assert.equal(fresh, old, `${list}/page/2 has changed in more than its links to the neighbours`);
    }
    for (const older of ['/2025/01', `/${day(20)}`]) assert.ok(!changedPaths.includes(older), older);
  });

  test('another new article leaves all full pages as they were', async () => {
    const earlier = await everything();
    addStory(live.newsroom, storiesAtFirst + 2);
    const path = `/${day(storiesAtFirst + 2)}/story-${storiesAtFirst + 2}`;
    await live.becomes(path, 200);
    const now = await everything();
    const changedPaths = changed(earlier, now);
    assert.deepEqual(
      changedPaths.filter((other) => /\/page\/\d+$/.test(other)),
      [],
    );
    assert.deepEqual(
      changedPaths.filter(
        (other) => /\/story-\d+(?:\/related)?$/.test(other) && earlier.has(other) && !mayLinkTo(other, now, path),
      ),
      [],
    );
  });
});

type Pages = Map<string, { etag: string | undefined; text: string }>;

function fieldsOf(number: number): Record<string, unknown> {
  return {
    headline: `Story number ${number} of the tides`,
    topics: ['tides'],
    byline: ['ada-quill'],
    dateline: { place: 'Nara', country: 'JP' },
    agency: 'AFP',
    ...(number % 10 === 0 && { storyline: 'the-line' }),
  };
}

function addStory(newsroom: TemporaryNewsroom, number: number): void {
  newsroom.article(`/${day(number)}/story-${number}`, fieldsOf(number));
}

/** The paths of pages that have changed, are new, or are gone. */
function changed(earlier: Pages, now: Pages): string[] {
  return [...new Set([...earlier.keys(), ...now.keys()])].filter(
    (path) => earlier.get(path)?.etag !== now.get(path)?.etag,
  );
}

function withoutPager(text: string): string {
  return text.replace(/<nav class="pager".*?<\/nav>/, '');
}
