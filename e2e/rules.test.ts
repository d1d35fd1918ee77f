import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { needing, sharedPath } from '../newsroom/testing.ts';
import { allChecks } from './checks/all.ts';
import type { Walked } from './checks/check.ts';
import { nuCheck, nuFaults } from './checks/nu.ts';
import { walk } from './checks/walk.ts';
import { edge, edgeDay } from './edge-newsroom.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { sharedSite, startOver, type SharedSite } from './shared-sites.ts';
import { siteUrl } from './site.ts';

/** A site in a language that is written from right to left, with one article that is not. */
function arabicNewsroom(): TemporaryNewsroom {
  const newsroom = new TemporaryNewsroom({ name: 'الصحيفة', language: 'ar', description: 'أخبار قليلة.' });
  newsroom.topic('security', { title: 'الأمن', order: 1, standfirst: 'السلاح والأحلاف.' });
  newsroom.person('ada', { name: 'آدا', role: 'مراسلة' }, 'تكتب منذ زمن.');
  newsroom.article(
    '/2026/01/08/khabar',
    { headline: 'خبر من القاهرة عن نزع السلاح', standfirst: 'ملخص قصير.', topics: ['security'], byline: ['ada'] },
    'فقرة أولى من النص العربي مع رقم 2026 وكلمة English في وسطها.\n\n## عنوان فرعي\n\nفقرة ثانية.',
  );
  newsroom.article(
    '/2026/01/09/in-english',
    { headline: 'A story in English', standfirst: 'A summary.', lang: 'en', topics: ['security'] },
    'This paragraph is written in English, in a paper that is not.',
  );
  return newsroom;
}

const corpus = 'corpora/digitalgov';
const month = 'news/2014/03';

/** A month of real posts of another newsroom, imported. */
function importedNewsroom(): TemporaryNewsroom {
  const newsroom = new TemporaryNewsroom();
  const posts = join(sharedPath(corpus), month);
  execFileSync(process.execPath, ['cli/dateline.js', 'import', '--format', 'markdown', posts], {
    cwd: root,
    env: { ...process.env, DATELINE_CONTENT: newsroom.folder, NODE_TEST_CONTEXT: undefined },
    stdio: 'ignore',
  });
  return newsroom;
}

const newsrooms = [
  {
    name: 'the demonstration newsroom',
    start: () => sharedSite('demonstration'),
    extraPaths: ['/nothing'],
    fewestPages: 150,
    options: {},
  },
  {
    name: 'the edge newsroom',
    start: () => sharedSite('edge'),
    extraPaths: ['/nothing', edge.killed, edge.expired].map(encodeURI),
    fewestPages: 150,
    options: {},
  },
  {
    name: 'an Arabic newsroom',
    start: () => startOver({ newsroom: arabicNewsroom(), now: edgeDay }),
    extraPaths: ['/nothing'],
    fewestPages: 10,
    options: {},
  },
  {
    name: 'an imported month',
    start: () => startOver({ newsroom: importedNewsroom(), now: '2024-06-01T12:00:00Z' }),
    extraPaths: [],
    fewestPages: 50,
    options: needing(corpus),
  },
];

/** The newsrooms that were walked, by their name. */
const walkedByName = new Map<string, Walked>();

for (const { name, start, extraPaths, fewestPages, options } of newsrooms) {
  describe(`${name}, by the rules of the programs that read it`, options, () => {
    let site: SharedSite;
    let walked: Walked;
    before(async () => {
      site = await start();
      walked = await walk(site.base, siteUrl, extraPaths);
      walkedByName.set(name, walked);
    });
    after(() => site.stop());

    test('there are enough pages for the other tests to prove something', () => {
      assert.ok(walked.crawl.pages.length > fewestPages, `${walked.crawl.pages.length} pages`);
    });

    for (const { rule, says, find } of allChecks)
      test(rule === undefined ? says : `${rule}: ${says}`, async () => {
        assertNone(await find(walked));
      });
  });
}

describe(nuCheck.says, needing('java'), () => {
  const faultsByName = new Map<string, string[]>();
  before(() => {
    const names = [...walkedByName.keys()];
    for (const [index, faults] of nuFaults([...walkedByName.values()]).entries())
      faultsByName.set(names[index] ?? '', faults);
  });

  for (const { name, options } of newsrooms)
    test(`in ${name}`, options, () => {
      const faults = faultsByName.get(name);
      assert.ok(faults, 'it was not checked');
      assertNone(faults);
    });
});

function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `${faults.length} faults\n${faults.slice(0, 12).join('\n')}`);
}
