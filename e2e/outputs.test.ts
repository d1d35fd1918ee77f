import { deepEqual, equal, match } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

const newsroom = new TemporaryNewsroom({
  indexnow: 'Key-In-Two-Cases',
  license: { prohibits: ['ai-train'] },
  trust: { contact: 'desk@test.example' },
});
newsroom.article('/2026/01/10/story');

let site: Site;

before(async () => {
  site = await Site.start({ content: newsroom.folder, now: '2026-01-20T12:00:00Z' });
});

after(async () => {
  await site.stop();
  newsroom.end();
});

test('I1: the key is at its address in upper and lower case, and other forms of the address redirect there', async () => {
  const { status, headers, text } = await ask(site.base, '/Key-In-Two-Cases.txt');
  deepEqual([status, headers['content-type'], text], [200, 'text/plain; charset=utf-8', 'Key-In-Two-Cases']);
  const other = await ask(site.base, '/key-in-two-cases.txt');
  deepEqual([other.status, other.headers.location], [308, '/Key-In-Two-Cases.txt']);
  equal((await ask(site.base, '/key-in-two-case.txt')).status, 404);
});

test('O6: licence and trust.txt have their media types', async () => {
  const license = await ask(site.base, '/license.xml');
  deepEqual([license.status, license.headers['content-type']], [200, 'application/rsl+xml; charset=utf-8']);
  for (const path of ['/trust.txt', '/.well-known/trust.txt'])
    match((await ask(site.base, path)).text, /^contact=desk@test\.example$/m, path);
  const page = await ask(site.base, '/2026/01/10/story');
  match(page.text, /<link rel="license" href="https:\/\/paper\.example\/license\.xml" type="application\/rsl\+xml">/);
});
