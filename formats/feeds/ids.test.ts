import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, TestNewsroom } from '../../newsroom/testing.ts';
import { bodyAt, textsOf } from '../testing.ts';
import { entryId } from './ids.ts';

test('E4: an id that is a URI stays as it is', () => {
  for (const id of [
    'urn:uuid:6f1c2f7e-0d4e-4a8b-9d65-0d1a2b3c4d5e',
    'urn:test:story-1',
    'tag:test.example,2026-01-13:story/1',
    'https://test.example/?p=17',
  ])
    assert.equal(entryId(id), id);
});

test('E4: an id of another form always becomes the same UUID, and different ids become different UUIDs', () => {
  const ids = ['story 5', 'urn:test:/2026/01/11/x', 'urn:uuid:6f1c', 'http://', '17', 'Straße', 'tag:nothing'];
  const uuids = ids.map(entryId);
  for (const id of uuids) assert.match(id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  assert.equal(new Set(uuids).size, ids.length);
  assert.deepEqual(ids.map(entryId), uuids);
});

test('E4: the ids of feeds do not change with the address of the site if its settings have an id', async (t) => {
  const newsroom = new TestNewsroom(t, { ...article('/2026/01/10/one') });
  const settings = 'name: The Test\nlanguage: en\ntimezone: UTC\n';
  const idAt = async (more: string): Promise<string | undefined> => {
    newsroom.write({ 'site.yaml': settings + more });
    await newsroom.compile();
    return newsroom.at('2026-02-01T00:00:00Z', (edition) => textsOf(bodyAt(edition, '/atom.xml') ?? '', 'id')[0]);
  };
  assert.equal(await idAt('url: https://old.example\n'), 'https://old.example/atom.xml');
  assert.equal(await idAt('url: https://new.example\nid: https://old.example/\n'), 'https://old.example/atom.xml');
});
