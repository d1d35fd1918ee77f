import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask } from './http.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { eventually } from './eventually.ts';
import { Site } from './site.ts';

const newsroom = new TemporaryNewsroom();
const data = mkdtempSync(join(tmpdir(), 'dateline-preview-'));
const draft = '/2026/01/12/draft';
const waiting = '/2026/01/12/waiting';
const killed = '/2026/01/12/killed';
const settings = { content: newsroom.folder, data, now: '2026-01-13T12:00:00Z' };
let preview: Site;

before(async () => {
  newsroom.topic('sea', { title: 'Canarytopic' });
  newsroom.picture('canary.svg');
  newsroom.article('/2026/01/12/public', { headline: 'Publicheadline' });
  newsroom.article(draft, {
    headline: 'Canarydraft',
    status: 'draft',
    topics: ['sea'],
    image: { src: 'canary.svg', alt: 'x' },
  });
  newsroom.article(waiting, { headline: 'Canarywaiting', embargo: '2026-01-13T18:00:00Z' });
  newsroom.article(killed, { headline: 'Canarykilled', status: 'killed', reason: 'It was wrong.' });
  preview = await Site.start({ ...settings, command: ['preview'] });
});

after(async () => {
  await preview?.stop();
  newsroom.end();
  rmSync(data, { recursive: true, force: true });
});

test('a preview shows articles that are not public, with a label, and every page says that it is a preview', async () => {
  const pages = {
    [draft]: 'Draft',
    [waiting]: 'Under embargo',
    '/': 'Draft',
    '/topics/sea': 'Draft',
    '/2026/01/12': 'Draft',
  };
  for (const [path, label] of Object.entries(pages)) {
    const { status, text } = await ask(preview.base, path);
    equal(status, 200, path);
    match(text, new RegExp(`class="state">${label}`), path);
  }
  for (const path of [...Object.keys(pages), killed, '/nothing', '/about', '/topics']) {
    const { text } = await ask(preview.base, path);
    match(
      text,
      /Preview as of <time dateTime="2026-01-13T12:00:00Z">13 January 2026, 12:00 UTC<\/time>: not public/,
      path,
    );
    match(text, /<meta name="robots" content="noindex"/, path);
    doesNotMatch(text, /Canarykilled/, path);
  }
  equal((await ask(preview.base, killed)).status, 410);
  equal((await ask(preview.base, '/images/canary.svg')).status, 200);
});

test('nothing of a preview may be cached or indexed, and it answers only to the names of this machine', async () => {
  for (const path of [
    '/',
    draft,
    killed,
    '/nothing',
    '/About/',
    '/feed.xml',
    `${draft}.txt`,
    `${draft}.md`,
    `${draft}.json`,
    `${killed}.json`,
    '/images/canary.svg',
    '/healthz',
    '/robots.txt',
  ]) {
    const { headers } = await ask(preview.base, path, { headers: { 'If-None-Match': '*' } });
    deepEqual(
      [headers['cache-control'], headers['x-robots-tag'], headers.etag, headers['last-modified']],
      ['no-store', 'noindex, nofollow', undefined, undefined],
      path,
    );
  }
  match((await ask(preview.base, `${draft}.json`)).text, /"pubStatus": "withheld"/);
  const { status, text } = await ask(preview.base, draft, { headers: { Host: 'news.example' } });
  equal(status, 421);
  doesNotMatch(text, /Canary/);
});

test('a preview follows the folder', async () => {
  newsroom.article(draft, { headline: 'Canarydraft', status: 'withheld' });
  await eventually('the draft is withheld', async () => {
    const { text } = await ask(preview.base, draft);
    return text.includes('class="state">Withheld') ? true : undefined;
  });
});

test('the public site over the same data folder shows nothing of the preview', async () => {
  deepEqual(readdirSync(data), ['preview']);
  equal(existsSync(join(data, 'preview/all/pages')), false);
  const site = await Site.start(settings);
  try {
    for (const path of [
      '/',
      draft,
      waiting,
      killed,
      `${draft}.txt`,
      `${waiting}.md`,
      `${killed}.json`,
      '/topics',
      '/topics/sea',
      '/2026/01/12',
      '/feed.xml',
      '/sitemap.xml',
    ]) {
      const { text } = await ask(site.base, path);
      doesNotMatch(text, /Canary|Preview as of/, path);
    }
    equal((await ask(site.base, draft)).status, 404);
    equal((await ask(site.base, '/2026/01/12/public')).status, 200);
    equal((await ask(site.base, '/images/canary.svg')).status, 404);
  } finally {
    await site.stop();
  }
});
