import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { answer } from '../../site/answer.ts';
import { outputAt } from '../../formats/outputs.ts';
import { readNewCommits } from '../compile/git-history.ts';
import type { Edition } from '../edition/edition.ts';
import { address, day, file, GitNewsroom, removeNewsrooms } from './testing.ts';

afterEach(removeNewsrooms);

function viewAt(edition: Edition, path: string): Record<string, unknown> {
  const found = answer(edition, path);
  return 'view' in found ? { ...found.view } : {};
}

function outputBody(edition: Edition, path: string): string {
  const found = outputAt(edition, path);
  return found && 'body' in found ? found.body : '';
}

/** A clone of a newsroom whose article has three commits. */
function cloneOfThree(): GitNewsroom {
  const newsroom = new GitNewsroom();
  for (const [time, text] of [
    ['18:31', 'Nara'],
    ['18:40', 'Osaka'],
    ['18:50', 'Kobe'],
  ] as const)
    newsroom.commit(day(time), {}, `They met in ${text}.`);
  return new GitNewsroom(`file://${join(newsroom.root, 'site')}`);
}

describe('the published versions of an article', () => {
  it('are its commits from its publication on, oldest first', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('17:00'), { status: 'draft' }, 'Canarydraft came first.');
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(day('19:00'), {}, 'They met in Nara and signed a treaty.');
    assert.deepEqual(await newsroom.versions(), [
      { number: 1, at: day('18:31'), change: 'first' },
      { number: 2, at: day('19:00'), change: 'update' },
    ]);
    assert.match(await newsroom.shown(answer), /signed a treaty/);
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('begin when the article was published, if git knew it only later', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit('2026-01-20T12:00:00+00:00', {}, 'They met in Nara.');
    const first = { number: 1, at: day('18:30'), change: 'first' };
    assert.deepEqual(await newsroom.versions(), [first], 'one commit');
    newsroom.commit('2026-01-21T12:00:00+00:00', {}, 'They met in Osaka.');
    assert.deepEqual(await newsroom.versions(), [
      first,
      { number: 2, at: '2026-01-21T12:00:00+00:00', change: 'update' },
    ]);
  });

  it('begin on a day if no time is known, and go on at the times of commits', async () => {
    const newsroom = new GitNewsroom();
    const fields = { published: '2026-01-13+09:00' };
    newsroom.commit('2026-01-20T12:00:00+00:00', fields, 'They met in Nara.');
    newsroom.commit('2026-01-21T12:00:00+00:00', fields, 'They met in Osaka.');
    assert.deepEqual(await newsroom.versions(), [
      { number: 1, at: '2026-01-13T00:00:00+09:00', change: 'first', dayOnly: true },
      { number: 2, at: '2026-01-21T12:00:00+00:00', change: 'update' },
    ]);
  });

  it('begin at a commit if a broken one came before', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, '<FactBox title="Canarysixteen">');
    newsroom.commit(day('18:40'), {}, 'They met in Nara.');
    assert.deepEqual(await newsroom.versions(), [{ number: 1, at: day('18:40'), change: 'first' }]);
  });

  it('of which an embargoed one is first, at its gate, if it was unchanged by then', async () => {
    const newsroom = new GitNewsroom();
    const embargo = day('20:00');
    newsroom.commit(day('18:31'), { embargo }, 'Canaryone.');
    newsroom.commit(day('18:40'), { embargo }, 'They met in Nara.');
    newsroom.commit(day('21:00'), { embargo }, 'They met in Osaka.');
    assert.deepEqual(await newsroom.versions(), [
      { number: 1, at: embargo, change: 'first' },
      { number: 2, at: day('21:00'), change: 'update' },
    ]);
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
    newsroom.commit(day('21:30'), { embargo: day('23:00') }, 'They met in Kobe.');
    assert.deepEqual(await newsroom.versions(), [{ number: 1, at: day('23:00'), change: 'first' }]);
    assert.doesNotMatch(await newsroom.shown(answer), /Canary|Nara|Osaka/);
  });

  it('leave out one whose embargo was lifted in the next', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), { embargo: day('20:00') }, 'Canarytwo.');
    newsroom.commit(day('18:40'), {}, 'They met in Nara.');
    assert.deepEqual(await newsroom.versions(), [{ number: 1, at: day('18:40'), change: 'first' }]);
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('leave out one that was replaced before its time, though a clock that was ahead says after it', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), { embargo: day('20:00') }, 'Canarythree.');
    newsroom.commit(day('23:00'), {}, 'They met in Nara.');
    newsroom.commit(day('18:50'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:50'), day('18:50')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('leave out one that was under embargo when somebody changed it in the folder', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), { embargo: day('20:00') }, 'Canarynine.');
    newsroom.write({}, 'They met in Nara.');
    assert.equal((await newsroom.versions()).length, 1);
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('begin again where the file was deleted and put back', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'Canaryten.');
    newsroom.commit(day('18:35'), { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' }, 'Other.');
    newsroom.git('rm', '-q', join('content', file));
    newsroom.git('commit', '-q', '-m', 'Taken away');
    newsroom.commit(day('18:50'), {}, 'They met in Nara.');
    newsroom.commit(day('19:00'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:50'), day('19:00')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('begin again where the article had expired', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), { expires: day('19:00') }, 'Canaryeleven.');
    newsroom.commit(day('19:30'), {}, 'They met in Nara.');
    newsroom.commit(day('19:40'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('19:30'), day('19:40')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('leave out a correction with a future date', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(
      day('18:40'),
      { corrections: '[{ at: 2027-01-01T00:00:00Z, text: Canarytwelve. }]' },
      'They met in Osaka.',
    );
    assert.deepEqual(
      (await newsroom.versions()).map(({ change }) => change),
      ['first', 'update'],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary|"correction"/);
  });

  it('show no trace of a future correction: no words, no version, no date', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    const plain = await newsroom.shown(answer);
    newsroom.commit(
      day('18:40'),
      { corrections: '[{ at: 2026-03-01T00:00:00Z, text: Canarythirteen. }]' },
      'They met in Nara.',
    );
    assert.equal(await newsroom.shown(answer), plain);
    assert.equal(await newsroom.substance(), day('18:30'));
    const later = Date.parse('2026-03-01T00:00:00Z');
    assert.deepEqual(
      (await newsroom.versions(undefined, later)).map(({ at, change }) => [at, change]),
      [
        [day('18:30'), 'first'],
        ['2026-03-01T00:00:00Z', 'correction'],
      ],
    );
    assert.equal(await newsroom.substance(later), '2026-03-01T00:00:00Z');
  });

  it('leave out a source that leads to what is hidden', async () => {
    const newsroom = new GitNewsroom();
    const sources =
      '[{ url: /2026/01/13/hidden, title: Canaryfourteen }, { url: "https://example.org/", title: A paper }]';
    newsroom.write({ path: 'articles/2026/01/13/hidden.mdx', id: 'urn:hidden', status: 'draft' }, 'Hidden.');
    newsroom.commit(day('18:31'), { sources }, 'They met in Nara.');
    newsroom.commit(day('18:40'), { sources }, 'They met in Osaka.');
    const seen = await newsroom.shown(answer);
    assert.match(seen, /A paper/);
    assert.doesNotMatch(seen, /Canary/);
  });

  for (const hidden of ['status: killed', 'status: withheld', 'status: draft', 'embargo: nonsense', 'another id']) {
    it(`begin again after ${hidden}`, async () => {
      const newsroom = new GitNewsroom();
      newsroom.commit(day('18:31'), {}, 'Canaryfour is told.');
      const [field = '', value = ''] = hidden.split(': ');
      newsroom.commit(day('18:40'), value === '' ? { id: 'urn:other' } : { [field]: value }, 'Canaryfive is told.');
      newsroom.commit(day('18:50'), {}, 'They met in Nara.');
      newsroom.commit(day('19:00'), {}, 'They met in Osaka.');
      assert.deepEqual(
        (await newsroom.versions()).map(({ at }) => at),
        [day('18:50'), day('19:00')],
      );
      assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
    });
  }

  it('leave out a broken one', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(day('18:40'), {}, '<FactBox title="Canarysix">');
    newsroom.commit(day('18:50'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30'), day('18:50')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('are followed through renames, and not through a file of the same name', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.rename(file, 'articles/2026/01/13/"treffen"-ü.mdx');
    newsroom.rename('articles/2026/01/13/"treffen"-ü.mdx', 'articles/2026/01/13/treffen-ü.mdx');
    newsroom.commit(day('18:50'), { path: 'articles/2026/01/13/treffen-ü.mdx' }, 'They met in Osaka.');
    newsroom.commit(day('19:00'), { id: 'urn:new' }, 'Another story.');
    newsroom.commit(day('19:10'), { id: 'urn:new' }, 'Another story altogether.');
    assert.deepEqual(
      (await newsroom.versions('/2026/01/13/treffen-ü')).map(({ at }) => at),
      [day('18:30'), day('18:50')],
    );
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30'), day('19:10')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Nara/);
  });

  it('are not those of a branch, but of the merge that brought it', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.git('checkout', '-q', '-b', 'draft');
    newsroom.commit(day('18:40'), {}, 'Canaryseven.');
    newsroom.commit(day('18:50'), {}, 'They met in Osaka.');
    newsroom.git('checkout', '-q', 'main');
    newsroom.commit(day('19:00'), { path: 'articles/2026/01/13/other.mdx', id: 'urn:b' }, 'Other.');
    newsroom.date = day('19:10');
    newsroom.git('merge', '-q', '--no-ff', '-m', 'merge', 'draft');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30'), day('19:10')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('end with what is in the folder and not committed', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    assert.deepEqual(await newsroom.versions(), [{ number: 1, at: day('18:30'), change: 'first' }]);
    newsroom.write({}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ change }) => change),
      ['first', 'update'],
    );
    assert.match(await newsroom.shown(answer), /Osaka/);
    newsroom.write({}, 'They met in Nara.\n\n');
    assert.equal((await newsroom.versions()).length, 1);
    newsroom.write({}, 'They met in Kobe.\r\n');
    newsroom.git('add', '-A');
    newsroom.commit(day('19:00'), {}, 'They met in Kobe.\r\n');
    assert.deepEqual((await newsroom.versions()).at(-1), { number: 2, at: day('19:00'), change: 'update' });
  });

  it('are read on from the last commit, and all again when history was rewritten', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(day('18:40'), {}, 'They met in Osaka.');
    assert.equal((await newsroom.versions()).length, 2);
    newsroom.commit(day('18:50'), {}, 'They met in Kobe.');
    assert.equal((await newsroom.versions()).length, 3);
    newsroom.git('reset', '-q', '--soft', 'HEAD~2');
    newsroom.commit(day('19:00'), {}, 'They met in Kobe and in Nara.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30'), day('19:00')],
    );
    newsroom.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30')],
    );
  });

  it('are those that a shallow clone knows, and more once it is deepened', async () => {
    const clone = cloneOfThree();
    assert.deepEqual(
      (await clone.versions()).map(({ at }) => at),
      [day('18:40'), day('18:50')],
    );
    clone.git('fetch', '-q', '--unshallow');
    assert.equal((await clone.versions()).length, 3);
  });

  it('are said to begin with a shallow clone: by compile, by the pages, and by no number of versions in ninjs', async () => {
    const clone = cloneOfThree();
    const said = async (): Promise<unknown[]> => [
      (await clone.compile()).history,
      (await clone.compile()).history,
      ...clone.askStore((edition) => [
        viewAt(edition, `${address}/history`)['partial'],
        viewAt(edition, `${address}/history/1`)['partial'],
        /"version": "(\d+)"/.exec(outputBody(edition, `${address}.json`))?.[1],
      ]),
    ];
    const shallow = /clone, which is shallow\..*--unshallow/;
    const [first, second, ...shown] = await said();
    assert.match(String(first), shallow);
    assert.match(String(second), shallow);
    assert.deepEqual(shown, [true, true, undefined]);
    clone.git('fetch', '-q', '--unshallow');
    assert.deepEqual(await said(), [undefined, undefined, undefined, undefined, '3']);
  });

  it('have no date in the future, whatever the commits say', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit('2099-01-01T00:00:00Z', {}, 'They met in Osaka.');
    newsroom.git('commit', '-q', '--amend', '--no-edit', `--date=${day('18:40')}`);
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('18:30'), day('18:40')],
    );
    newsroom.commit('2099-01-02T00:00:00Z', {}, 'They met in Kobe.');
    const present = Date.now();
    const [, , third] = await newsroom.versions(address, present + 60_000);
    assert.ok(third && Date.parse(third.at) <= Date.now(), third?.at);
    assert.deepEqual(
      await newsroom.versions(address, present + 90_000),
      await newsroom.versions(address, present + 60_000),
    );
    // DATELINE_NOW can set an earlier present.
    const then = Date.parse(day('18:35'));
    assert.deepEqual(
      (await newsroom.versions(address, then)).map(({ at }) => Date.parse(at) <= then),
      [true, true, true],
    );
  });

  it('have the date of their gate where the commits are from 1970', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit('1970-01-01T00:00:00Z', {}, 'They met in Nara.');
    newsroom.commit('1970-01-01T00:00:01Z', {}, 'They met in Osaka.');
    // The second was the newest when the gate opened.
    assert.deepEqual(await newsroom.versions(), [{ number: 1, at: day('18:30'), change: 'first' }]);
  });

  it('are not shown any more when the article is hidden', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'Canaryeight.');
    newsroom.commit(day('18:40'), {}, 'They met in Osaka.');
    assert.equal((await newsroom.versions()).length, 2);
    newsroom.write({ status: 'killed', reason: 'It was wrong.' }, 'They met in Osaka.');
    for (const path of ['/history', '/history/1', '/history/2'])
      assert.equal(await newsroom.ask((edition) => answer(edition, address + path).status), 410);
    newsroom.write({ status: 'withheld' }, 'They met in Osaka.');
    assert.equal(await newsroom.ask((edition) => answer(edition, `${address}/history`).status), 404);
    newsroom.commit(day('18:50'), { status: 'killed' }, 'They met in Osaka.');
    newsroom.commit(day('19:00'), {}, 'They met in Osaka.');
    assert.deepEqual(
      (await newsroom.versions()).map(({ at }) => at),
      [day('19:00')],
    );
    assert.doesNotMatch(await newsroom.shown(answer), /Canary/);
  });

  it('are none once git does not track the file any more', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), {}, 'They met in Nara.');
    newsroom.commit(day('18:40'), {}, 'They met in Osaka.');
    assert.equal((await newsroom.versions()).length, 2);
    newsroom.git('rm', '-q', '--cached', join('content', file));
    newsroom.git('commit', '-q', '-m', 'Not tracked');
    await readNewCommits(newsroom.content, newsroom.data);
    assert.deepEqual(
      newsroom.askStore((edition) => edition.history(address)?.versions),
      [],
    );
  });

  it('are found at old addresses too', async () => {
    const newsroom = new GitNewsroom();
    newsroom.commit(day('18:31'), { aliases: '[/2026/01/13/old]' }, 'They met in Nara.');
    const found = await newsroom.ask((edition) => answer(edition, '/2026/01/13/old/history/1'));
    assert.deepEqual(found, { status: 308, to: `${address}/history/1` });
  });
});
