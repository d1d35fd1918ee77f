import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { archivesOf } from './embargo/addresses.ts';
import type { Fault } from './embargo/check.ts';
import { LeakyProxy, type Leak, type Passing } from './embargo/leaky-proxy.ts';
import { gatesOf, stateOf, type PlannedArticle } from './embargo/plan.ts';
import { recipeOf } from './embargo/seed.ts';
import { Watch } from './embargo/watch.ts';

/**
 * Leaks are planted, and the watch must find them: otherwise the embargo test would prove nothing. Each planted leak is one
 * that a fault in the site could cause, where the fault would be: in the answers, or in the store.
 */
const seed = 7;

describe('a planted leak is found', () => {
  const data = mkdtempSync(join(tmpdir(), 'dateline-planted-'));
  let proxy: LeakyProxy;
  let watch: Watch;
  let gates: number[] = [];
  before(async () => {
    proxy = await LeakyProxy.start();
    const own = recipeOf(seed, 80);
    // Enough gates: each planted leak needs at least one.
    gates = Array.from({ length: 24 }, (_, number) => own.start + (number + 1) * 7_000);
    watch = await Watch.start(
      { ...own, gates: [...gates] },
      { driven: true, data, share: 0.3, through: (base) => proxy.before(base) },
    );
    await watch.readEverything();
  });
  after(async () => {
    await watch.end();
    await proxy.end();
    rmSync(data, { recursive: true, force: true });
  });

  /** An article that is hidden now, and also at the next gate. */
  const hidden = (): PlannedArticle => {
    const next = gates[0] ?? watch.now;
    const found = [...watch.chronicle.plan.articles.values()].find(
      ({ gates: own, aliases }) =>
        stateOf(own, watch.now) === 'hidden' && stateOf(own, next) === 'hidden' && aliases.length > 0,
    );
    assert.ok(found, 'nothing is hidden');
    return found;
  };

  const passGate = async (): Promise<Fault[]> => {
    const gate = gates.shift();
    assert.ok(gate !== undefined, 'no gate is left');
    await watch.passGate(gate);
    return watch.takeFaults();
  };

  const planted = async (leak: Leak, watching: () => Promise<Fault[]> = passGate): Promise<Fault[]> => {
    proxy.leak = leak;
    try {
      return await watching();
    } finally {
      proxy.leak = undefined;
    }
  };

  const assertSeen = (faults: readonly Fault[], kind: Fault['kind'], words: RegExp): void => {
    assert.ok(
      faults.some((fault) => fault.kind === kind && words.test(`${fault.target} ${fault.words}`)),
      JSON.stringify(faults.slice(0, 5)),
    );
  };

  const body = (answer: Passing, change: (text: string) => string): Passing => ({
    ...answer,
    body: Buffer.from(change(answer.body.toString())),
  });

  test('no leak, no fault', async () => {
    assert.deepEqual(watch.takeFaults(), []);
    assert.deepEqual(await passGate(), []);
  });

  test('a cache that serves pages from before a gate', async () => {
    const cached = new Map<string, Passing>();
    const found: Fault[] = [];
    const has = (kind: Fault['kind']): boolean => found.some((fault) => fault.kind === kind);
    await planted(
      (answer) => {
        const known = cached.get(answer.target);
        if (known) return known;
        if (answer.status === 200 && answer.body.length > 0) cached.set(answer.target, answer);
        return answer;
      },
      async () => {
        // At least one article must open, and one must go.
        while (!has('leak') || !has('missing')) found.push(...(await passGate()));
        return found;
      },
    );
    assertSeen(found, 'leak', /the body shows/);
    assertSeen(found, 'missing', /it does not show/);
  });

  test('a page of a gone article that is still sent', async () => {
    const cached = new Map<string, Passing>();
    const isGone = (): number =>
      [...watch.chronicle.plan.articles.values()].filter(({ gates: own }) => stateOf(own, watch.now) === 'gone').length;
    const atFirst = isGone();
    const faults = await planted(
      (answer) => {
        if (answer.status === 200 && answer.body.length > 0 && /^\/\d{4}\/\d\d\/\d\d\/[^/.?]+$/.test(answer.target))
          cached.set(answer.target, answer);
        return answer.status === 410 ? (cached.get(answer.target) ?? answer) : answer;
      },
      async () => {
        const found: Fault[] = [];
        while (isGone() === atFirst) found.push(...(await passGate()));
        return found;
      },
    );
    assertSeen(faults, 'status', /expected 410 \(status 200/);
  });

  test('“not modified” to an ETag from before a gate', async () => {
    const faults = await planted(
      (answer) => (answer.tag !== undefined ? { ...answer, status: 304, body: Buffer.alloc(0) } : answer),
      async () => {
        const found: Fault[] = [];
        // At some gates articles only open: what is cached from before then misses something, and leaks nothing.
        while (!found.some(({ kind }) => kind === 'leak')) found.push(...(await passGate()));
        return found;
      },
    );
    assertSeen(faults, 'leak', /the body shows .*status 304/);
  });

  test('a header that names a hidden article', async () => {
    const { address, slug } = hidden();
    const faults = await planted((answer) =>
      answer.target === '/'
        ? { ...answer, headers: { ...answer.headers, link: `<${encodeURI(address)}>; rel=next` } }
        : answer,
    );
    assertSeen(faults, 'leak', new RegExp(`the header link shows “${slug}”`));
  });

  test('an output that forgets the gate, in any encoding of the words', async () => {
    const { slug } = hidden();
    const forms: ((text: string) => string)[] = [
      (text) => text.toUpperCase(),
      (text) => [...text].map((character) => `&#${character.codePointAt(0)};`).join(''),
      (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
    ];
    for (const form of forms) {
      const faults = await planted((answer) =>
        answer.target === '/sitemap.xml'
          ? body(answer, (text) => text.replace('</sitemapindex>', `<!-- ${form(slug)} --></sitemapindex>`))
          : answer,
      );
      assertSeen(faults, 'leak', new RegExp(`/sitemap.xml the body shows “${slug}”`));
    }
  });

  test('the name of a picture, what is known of a topic, a person, a storyline or a place, a note on a link, or the reason of a kill before its time', async () => {
    const plan = watch.chronicle.plan;
    const next = gates[0] ?? watch.now;
    const waiting = [...plan.articles.values()].filter(({ gates: own }) => stateOf(own, next) === 'hidden');
    const addresses = new Set(waiting.map(({ address }) => address));
    const named = waiting.flatMap(({ collections }) =>
      collections.flatMap(({ kind, slug }) => plan.collections.get(`${kind} ${slug}`) ?? []),
    );
    const aims = [...plan.articles.values(), plan.front].flatMap((each) => each.aims);
    const words = [
      waiting.find(({ pictures }) => pictures.length > 0)?.pictures[0],
      ...(['topic', 'person', 'storyline', 'place'] as const).flatMap((kind) => {
        const own = named.find((each) => each.kind === kind && each.carried.length > 0);
        return own ? [...own.shown, ...own.carried] : undefined;
      }),
      aims.find(({ word, target }) => word !== undefined && addresses.has(target))?.word,
      waiting.find(({ reason, gates: own }) => reason !== undefined && own.status === 'killed')?.reason,
      waiting.find(({ corrections }) => corrections.length > 0)?.corrections[0]?.word,
    ];
    for (const word of words) {
      assert.ok(word, 'there is no such word');
      proxy.leak = (answer) =>
        answer.target === '/about' ? body(answer, (text) => `${text}<!-- ${word} -->`) : answer;
      await watch.reader.read('/about');
      assertSeen(watch.takeFaults(), 'leak', /\/about the body shows/);
    }
    proxy.leak = undefined;
  });

  test('an address that reveals that something is hidden there', async () => {
    const { address, aliases } = hidden();
    const statuses: Leak[] = [
      (answer) => (answer.target === encodeURI(address) ? { ...answer, status: 403 } : answer),
      (answer) => (answer.target === aliases[0] ? { ...answer, status: 308, headers: { location: '/' } } : answer),
    ];
    for (const leak of statuses) {
      proxy.leak = leak;
      for (const target of [encodeURI(address), aliases[0] ?? '']) await watch.reader.read(target);
      proxy.leak = undefined;
      assertSeen(watch.takeFaults(), 'status', /expected 404/);
    }
  });

  test('a hidden address that answers differently from an unused one', async () => {
    const slugs = [...watch.chronicle.plan.articles.values()].map(({ slug }) => slug);
    const faults = await planted(
      (answer) =>
        answer.status === 404 && slugs.some((slug) => answer.target.includes(slug))
          ? { ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } }
          : answer,
      async () => {
        await watch.readSecretly(1);
        return watch.takeFaults();
      },
    );
    assertSeen(faults, 'leak', /it answers differently from/);
  });

  test('a search that finds a hidden word', async () => {
    const meanings = watch.words.meanings;
    const faults = await planted(
      (answer) =>
        answer.target.startsWith('/search?q=') && meanings.has(answer.target.slice('/search?q='.length))
          ? body(answer, (text) => `${text}<p>1 hit</p>`)
          : answer,
      async () => {
        await watch.readSecretly(1);
        return watch.takeFaults();
      },
    );
    assertSeen(faults, 'leak', /\/search\?q=\w+ it answers differently from/);
  });

  test('a search that suggests a hidden word', async () => {
    const faults = await planted(
      (answer) =>
        answer.target.startsWith('/search?q=') ? body(answer, (text) => `${text}<p>${hidden().slug}?</p>`) : answer,
      async () => {
        await watch.readSecretly(1);
        return watch.takeFaults();
      },
    );
    assertSeen(faults, 'leak', /\/search\?q=\S+ the body shows/);
  });

  test('a search in which the number of stories depends on what is hidden', async () => {
    proxy.leak = (answer) =>
      answer.target === '/search?q=sentence'
        ? body(answer, (text) => `${text}<!-- ${watch.chronicle.plan.articles.size} -->`)
        : answer;
    const { faults } = await watch.compareWithout();
    proxy.leak = undefined;
    assertSeen(faults, 'count', /\/search\?q=sentence it was/);
    assert.deepEqual(watch.takeFaults(), []);
  });

  test('a count', async () => {
    const count = (text: string): string =>
      text.replace(/"articles":(\d+)/, (_, number) => `"articles":${Number(number) + 1}`);
    assertSeen(
      await planted((answer) => (answer.target === '/healthz' ? body(answer, count) : answer)),
      'count',
      /healthz/,
    );
  });

  test('a byte of a page that depends on what is hidden', async () => {
    const files = (): number => watch.chronicle.plan.articles.size;
    proxy.leak = (answer) =>
      answer.target === '/topics' ? body(answer, (text) => `${text}<!-- ${files()} -->`) : answer;
    const { faults } = await watch.compareWithout();
    proxy.leak = undefined;
    assertSeen(faults, 'count', /\/topics it was/);
    assert.ok(
      faults.every(({ target }) => target === '/topics'),
      JSON.stringify(faults.slice(0, 3)),
    );
    assert.deepEqual(watch.takeFaults(), []);
  });

  test('a site that shows nothing at all', async () => {
    const faults = await planted((answer) => ({ ...answer, status: 404, body: Buffer.from('Nothing here.') }));
    assertSeen(faults, 'status', /GET \/ expected 200/);
  });

  test('a store in which a gate was lost', async () => {
    const article = hidden();
    const { address, slug } = article;
    const store = new DatabaseSync(join(data, 'store.sqlite'), { timeout: 5000 });
    try {
      const key = 'SELECT key FROM article WHERE address = ?';
      const was = store.prepare('SELECT opens FROM article WHERE address = ?').get(address)?.['opens'];
      assert.ok(typeof was === 'number');
      store.prepare(`UPDATE membership SET opens = 0 WHERE article = (${key})`).run(address);
      await watch.reader.readAll(archivesOf(article));
      assertSeen(watch.takeFaults(), 'leak', new RegExp(`the body shows “${slug}”`));
      store.prepare(`UPDATE membership SET opens = ? WHERE article = (${key})`).run(was, address);
      store.prepare('UPDATE article SET opens = 0 WHERE address = ?').run(address);
      await watch.reader.read(encodeURI(address));
      assertSeen(watch.takeFaults(), 'status', /expected 404 \(status 200/);
      store.prepare('UPDATE article SET opens = ? WHERE address = ?').run(was, address);
    } finally {
      store.close();
    }
    assert.deepEqual(await passGate(), [], 'after the repair there are no faults');
  });

  test('enough gates were crossed meanwhile', () => {
    const crossed = [...watch.chronicle.plan.articles.values()].flatMap(gatesOf).filter((gate) => gate <= watch.now);
    assert.ok(crossed.length > 50, `${crossed.length} gates`);
  });
});
