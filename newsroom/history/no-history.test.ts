import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { answer } from '../../site/answer.ts';
import { address, clearRooms, day, Room } from './test-room.ts';

afterEach(clearRooms);

describe('without a history', () => {
  it('the page says so, and nothing fails', async () => {
    const room = new Room(false);
    room.write({}, 'They met in Nara.');
    const { history } = await room.compile();
    assert.equal(history, undefined);
    assert.deepEqual(await room.versions(), []);
    assert.equal(await room.ask((edition) => answer(edition, `${address}/history`).status), 200);
    assert.equal(await room.ask((edition) => answer(edition, `${address}/history/1`).status), 404);
  });

  it('a file that git does not know has none, nor has a repository without a commit', async () => {
    const room = new Room();
    room.write({}, 'They met in Nara.');
    assert.equal((await room.compile()).history, undefined);
    assert.deepEqual(await room.versions(), []);
    room.commit(
      day('18:31'),
      { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' },
      'Other.',
      'articles/2026/01/13/other.mdx',
    );
    assert.deepEqual(await room.versions(), []);
  });

  it('git that is missing or refuses is told in one sentence', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    const { PATH } = process.env;
    try {
      process.env['PATH'] = '/nowhere';
      assert.match(
        (await room.compile()).history ?? '',
        /^The history of the articles cannot be read: git cannot be run/,
      );
    } finally {
      process.env['PATH'] = PATH;
    }
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
    try {
      const { history, articles } = await room.compile();
      assert.match(history ?? '', /dubious ownership/);
      assert.equal(articles, 1);
    } finally {
      delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'];
    }
  });
});

describe('the substance of an article', () => {
  it('moves with a correction or an update, and not with a typo', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'The goverment met in Nara.');
    assert.equal(await room.substance(), day('18:30'));
    room.commit(day('18:40'), { updated: day('18:40') }, 'The government met in Nara.');
    assert.equal(await room.substance(), day('18:30'));
    room.commit(day('18:50'), {}, 'The government met in Osaka.');
    assert.equal(await room.substance(), day('18:50'));
    room.commit(
      day('19:10'),
      { corrections: `[{ at: ${day('19:00')}, text: It was Kobe. }]`, updated: day('19:05') },
      'The government met in Kobe.',
    );
    assert.equal(await room.substance(), day('19:05'));
    assert.deepEqual(
      (await room.versions()).map(({ change }) => change),
      ['first', 'typo', 'update', 'correction'],
    );
    room.commit(
      day('19:20'),
      { topics: '[]', corrections: `[{ at: ${day('19:00')}, text: It was Kobe. }]` },
      'The government met in Kobe.',
    );
    assert.equal((await room.versions()).length, 4);
    assert.equal(await room.substance(), day('19:05'));
  });

  it('S6: is what its day in the catalogue goes by', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'The goverment met in Nara.');
    assert.equal(await room.moved(), Date.parse(day('18:30')));
    room.commit(day('18:40'), { updated: day('18:40') }, 'The government met in Nara.');
    assert.equal(await room.moved(), Date.parse(day('18:30')), 'a typo, whatever the file says of itself');
    room.commit(day('18:50'), { updated: day('18:40') }, 'The government met in Osaka.');
    assert.equal(await room.moved(), Date.parse(day('18:50')));
    room.write({ updated: day('18:40'), standfirst: 'In Osaka.' }, 'The government met in Osaka.');
    assert.notEqual(await room.moved(), Date.parse(day('18:50')), 'in the folder, and not committed');
    room.forget();
    assert.equal(await room.moved(), Date.parse(day('18:40')), 'without git it is what the file says');
  });
});
