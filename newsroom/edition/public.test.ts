import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../testing.ts';
import type { Story, FullStory } from './public.ts';

function headlineOf(story: Story): string {
  return story.headline;
}

test('only an edition makes a story', async (t) => {
  const plain = {
    address: '/2026/01/01/a',
    headline: 'A',
    kicker: undefined,
    standfirst: '',
    type: 'news' as const,
    published: '2026-01-01T12:00:00Z',
    updated: undefined,
    place: undefined,
    topics: [],
    storyline: undefined,
    lang: 'en',
    picture: undefined,
    translates: () => false,
    canonical: undefined,
    state: undefined,
    kickerLang: undefined,
  };
  // @ts-expect-error -- it has all that can be seen of a story, but no edition has made it
  assert.equal(headlineOf(plain), 'A');
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await newsroom.compile();
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    const story = edition.story('/2026/01/01/a');
    assert.ok(story);
    assert.equal(headlineOf(story), 'About a');
    // @ts-expect-error -- what a list shows is not the full story
    const full: FullStory = story;
    // @ts-expect-error -- nor is a copy of a story one
    const copy: Story = { ...story };
    assert.ok(full && copy);
  });
});
