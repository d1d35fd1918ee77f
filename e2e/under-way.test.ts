import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { DrivenClock } from './embargo/driven-clock.ts';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

const start = Date.parse('2026-03-01T00:00:00Z');
const stories = Array.from({ length: 24 }, (_, index) => ({
  path: `/2026/02/01/story-${index}`,
  gate: start + (index + 1) * 10_000,
}));

describe('a gate passes while a page is rendered', () => {
  const clock = new DrivenClock(start);
  const newsroom = new TemporaryNewsroom();
  let site: Site;
  before(async () => {
    const text = Array.from({ length: 40 }, () => 'Some words of a long text. '.repeat(10)).join('\n\n');
    for (const { path, gate } of stories) newsroom.article(path, { expires: new Date(gate).toISOString() }, text);
    site = await Site.start({ content: newsroom.folder, clock: clock.file });
  });
  after(async () => {
    await site.stop();
    newsroom.end();
    clock.end();
  });

  test('a request after the gate gets what holds after it, although the page was being rendered for an earlier request', async () => {
    for (const [index, { path, gate }] of stories.entries()) {
      clock.set(gate - 1);
      const early = ask(site.base, path);
      // At some point between the arrival of the request and the end of the rendering, a bit later each time.
      await pause(3 + (index % 12));
      clock.set(gate);
      const late = await Promise.all([ask(site.base, path), ask(site.base, path)]);
      assert.deepEqual(
        late.map(({ status }) => status),
        [410, 410],
        path,
      );
      assert.ok([200, 410].includes((await early).status));
    }
    assert.equal(site.printed.stderr, '');
  });
});
