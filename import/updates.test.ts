import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { formatFile } from './article-file.ts';
import { importCopy } from './import.ts';
import type { ImportItem } from './imported-article.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'desk-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const content = (): string => join(folder, 'content');
const id = 'urn:newsml:agency.example:1';

/** Imports one item of ninjs. */
function take(fields: Record<string, unknown>): ImportItem {
  const path = join(folder, 'a.json');
  writeFileSync(
    path,
    JSON.stringify({
      uri: id,
      versionCreated: '2026-01-13T10:00:00Z',
      headline: 'Towns weigh a wall',
      body_text: 'The mayors met.',
      ...fields,
    }),
  );
  const [item] = importCopy({ paths: [path], content: content(), format: 'ninjs', date: null, dryRun: false }).items;
  assert.ok(item);
  return item;
}

/** Writes an article anew as its editor would. */
function edit(item: ImportItem, fields: Record<string, unknown>): void {
  assert.ok(item.path);
  writeFileSync(item.path, formatFile({ ...item.frontMatter, ...fields }, item.body));
}

const rules = (item: ImportItem): string[] => item.log.map(({ rule }) => rule);

test('a new version takes the place of the one with its id, under whatever headline (16)', () => {
  const first = take({});
  assert.equal(first.action, 'create');
  assert.equal(first.frontMatter['id'], id);
  edit(first, { kicker: 'The lake', topics: ['walls'] });
  const second = take({
    versionCreated: '2026-01-14T10:00:00Z',
    headline: 'Towns agree on a wall',
    body_text: 'The mayors agreed.',
  });
  assert.deepEqual([second.action, second.path], ['update', first.path]);
  const { headline, kicker, topics, published, updated } = second.frontMatter;
  assert.deepEqual(
    [headline, kicker, topics, published, updated],
    ['Towns agree on a wall', 'The lake', ['walls'], '2026-01-13T10:00:00Z', '2026-01-14T10:00:00Z'],
  );
});

test('an older version changes nothing', () => {
  take({ versionCreated: '2026-01-14T10:00:00Z' });
  const late = take({ body_text: 'Not yet known.' });
  assert.deepEqual([late.action, rules(late)], ['skip', ['version-older']]);
});

test('two stories of one headline and another id stand side by side, however alike', () => {
  const first = take({});
  const second = take({ uri: `${id}2` });
  assert.deepEqual(
    [first, second].map(({ action, path }) => [action, path?.split('/').at(-1)]),
    [
      ['create', 'towns-weigh-a-wall.mdx'],
      ['create', 'towns-weigh-a-wall-2.mdx'],
    ],
  );
});

test('a kill takes the story back, once; nothing brings it back (21)', () => {
  const first = take({});
  const kill = take({ pubStatus: 'canceled' });
  assert.deepEqual([kill.action, kill.path], ['kill', first.path]);
  assert.deepEqual([kill.frontMatter['status'], kill.frontMatter['reason']], ['killed', 'Withdrawn by its source.']);
  assert.equal(take({ pubStatus: 'canceled' }).action, 'skip');
  const again = take({ versionCreated: '2026-01-15T10:00:00Z' });
  assert.deepEqual([again.action, again.problems[0]?.code], ['fail', 'story-killed']);
  assert.match(readFileSync(first.path ?? '', 'utf8'), /status: killed/);
});

test('a kill or a hold of a story that is not here is an error, and makes no file', () => {
  for (const pubStatus of ['canceled', 'withheld']) {
    const item = take({ pubStatus, body_text: '' });
    assert.deepEqual([item.action, item.path, item.problems[0]?.code], ['fail', null, 'story-unknown']);
  }
  assert.ok(!existsSync(join(content(), 'articles/2026')));
});

test('what its source holds back, its source releases (22)', () => {
  const first = take({});
  assert.equal(take({ pubStatus: 'withheld' }).action, 'hold');
  assert.match(readFileSync(first.path ?? '', 'utf8'), /status: withheld/);
  const released = take({ versionCreated: '2026-01-14T10:00:00Z' });
  assert.deepEqual([released.action, rules(released)], ['update', ['hold-released']]);
  assert.doesNotMatch(readFileSync(first.path ?? '', 'utf8'), /status|reason/);
});

test('a story that comes withheld is written, and hidden', () => {
  const item = take({ pubStatus: 'withheld' });
  assert.deepEqual([item.action, item.frontMatter['status']], ['hold', 'withheld']);
});

test('what an editor has set aside, no import releases', () => {
  const first = take({});
  for (const status of ['withheld', 'draft']) {
    edit(first, { status });
    take({ pubStatus: 'withheld' });
    const item = take({ versionCreated: '2026-01-14T10:00:00Z', body_text: `More on ${status}.` });
    assert.equal(item.frontMatter['status'], status);
    assert.match(item.body, /More on/);
    assert.equal(item.problems[0]?.code, status === 'withheld' ? 'story-withheld' : undefined);
  }
});

test('an editor’s later embargo outlasts that of the source; corrections of both stand', () => {
  const first = take({});
  edit(first, {
    embargo: '2026-02-01T00:00:00Z',
    corrections: [{ at: '2026-01-15T00:00:00Z', text: 'By the editor.' }],
  });
  const item = take({ versionCreated: '2026-01-14T10:00:00Z', embargoedUntil: '2026-01-20T00:00:00Z' });
  assert.equal(item.frontMatter['embargo'], '2026-02-01T00:00:00Z');
  assert.deepEqual(item.frontMatter['corrections'], [{ at: '2026-01-15T00:00:00Z', text: 'By the editor.' }]);
  assert.ok(rules(item).includes('embargo-kept'));
});
