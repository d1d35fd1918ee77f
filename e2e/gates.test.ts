import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LiveNewsroom } from './live-newsroom.ts';

const known = '/2025/03/04/known';

/** Pages that list or count articles. */
const lists = [
  '/',
  '/topics',
  '/topics/harbours',
  '/topics/harbours/links',
  '/people/ada-quill',
  known,
  `${known}/related`,
  '/2025',
  '/2025/03',
];

/** The time from the edit to the gate, at first. A machine that is too busy for it gets a longer one. Milliseconds. */
const shortLead = 4000;
const longestLead = 120_000;

/** What appears or goes with an article. */
interface Gated {
  path: string;
  topic: string;
  picture: string;
}

describe('the clock passes a gate, without a restart', () => {
  let live: LiveNewsroom;
  let number = 0;
  before(async () => {
    live = await LiveNewsroom.start((newsroom) => {
      newsroom.topic('harbours', { title: 'Harbours' });
      newsroom.person('ada-quill', { name: 'Ada Quill' });
      newsroom.article(known, {
        headline: 'A story known before',
        topics: ['harbours'],
        byline: ['ada-quill'],
        storyline: 'the-line',
      });
      newsroom.storyline('the-line', { title: 'The line' });
      newsroom.article('/2025/03/03/older', { headline: 'An older one', topics: ['harbours'] });
    });
  });
  after(() => live.end());

  /** What the lists show at present. */
  const shown = async (): Promise<Record<string, string>> =>
    Object.fromEntries(await Promise.all(lists.map(async (path) => [path, (await live.page(path)).text] as const)));

  /**
   * Writes an article with a gate a little ahead, and asserts what holds before the gate. If the machine was too slow to
   * do so in time, it tries again with another article and more time.
   */
  const gateAhead = async (
    fields: (gate: string) => Record<string, unknown>,
    holdsBefore: (gated: Gated) => Promise<void>,
  ): Promise<Gated> => {
    for (let lead = shortLead; lead <= longestLead; lead *= 2) {
      number += 1;
      const gate = new Date(Math.ceil((Date.now() + lead) / 1000) * 1000);
      const written = fields(gate.toISOString());
      const published = typeof written['published'] === 'string' ? written['published'] : '2025-03-05T10:00:00Z';
      const gated = {
        path: `/${published.slice(0, 10).replaceAll('-', '/')}/gated-${number}`,
        topic: `secret-${number}`,
        picture: `secret-${number}.svg`,
      };
      await live.change((newsroom) => {
        newsroom.picture(gated.picture);
        newsroom.topic(gated.topic, { title: `Secret topic ${number}` });
        newsroom.article(gated.path, {
          headline: `Gated headline ${number}`,
          published,
          topics: ['harbours', gated.topic],
          byline: ['ada-quill'],
          storyline: 'the-line',
          image: { src: gated.picture, alt: 'A plain field' },
          ...written,
        });
      });
      let fault: unknown;
      try {
        await holdsBefore(gated);
      } catch (error) {
        fault = error;
      }
      // An answer that came after the gate proves nothing about the time before it.
      if (Date.now() < gate.getTime()) {
        if (fault !== undefined) throw fault;
        return gated;
      }
      live.newsroom.remove(`articles${gated.path}.mdx`);
      await live.becomes(gated.path, 404);
    }
    throw new Error('The machine is too slow to read a page before a gate.');
  };

  const isHidden = async (
    { path, topic, picture }: Gated,
    status: 404 | 410,
    earlier: Record<string, string>,
  ): Promise<void> => {
    assert.equal(await live.status(path), status, 'the page');
    assert.equal(await live.status(`/topics/${topic}`), 404, 'its topic');
    assert.equal(await live.status(`/topics/${topic}/links`), 404, 'its topic’s links');
    assert.equal(await live.status(`/images/${picture}`), 404, 'its picture');
    for (const [list, text] of Object.entries(await shown()))
      assert.equal(text, earlier[list], `${list} shows something of it`);
  };

  const isShown = async ({ path, topic, picture }: Gated, earlier: Record<string, string>): Promise<void> => {
    await live.becomes(path, 200);
    assert.equal(await live.status(`/topics/${topic}`), 200, 'its topic');
    assert.equal(await live.status(`/images/${picture}`), 200, 'its picture');
    const now = await shown();
    for (const list of ['/', '/topics', '/topics/harbours', '/people/ada-quill'])
      assert.notEqual(now[list], earlier[list], `${list} does not show it`);
    for (const list of ['/', '/topics/harbours', '/people/ada-quill'])
      assert.ok(now[list]?.includes(path), `${list} does not link it`);
  };

  test('an embargo ends for the page, lists, counts, collection and picture at once', async () => {
    const earlier = await shown();
    const gated = await gateAhead(
      (embargo) => ({ embargo }),
      (story) => isHidden(story, 404, earlier),
    );
    await isShown(gated, earlier);
    live.newsroom.remove(`articles${gated.path}.mdx`);
    await live.becomes(gated.path, 404);
  });

  test('a scheduled article appears at its instant', async () => {
    const earlier = await shown();
    const gated = await gateAhead(
      (published) => ({ published }),
      (story) => isHidden(story, 404, earlier),
    );
    await isShown(gated, earlier);
    live.newsroom.remove(`articles${gated.path}.mdx`);
    await live.becomes(gated.path, 404);
  });

  test('an article expires: it is gone, and all lists are as if it had never existed', async () => {
    const earlier = await shown();
    const gated = await gateAhead(
      (expires) => ({ expires }),
      async (story) => {
        assert.equal(await live.status(story.path), 200);
        assert.equal(await live.status(`/images/${story.picture}`), 200);
        assert.equal(await live.status(`/topics/${story.topic}`), 200);
      },
    );
    await live.becomes(gated.path, 410);
    await isHidden(gated, 410, earlier);
  });

  test('a cache revalidates a page before a gate', async () => {
    const gated = await gateAhead(
      (embargo) => ({ embargo }),
      async () => {
        const cache = (await live.page('/')).headers['cache-control'] ?? '';
        assert.ok(Number(/s-maxage=(\d+)/.exec(cache)?.[1] ?? 0) <= 1, cache);
        assert.match(cache, /max-age=0/);
      },
    );
    await live.becomes(gated.path, 200);
  });
});
