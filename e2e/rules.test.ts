import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { allChecks } from './checks/all.ts';
import type { Walked } from './checks/check.ts';
import { hasJava, nuCheck } from './checks/nu.ts';
import { walk } from './checks/walk.ts';
import { demonstrationDay } from './demonstration.ts';
import { edge, edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { Site, siteUrl } from './site.ts';

/** A site in a language that runs from right to left, with one story that does not. */
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

/** Real posts, where they lie beside the repository: a month of a newsroom that is not ours, as the desk takes it in. */
const corpus = join(root, '../shared/corpora/digitalgov');
const month = 'news/2014/03';

function importedNewsroom(): TemporaryNewsroom {
  const newsroom = new TemporaryNewsroom();
  execFileSync(process.execPath, ['cli/dateline.js', 'import', '--format', 'markdown', join(corpus, month)], {
    cwd: root,
    env: { ...process.env, DATELINE_CONTENT: newsroom.folder, NODE_TEST_CONTEXT: undefined },
    stdio: 'ignore',
  });
  return newsroom;
}

const newsrooms = [
  {
    name: 'the demonstration newsroom',
    open: () => undefined,
    day: demonstrationDay,
    besides: ['/nothing'],
    fewest: 150,
  },
  {
    name: 'the edge newsroom',
    open: edgeNewsroom,
    day: edgeDay,
    besides: ['/nothing', edge.killed, edge.expired].map(encodeURI),
    fewest: 150,
  },
  { name: 'an Arabic newsroom', open: arabicNewsroom, day: edgeDay, besides: ['/nothing'], fewest: 10 },
  {
    name: 'an imported month',
    open: importedNewsroom,
    day: '2024-06-01T12:00:00Z',
    besides: [],
    fewest: 50,
    skip: !existsSync(corpus) && 'the corpus is not on this machine',
  },
];

for (const { name, open, day, besides, fewest, skip = false } of newsrooms) {
  describe(`${name}, by the rules of those who read it`, { skip }, () => {
    let newsroom: TemporaryNewsroom | undefined;
    let site: Site;
    let walked: Walked;
    before(async () => {
      newsroom = open();
      site = await Site.start({ now: day, ...(newsroom && { content: newsroom.folder }) });
      walked = await walk(site.base, siteUrl, besides);
    });
    after(async () => {
      await site.stop();
      newsroom?.end();
    });

    test('there are enough pages for the rest to mean something', () => {
      assert.ok(walked.crawl.pages.length > fewest, `${walked.crawl.pages.length} pages`);
    });

    for (const { rule, says, find } of allChecks)
      test(rule === undefined ? says : `${rule}: ${says}`, async () => {
        assertNone(await find(walked));
      });

    test(nuCheck.says, async (t) => {
      if (!hasJava) t.diagnostic('There is no Java on this machine: pages were not validated.');
      else assertNone(await nuCheck.find(walked));
    });
  });
}

function assertNone(faults: readonly string[]): void {
  assert.equal(faults.length, 0, `${faults.length} faults\n${faults.slice(0, 12).join('\n')}`);
}
