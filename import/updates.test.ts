import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { formatFile } from './article-file.ts';
import { importFiles } from './import.ts';
import type { ImportItem } from './import-item.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dateline-import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const content = (): string => join(folder, 'content');
const id = 'urn:newsml:agency.example:1';

/** Imports one item of ninjs. */
function importItem(fields: Record<string, unknown>): ImportItem {
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
  const [item] = importFiles({ paths: [path], content: content(), format: 'ninjs', date: null, dryRun: false }).items;
  assert.ok(item);
  return item;
}

/** Changes fields of an article as its editor would. */
function edit(item: ImportItem, fields: Record<string, unknown>): void {
  assert.ok(item.path);
  writeFileSync(item.path, formatFile({ ...item.frontMatter, ...fields }, item.body));
}

const rules = (item: ImportItem): string[] => item.log.map(({ rule }) => rule);

test('a new version replaces the article with its id, under any headline (16)', () => {
  const first = importItem({});
  assert.equal(first.action, 'create');
  assert.equal(first.frontMatter['id'], id);
  edit(first, { kicker: 'The lake', topics: ['walls'] });
  const second = importItem({
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
  importItem({ versionCreated: '2026-01-14T10:00:00Z' });
  const late = importItem({ body_text: 'Not yet known.' });
  assert.deepEqual([late.action, rules(late)], ['skip', ['version-older']]);
});

test('two articles with the same headline and different ids get two files, even if they are similar', () => {
  const first = importItem({});
  const second = importItem({ uri: `${id}2` });
  assert.deepEqual(
    [first, second].map(({ action, path }) => [action, path?.split('/').at(-1)]),
    [
      ['create', 'towns-weigh-a-wall.mdx'],
      ['create', 'towns-weigh-a-wall-2.mdx'],
    ],
  );
});

test('a kill withdraws the article, and no later version makes it public again (21)', () => {
  const first = importItem({});
  const kill = importItem({ pubStatus: 'canceled' });
  assert.deepEqual([kill.action, kill.path], ['kill', first.path]);
  assert.deepEqual([kill.frontMatter['status'], kill.frontMatter['reason']], ['killed', 'Withdrawn by its source.']);
  assert.equal(importItem({ pubStatus: 'canceled' }).action, 'skip');
  const again = importItem({ versionCreated: '2026-01-15T10:00:00Z' });
  assert.deepEqual([again.action, again.problems[0]?.code], ['fail', 'story-killed']);
  assert.match(readFileSync(first.path ?? '', 'utf8'), /status: killed/);
});

test('a kill or a hold of an unknown article is an error, and makes no file', () => {
  for (const pubStatus of ['canceled', 'withheld']) {
    const item = importItem({ pubStatus, body_text: '' });
    assert.deepEqual([item.action, item.path, item.problems[0]?.code], ['fail', null, 'story-unknown']);
  }
  assert.ok(!existsSync(join(content(), 'articles/2026')));
});

test('a source releases an article that it held back (22)', () => {
  const first = importItem({});
  assert.equal(importItem({ pubStatus: 'withheld' }).action, 'hold');
  assert.match(readFileSync(first.path ?? '', 'utf8'), /status: withheld/);
  const released = importItem({ versionCreated: '2026-01-14T10:00:00Z' });
  assert.deepEqual([released.action, rules(released)], ['update', ['hold-released']]);
  assert.doesNotMatch(readFileSync(first.path ?? '', 'utf8'), /status|reason/);
});

test('an article that comes withheld is written, and is withheld', () => {
  const item = importItem({ pubStatus: 'withheld' });
  assert.deepEqual([item.action, item.frontMatter['status']], ['hold', 'withheld']);
});

test('no import releases an article that an editor withheld or made a draft', () => {
  const first = importItem({});
  for (const status of ['withheld', 'draft']) {
    edit(first, { status });
    importItem({ pubStatus: 'withheld' });
    const item = importItem({ versionCreated: '2026-01-14T10:00:00Z', body_text: `More on ${status}.` });
    assert.equal(item.frontMatter['status'], status);
    assert.match(item.body, /More on/);
    assert.equal(item.problems[0]?.code, status === 'withheld' ? 'story-withheld' : undefined);
  }
});

test('the later of two embargoes counts, and corrections of editor and source stay', () => {
  const first = importItem({});
  edit(first, {
    embargo: '2026-02-01T00:00:00Z',
    corrections: [{ at: '2026-01-15T00:00:00Z', text: 'By the editor.' }],
  });
  const item = importItem({ versionCreated: '2026-01-14T10:00:00Z', embargoedUntil: '2026-01-20T00:00:00Z' });
  assert.equal(item.frontMatter['embargo'], '2026-02-01T00:00:00Z');
  assert.deepEqual(item.frontMatter['corrections'], [{ at: '2026-01-15T00:00:00Z', text: 'By the editor.' }]);
  assert.ok(rules(item).includes('embargo-kept'));
});
