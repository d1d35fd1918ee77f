import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { article, TestNewsroom, topics, type Files } from '../testing.ts';
import { Editions } from './open.ts';
import { packed, type PackedDependencies, type ReadAt } from './recent-changes.ts';
import { Chance } from './test-month.ts';

const begin = Date.parse('2024-01-01T00:00:00Z');
const day = 86_400_000;
/** More than are compared, so that some are left out. */
const count = 700;

function addressOf(number: number): string {
  const at = new Date(begin + number * day).toISOString().slice(0, 10).replaceAll('-', '/');
  return `/${at}/story-${number}`;
}

/** Few words are in many articles, and many in few. */
function wordsOf(chance: Chance, length: number): string {
  return Array.from({ length }, () => `w${Math.floor(900 / (1 + chance.below(300)))}x${chance.below(3)}`).join(' ');
}

function story(chance: Chance, number: number): Files {
  return article(
    addressOf(number),
    {
      headline: wordsOf(chance, 4),
      topics: [chance.pick('world', 'asia', 'science')],
      ...(chance.below(10) === 0 && { storyline: 'talks' }),
      ...(chance.below(12) === 0 && { type: chance.pick('analysis', 'explainer') }),
      ...(chance.below(15) === 0 && { status: chance.pick('killed', 'draft') }),
      ...(chance.below(15) === 0 && { embargo: new Date(begin + (count + chance.below(30)) * day).toISOString() }),
      ...(chance.below(15) === 0 && { lang: 'fr', translationOf: addressOf(chance.below(count)) }),
      ...(chance.below(10) === 0 && { related: [addressOf(chance.below(count))] }),
    },
    wordsOf(chance, 30 + chance.below(300)),
  );
}

/** The addresses of the stories in a list, as `read` prints it. */
function addressesIn(value: string): Set<string> {
  return new Set(value.match(/\/\d{4}\/\d\d\/\d\d\/story-\d+/g));
}

interface Read {
  value: string;
  read: PackedDependencies;
  at: ReadAt;
}

test('a list of related stories that has changed is never taken for the same; one that has drifted has the changed stories that it must; most edits touch few lists', async (t) => {
  for (const seed of [1]) {
    const chance = new Chance(seed);
    const files: Files = {
      ...topics({ world: 'World', asia: { title: 'Asia', parent: 'world' }, science: 'Science' }),
      'storylines/talks.mdx': '---\ntitle: Talks\ntopics: [asia]\nstatus: running\n---\n',
    };
    for (let number = 0; number < count; number += 1) Object.assign(files, story(chance, number));
    const newsroom = new TestNewsroom(t, files);
    let now = begin + count * day;
    await newsroom.compile();
    const editions = Editions.in(newsroom.data, { linkTarget });
    t.after(() => editions.close());
    const read = (address: string): Read =>
      editions.at(now, (edition) => {
        const { value, read: found } = edition.recording(() => {
          const answer = edition.lookup(address);
          return JSON.stringify(answer.state === 'public' ? edition.related(answer.story) : answer);
        });
        return { value, read: packed(found), at: edition.readAt };
      });
    editions.present(now);
    const lists = new Map(
      Array.from({ length: 50 }, () => addressOf(chance.below(count))).map((address) => [address, read(address)]),
    );
    let [kept, changed, drifted] = [0, 0, 0];
    for (let step = 0; step < 25; step += 1) {
      const what = chance.pick('write', 'write', 'write', 'add', 'time');
      const written = new Set<string>();
      if (what === 'time') now += chance.below(5) * day;
      else {
        for (let edit = 0; edit < chance.pick(1, 1, 3); edit += 1) {
          const number = what === 'add' ? count + step : chance.below(count);
          written.add(addressOf(number));
          newsroom.write(story(chance, number));
        }
        await newsroom.compile();
      }
      const present = editions.present(now);
      for (const [address, known] of lists) {
        const again = read(address);
        const sameness = editions.samenessOf(known.read, known.at, now);
        if (sameness === 'unchanged') {
          deepEqual(known.value, again.value, `seed ${seed}, step ${step}, ${what}: ${address}`);
          kept += 1;
          // As pages do, some of the time: what is known to be the same was read now.
          if (chance.below(2) === 0) known.at = present;
        } else {
          if (sameness === 'drifted') {
            drifted += 1;
            const [before, after] = [addressesIn(known.value), addressesIn(again.value)];
            for (const each of written)
              equal(before.has(each), after.has(each), `seed ${seed}, step ${step}, ${what}: ${each} in ${address}`);
          }
          changed += known.value === again.value ? 0 : 1;
          lists.set(address, again);
        }
      }
    }
    ok(
      kept > 100 && changed > 10 && drifted > 10,
      `seed ${seed}: ${kept} kept, ${changed} changed, ${drifted} drifted`,
    );
  }
});
