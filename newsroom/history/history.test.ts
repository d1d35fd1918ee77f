import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { answer } from '../../site/answer.ts';
import type { View } from '../../site/views.ts';
import { compile, type CompileSummary } from '../compile/compile.ts';
import type { Edition } from '../edition/edition.ts';
import { Editions } from '../edition/open.ts';
import type { VersionEntry } from '../model/version.ts';

const address = '/2026/01/13/summit';
const place = 'articles/2026/01/13/summit.mdx';
const day = (time: string): string => `2026-01-13T${time}:00+09:00`;
const noon = Date.parse('2026-02-01T12:00:00Z');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

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
    assert.match(await room.seen(), /signed a treaty/);
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
    room.commit(day('21:30'), { embargo: day('23:00') }, 'They met in Kobe.');
    assert.deepEqual(await room.versions(), [{ number: 1, at: day('23:00'), change: 'first' }]);
    assert.doesNotMatch(await room.seen(), /Canary|Nara|Osaka/);
  });

  it('leave out one whose embargo was lifted in the next', async () => {
    const room = new Room();
    room.commit(day('18:31'), { embargo: day('20:00') }, 'Canarytwo.');
    room.commit(day('18:40'), {}, 'They met in Nara.');
    assert.deepEqual(await room.versions(), [{ number: 1, at: day('18:40'), change: 'first' }]);
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
  });

  it('leave out one that was under embargo when somebody changed it in the folder', async () => {
    const room = new Room();
    room.commit(day('18:31'), { embargo: day('20:00') }, 'Canarynine.');
    room.write({}, 'They met in Nara.');
    assert.equal((await room.versions()).length, 1);
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
  });

  it('hold back a correction that is dated ahead', async () => {
    const room = new Room();
    room.commit(day('18:31'), {}, 'They met in Nara.');
    room.commit(
      day('18:40'),
      { corrections: '[{ at: 2027-01-01T00:00:00Z, text: Canarytwelve. }]' },
      'They met in Osaka.',
    );
    assert.equal((await room.versions()).length, 2);
    assert.doesNotMatch(await room.seen(), /Canary/);
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
      assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.doesNotMatch(await room.seen(), /Nara/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
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
    assert.match(await room.seen(), /Osaka/);
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
    assert.doesNotMatch(await room.seen(), /Canary/);
  });

  it('are told of old addresses too', async () => {
    const room = new Room();
    room.commit(day('18:31'), { aliases: '[/2026/01/13/old]' }, 'They met in Nara.');
    const found = await room.ask((edition) => answer(edition, '/2026/01/13/old/history/1'));
    assert.deepEqual(found, { status: 308, to: `${address}/history/1` });
  });
});

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
});

/** A newsroom of one story in a subfolder of a repository of its own. */
class Room {
  readonly root = mkdtempSync(join(tmpdir(), 'dateline-history-'));
  readonly #content: string;
  readonly #data = join(this.root, 'data');
  date = day('18:00');

  constructor(from: string | boolean = true) {
    folders.push(this.root);
    this.#content = join(this.root, 'site', 'content');
    if (typeof from === 'string') {
      execFileSync('git', ['clone', '-q', '--depth', '2', from, join(this.root, 'site')]);
      return;
    }
    mkdirSync(this.#content, { recursive: true });
    if (from) this.git('init', '-q', '-b', 'main', '.');
  }

  git(...args: string[]): void {
    execFileSync(
      'git',
      ['-C', join(this.root, 'site'), '-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args],
      {
        env: { ...process.env, GIT_COMMITTER_DATE: this.date, GIT_AUTHOR_DATE: this.date },
      },
    );
  }

  write({ path = place, ...fields }: Record<string, string>, body: string): void {
    const all = { id: 'urn:a', headline: 'Tokyo and Seoul', published: day('18:30'), ...fields };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    const file = join(this.#content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\n${lines.join('\n')}\n---\n\n${body}\n`);
  }

  commit(at: string, fields: Record<string, string>, body: string, only = '-A'): void {
    this.write(fields, body);
    this.date = at;
    this.git('add', only === '-A' ? only : join('content', only));
    this.git('commit', '-q', '-m', 'A version');
  }

  rename(from: string, to: string): void {
    renameSync(join(this.#content, from), join(this.#content, to));
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'Moved');
  }

  compile(): Promise<CompileSummary> {
    return compile({ content: this.#content, data: this.#data });
  }

  async ask<T>(read: (edition: Edition) => T): Promise<T> {
    await this.compile();
    const editions = Editions.in(this.#data);
    try {
      return editions.at(noon, read);
    } finally {
      editions.close();
    }
  }

  versions(of = address): Promise<readonly VersionEntry[]> {
    return this.ask((edition) => edition.history(of)?.versions ?? []);
  }

  substance(): Promise<string | undefined> {
    return this.ask((edition) => edition.substance(address));
  }

  /** All that the pages of the story and of its history show. */
  seen(): Promise<string> {
    return this.ask((edition) => {
      const views: View[] = [];
      for (const path of ['', '/history', ...Array.from({ length: 9 }, (_, index) => `/history/${index}`)]) {
        const found = answer(edition, address + path);
        if (found.status !== 308) views.push(found.view);
      }
      return JSON.stringify(views);
    });
  }
}
