import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { answer } from '../../site/answer.ts';
import { address, day, GitNewsroom, removeNewsrooms } from './testing.ts';

afterEach(removeNewsrooms);

describe('without a history', () => {
  it('the page says so, and nothing fails', async () => {
    const newsroom = new GitNewsroom(false);
    newsroom.write({}, 'They met in Nara.');
    const { history } = await newsroom.compile();
    assert.equal(history, undefined);
    assert.deepEqual(await newsroom.versions(), []);
    assert.equal(await newsroom.ask((edition) => answer(edition, `${address}/history`).status), 200);
    assert.equal(await newsroom.ask((edition) => answer(edition, `${address}/history/1`).status), 404);
  });

  it('a file that git does not know has none, nor has a repository without a commit', async () => {
    const newsroom = new GitNewsroom();
    newsroom.write({}, 'They met in Nara.');
    assert.equal((await newsroom.compile()).history, undefined);
    assert.deepEqual(await newsroom.versions(), []);
    newsroom.commit(
      day('18:31'),
      { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' },
      'Other.',
      'articles/2026/01/13/other.mdx',
    );
    assert.deepEqual(await newsroom.versions(), []);
  });

  it('a missing git, or one that refuses, is reported in one sentence', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    const { PATH } = process.env;
    try {
      process.env['PATH'] = '/nowhere';
      assert.match(
        (await newsroom.compile()).history ?? '',
        /^The history of the articles cannot be read: git cannot be run/,
      );
    } finally {
      process.env['PATH'] = PATH;
    }
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
    try {
      const { history, articles } = await newsroom.compile();
      assert.match(history ?? '', /dubious ownership/);
      assert.equal(articles, 1);
    } finally {
      delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'];
    }
  });

  it('a partial clone is reported with its remedy', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(day('18:40'), {}, 'They met in Osaka.');
    newsroom.git('config', 'uploadpack.allowFilter', 'true');
    for (const filter of ['blob:none', 'tree:0']) {
      const clone = new GitNewsroom(`file://${join(newsroom.root, 'site')}`, [`--filter=${filter}`]);
      const { history, articles } = await clone.compile();
      assert.match(history ?? '', /the clone is partial.*without `--filter`\.$/);
      assert.equal(articles, 1);
      assert.deepEqual(await clone.versions(), []);
    }
  });
});

describe('the substance of an article', () => {
  it('changes with a correction or an update, and not with a typo', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'The goverment met in Nara.');
    assert.equal(await newsroom.substance(), day('18:30'));
    newsroom.commit(day('18:40'), { updated: day('18:40') }, 'The government met in Nara.');
    assert.equal(await newsroom.substance(), day('18:30'));
    newsroom.commit(day('18:50'), {}, 'The government met in Osaka.');
    assert.equal(await newsroom.substance(), day('18:50'));
    newsroom.commit(
      day('19:10'),
      { corrections: `[{ at: ${day('19:00')}, text: It was Kobe. }]`, updated: day('19:05') },
      'The government met in Kobe.',
    );
    assert.equal(await newsroom.substance(), day('19:05'));
    assert.deepEqual(
      (await newsroom.versions()).map(({ change }) => change),
      ['first', 'typo', 'update', 'correction'],
    );
    newsroom.commit(
      day('19:20'),
      { topics: '[]', corrections: `[{ at: ${day('19:00')}, text: It was Kobe. }]` },
      'The government met in Kobe.',
    );
    assert.equal((await newsroom.versions()).length, 4);
    assert.equal(await newsroom.substance(), day('19:05'));
    newsroom.commit(
      day('19:30'),
      {
        corrections: `[{ at: ${day('19:00')}, text: It was Kobe. }]`,
        image: '{ src: a.jpg, alt: A garden., caption: The garden in Kobe. }',
      },
      'The government met in Kobe.',
    );
    assert.deepEqual((await newsroom.versions()).at(-1), { number: 5, at: day('19:30'), change: 'picture' });
    assert.equal(await newsroom.substance(), day('19:05'), 'a picture is no new substance');
  });

  it('S6: is the last change of its day', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'The goverment met in Nara.');
    assert.equal(await newsroom.dayChanged(), Date.parse(day('18:30')));
    newsroom.commit(day('18:40'), { updated: day('18:40') }, 'The government met in Nara.');
    assert.equal(await newsroom.dayChanged(), Date.parse(day('18:30')), 'a typo, whatever the file says of itself');
    newsroom.commit(day('18:50'), { updated: day('18:40') }, 'The government met in Osaka.');
    assert.equal(await newsroom.dayChanged(), Date.parse(day('18:50')));
    newsroom.write({ updated: day('18:40'), standfirst: 'In Osaka.' }, 'The government met in Osaka.');
    assert.notEqual(await newsroom.dayChanged(), Date.parse(day('18:50')), 'in the folder, and not committed');
    newsroom.removeRepository();
    assert.equal(await newsroom.dayChanged(), Date.parse(day('18:40')), 'without git it is what the file says');
  });
});
