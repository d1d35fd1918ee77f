import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { answer } from '../../site/answer.ts';
import { address, clearRooms, day, place, Room } from './test-room.ts';

afterEach(clearRooms);

describe('the published versions of an article', () => {
  it('are its commits from its publication on, oldest first', async () => {
    const room = new Room();
    room.commit(day('17:00'), { status: 'draft' }, 'Canarydraft came first.');
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.commit(day('19:00'), {}, 'They met in Nara and signed a treaty.');
    assert.deepEqual(await room.versions(), [
      { number: 1, at: day('18:31'), change: 'first' },
      { number: 2, at: day('19:00'), change: 'update' },
    ]);
    assert.match(await room.seen(answer), /signed a treaty/);
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('of which an embargoed one is first, at its gate, if it was unchanged by then', async () => {
    const room = new Room();
    const embargo = day('20:00');
    room.commit(day('18:31'), { embargo }, 'Canaryone.');
    room.commit(day('18:40'), { embargo }, 'They met in Nara.');
    room.commit(day('21:00'), { embargo }, 'They met in Osaka.');
    assert.deepEqual(await room.versions(), [
      { number: 1, at: embargo, change: 'first' },
      { number: 2, at: day('21:00'), change: 'update' },
    ]);
    assert.doesNotMatch(await room.seen(answer), /Canary/);
    room.commit(day('21:30'), { embargo: day('23:00') }, 'They met in Kobe.');
    assert.deepEqual(await room.versions(), [{ number: 1, at: day('23:00'), change: 'first' }]);
    assert.doesNotMatch(await room.seen(answer), /Canary|Nara|Osaka/);
  });

  it('leave out one whose embargo was lifted in the next', async () => {
    const room = new Room();
    room.commit(day('18:31'), { embargo: day('20:00') }, 'Canarytwo.');
    room.commit(day('18:40'), {}, 'They met in Nara.');
    assert.deepEqual(await room.versions(), [{ number: 1, at: day('18:40'), change: 'first' }]);
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('leave out one that was replaced before its time, though a clock that was ahead says after it', async () => {
    const room = new Room();
    room.commit(day('18:31'), { embargo: day('20:00') }, 'Canarythree.');
    room.commit(day('23:00'), {}, 'They met in Nara.');
    room.commit(day('18:50'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:50'), day('18:50')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('leave out one that was under embargo when somebody changed it in the folder', async () => {
    const room = new Room();
    room.commit(day('18:31'), { embargo: day('20:00') }, 'Canarynine.');
    room.write({}, 'They met in Nara.');
    assert.equal((await room.versions()).length, 1);
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('begin anew where the file was taken away and put back', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'Canaryten.');
    room.commit(day('18:35'), { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' }, 'Other.');
    room.git('rm', '-q', join('content', place));
    room.git('commit', '-q', '-m', 'Taken away');
    room.commit(day('18:50'), {}, 'They met in Nara.');
    room.commit(day('19:00'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:50'), day('19:00')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('begin anew where it had expired', async () => {
    const room = new Room();
    room.commit(day('18:31'), { expires: day('19:00') }, 'Canaryeleven.');
    room.commit(day('19:30'), {}, 'They met in Nara.');
    room.commit(day('19:40'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('19:30'), day('19:40')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('hold back a correction that is dated ahead', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.commit(
      day('18:40'),
      { corrections: '[{ at: 2027-01-01T00:00:00Z, text: Canarytwelve. }]' },
      'They met in Osaka.',
    );
    assert.deepEqual(
      (await room.versions()).map(({ change }) => change),
      ['first', 'update'],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary|"correction"/);
  });

  it('tell of a correction to come neither by its words, nor by a version, nor by a date', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    const plain = await room.seen(answer);
    room.commit(
      day('18:40'),
      { corrections: '[{ at: 2026-03-01T00:00:00Z, text: Canarythirteen. }]' },
      'They met in Nara.',
    );
    assert.equal(await room.seen(answer), plain);
    assert.equal(await room.substance(), day('18:30'));
    const later = Date.parse('2026-03-01T00:00:00Z');
    assert.deepEqual(
      (await room.versions(undefined, later)).map(({ at, change }) => [at, change]),
      [
        [day('18:31'), 'first'],
        ['2026-03-01T00:00:00Z', 'correction'],
      ],
    );
    assert.equal(await room.substance(later), '2026-03-01T00:00:00Z');
  });

  it('leave out a source that leads to what is hidden', async () => {
    const room = new Room();
    const sources =
      '[{ url: /2026/01/13/hidden, title: Canaryfourteen }, { url: "https://example.org/", title: A paper }]';
    room.write({ path: 'articles/2026/01/13/hidden.mdx', id: 'urn:hidden', status: 'draft' }, 'Hidden.');
    room.commit(day('18:31'), { sources }, 'They met in Nara.');
    room.commit(day('18:40'), { sources }, 'They met in Osaka.');
    const seen = await room.seen(answer);
    assert.match(seen, /A paper/);
    assert.doesNotMatch(seen, /Canary/);
  });

  for (const hidden of ['status: killed', 'status: withheld', 'status: draft', 'embargo: nonsense', 'another id']) {
    it(`begin anew after ${hidden}`, async () => {
      const room = new Room();
      room.commit(day('18:31'), {}, 'Canaryfour is told.');
      const [field = '', value = ''] = hidden.split(': ');
      room.commit(day('18:40'), value === '' ? { id: 'urn:other' } : { [field]: value }, 'Canaryfive is told.');
      room.commit(day('18:50'), {}, 'They met in Nara.');
      room.commit(day('19:00'), {}, 'They met in Osaka.');
      assert.deepEqual(
        (await room.versions()).map(({ at }) => at),
        [day('18:50'), day('19:00')],
      );
      assert.doesNotMatch(await room.seen(answer), /Canary/);
    });
  }

  it('leave out a broken one', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.commit(day('18:40'), {}, '<FactBox title="Canarysix">');
    room.commit(day('18:50'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:31'), day('18:50')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('are followed through renames, and not through a file of the same name', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.rename(place, 'articles/2026/01/13/"treffen"-ü.mdx');
    room.rename('articles/2026/01/13/"treffen"-ü.mdx', 'articles/2026/01/13/treffen-ü.mdx');
    room.commit(day('18:50'), { path: 'articles/2026/01/13/treffen-ü.mdx' }, 'They met in Osaka.');
    room.commit(day('19:00'), { id: 'urn:new' }, 'Another story.');
    room.commit(day('19:10'), { id: 'urn:new' }, 'Another story altogether.');
    assert.deepEqual(
      (await room.versions('/2026/01/13/treffen-ü')).map(({ at }) => at),
      [day('18:31'), day('18:50')],
    );
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('19:00'), day('19:10')],
    );
    assert.doesNotMatch(await room.seen(answer), /Nara/);
  });

  it('are not those of a branch, but of the merge that brought it', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.git('checkout', '-q', '-b', 'draft');
    room.commit(day('18:40'), {}, 'Canaryseven.');
    room.commit(day('18:50'), {}, 'They met in Osaka.');
    room.git('checkout', '-q', 'main');
    room.commit(day('19:00'), { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' }, 'Other.');
    room.date = day('19:10');
    room.git('merge', '-q', '--no-ff', '-m', 'merge', 'draft');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:31'), day('19:10')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('end with what lies in the folder uncommitted', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    assert.deepEqual(await room.versions(), [{ number: 1, at: day('18:31'), change: 'first' }]);
    room.write({}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ change }) => change),
      ['first', 'update'],
    );
    assert.match(await room.seen(answer), /Osaka/);
    room.write({}, 'They met in Nara.\n\n');
    assert.equal((await room.versions()).length, 1);
    room.write({}, 'They met in Kobe.\r\n');
    room.git('add', '-A');
    room.commit(day('19:00'), {}, 'They met in Kobe.\r\n');
    assert.deepEqual((await room.versions()).at(-1), { number: 2, at: day('19:00'), change: 'update' });
  });

  it('are read on from where reading stopped, and anew when history was rewritten', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.commit(day('18:40'), {}, 'They met in Osaka.');
    assert.equal((await room.versions()).length, 2);
    room.commit(day('18:50'), {}, 'They met in Kobe.');
    assert.equal((await room.versions()).length, 3);
    room.git('reset', '-q', '--soft', 'HEAD~2');
    room.commit(day('19:00'), {}, 'They met in Kobe and in Nara.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:31'), day('19:00')],
    );
    room.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('18:31')],
    );
  });

  it('are those that a shallow clone knows, and more once it is deepened', async () => {
    const room = new Room();
    for (const [time, text] of [
      ['18:31', 'Nara'],
      ['18:40', 'Osaka'],
      ['18:50', 'Kobe'],
    ] as const)
      room.commit(day(time), {}, `They met in ${text}.`);
    const clone = new Room(`file://${join(room.root, 'site')}`);
    assert.deepEqual(
      (await clone.versions()).map(({ at }) => at),
      [day('18:40'), day('18:50')],
    );
    clone.git('fetch', '-q', '--unshallow');
    assert.equal((await clone.versions()).length, 3);
  });

  it('are no longer told when the article goes out of sight', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'Canaryeight.');
    room.commit(day('18:40'), {}, 'They met in Osaka.');
    assert.equal((await room.versions()).length, 2);
    room.write({ status: 'killed', reason: 'It was wrong.' }, 'They met in Osaka.');
    for (const path of ['/history', '/history/1', '/history/2'])
      assert.equal(await room.ask((edition) => answer(edition, address + path).status), 410);
    room.write({ status: 'withheld' }, 'They met in Osaka.');
    assert.equal(await room.ask((edition) => answer(edition, `${address}/history`).status), 404);
    room.commit(day('18:50'), { status: 'killed' }, 'They met in Osaka.');
    room.commit(day('19:00'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await room.versions()).map(({ at }) => at),
      [day('19:00')],
    );
    assert.doesNotMatch(await room.seen(answer), /Canary/);
  });

  it('are told of old addresses too', async () => {
    const room = new Room();
    room.commit(day('18:31'), { aliases: '[/2026/01/13/old]' }, 'They met in Nara.');
    const found = await room.ask((edition) => answer(edition, '/2026/01/13/old/history/1'));
    assert.deepEqual(found, { status: 308, to: `${address}/history/1` });
  });
});
