import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { needing } from '../../newsroom/testing.ts';
import { eventually } from '../eventually.ts';
import { freePort } from '../free-port.ts';
import { ask, type Answer } from '../http.ts';
import { TemporaryNewsroom } from '../newsroom.ts';
import { Site } from '../site.ts';
import { startNginx, startVarnish, type Proxy } from './proxies.ts';

const story = '/2025/03/04/story';
const [moved, old] = ['/2025/03/04/new-name', '/2025/03/04/old-name'];
const killed = '/2025/03/04/killed';

/** For how long the page of a story that was killed may be sent, by docs/operations.md. Milliseconds. */
const longestAfterKill = 3000;

const proxies = [
  { name: 'nginx', options: needing('nginx'), start: (port: number) => startNginx([port]) },
  { name: 'Varnish', options: needing('varnishd'), start: startVarnish },
];

for (const { name, options, start } of proxies)
  describe(`${name} with the configuration in deploy/`, options, () => {
    const data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
    const newsroom = new TemporaryNewsroom();
    let port: number;
    let site: Site;
    let proxy: Proxy;
    const startSite = async (): Promise<Site> =>
      Site.start({ content: newsroom.folder, data, port: String(port), env: { TRUST_PROXY: '1' } });
    before(async () => {
      newsroom.article(story, { headline: 'A story' }, 'Some words of a text. '.repeat(50));
      newsroom.article(moved, { aliases: [old] });
      newsroom.article(killed, { status: 'killed', reason: 'It was not so.' });
      port = await freePort();
      site = await startSite();
      proxy = await start(port);
    });
    after(async () => {
      await proxy.stop();
      await site.stop();
      newsroom.end();
      rmSync(data, { recursive: true, force: true });
    });

    const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
      ask(proxy.base, path, { headers: { Host: 'paper.example', ...proxy.headers, ...headers } });
    const direct = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
      ask(site.base, path, { headers });
    const isHit = ({ headers }: Answer): boolean => headers['x-cache'] === 'HIT';

    test('each answer is that of the site, and comes from the cache the second time', async () => {
      for (const path of ['/', story, old, killed, '/nothing', '/feed.xml', `${story}.md`, '/?utm_source=x']) {
        const own = await direct(path);
        const cached = await eventually(`${path} comes from the cache`, async () => {
          const answer = await get(path);
          return isHit(answer) ? answer : undefined;
        });
        assert.equal(cached.status, own.status, path);
        assert.equal(cached.headers.location, own.headers.location, path);
        assert.equal(cached.headers['content-security-policy'], own.headers['content-security-policy'], path);
        assert.equal(cached.text, own.text, path);
      }
    });

    test('readers who write what they accept in many ways share three forms, and nothing is compressed again', async () => {
      const forms = [
        ['br', ['br', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.8, *;q=0.1', 'BR']],
        ['gzip', ['gzip', 'gzip, deflate', 'br;q=0, gzip']],
        ['identity', ['', 'identity']],
      ] as const;
      for (const [encoding, spellings] of forms) {
        const own = await direct(story, { 'Accept-Encoding': encoding });
        for (const spelling of spellings)
          await eventually(`“${spelling}” gets ${encoding} from the cache`, async () => {
            const answer = await get(story, { 'Accept-Encoding': spelling });
            assert.equal(answer.headers['content-encoding'], own.headers['content-encoding'], spelling);
            assert.ok(answer.body.equals(own.body), spelling);
            assert.equal(answer.headers.vary, 'Accept-Encoding');
            return isHit(answer) ? true : undefined;
          });
      }
    });

    test('the id in an answer is that of this request, and is not chosen by the reader', async () => {
      const ids: (string | undefined)[] = [];
      const hits = new Set<boolean>();
      await eventually('some answers come from the cache', async () => {
        const answer = await get(story, { 'X-Request-Id': 'mine' });
        ids.push(answer.headers['x-request-id']?.toString());
        hits.add(isHit(answer));
        return ids.length > 5 && hits.has(true) ? true : undefined;
      });
      const known = ids.filter((id) => id !== undefined);
      assert.ok(!known.includes('mine'));
      assert.equal(new Set(known).size, known.length);
    });

    test('a reader who has the page gets 304', async () => {
      for (const encoding of ['br', 'gzip']) {
        const { headers } = await get(story, { 'Accept-Encoding': encoding });
        const again = await get(story, { 'Accept-Encoding': encoding, 'If-None-Match': headers.etag ?? '' });
        assert.deepEqual([again.status, again.body.length], [304, 0], encoding);
      }
    });

    test('HTTPS is asked for by HTTPS only, and the state of the server is not for readers', async () => {
      assert.match((await get(story)).headers['strict-transport-security'] ?? '', /^max-age=\d+$/);
      assert.equal((await get('/healthz')).status, 404);
      if (proxy.plain !== undefined) {
        const plain = await ask(proxy.plain, `${story}?a=1`, { headers: { Host: 'paper.example' } });
        assert.deepEqual([plain.status, plain.headers.location], [308, `https://paper.example${story}?a=1`]);
        assert.equal(plain.headers['strict-transport-security'], undefined);
      } else {
        const plain = await get(story, { 'X-Forwarded-Proto': 'http' });
        assert.equal(plain.headers['strict-transport-security'], undefined);
      }
    });

    /** Three readers ask for a path until an instant: each answer with the instants around it. */
    const readUntil = async (path: string, until: number): Promise<Read[]> => {
      const answers: Read[] = [];
      const read = async (): Promise<void> => {
        while (Date.now() < until) {
          const sent = Date.now();
          const { status } = await get(path);
          answers.push({ sent, received: Date.now(), status });
          await pause(20);
        }
      };
      await Promise.all([read(), read(), read()]);
      return answers;
    };

    test('a gate is never passed early and never late', async () => {
      const gate = Math.ceil(Date.now() / 1000) * 1000 + 6000;
      const at = new Date(gate).toISOString();
      const [opens, closes] = ['/2025/03/05/opens', '/2025/03/05/closes'];
      newsroom.article(opens, { embargo: at });
      newsroom.article(closes, { expires: at });
      await eventually('it is public', async () => ((await direct(closes)).status === 200 ? true : undefined));
      const [opening, closing] = await Promise.all([readUntil(opens, gate + 2500), readUntil(closes, gate + 2500)]);
      const early = (read: Read): boolean => read.received < gate;
      const late = (read: Read): boolean => read.sent >= gate;
      assert.deepEqual([statuses(opening, early), statuses(opening, late)], [[404], [200]], opens);
      assert.deepEqual([statuses(closing, early), statuses(closing, late)], [[200], [410]], closes);
    });

    for (const [status, hidden] of [
      [410, { status: 'killed', reason: 'It was not so.' }],
      [404, { status: 'withheld' }],
    ] as const)
      test(`a story that an editor hides is gone without a purge, and answers ${status}`, async () => {
        const path = `/2025/03/06/${hidden.status}`;
        newsroom.article(path);
        await eventually('it comes from the cache', async () => ((await get(path)).status === 200 ? true : undefined));
        const reading = readUntil(path, Date.now() + 6000);
        newsroom.article(path, hidden);
        await eventually('the site has hidden it', async () =>
          (await direct(path)).status === status ? true : undefined,
        );
        const gone = Date.now() + longestAfterKill;
        assert.deepEqual(
          statuses([...(await reading), ...(await readUntil(path, gone + 500))], ({ sent }) => sent >= gone),
          [status],
        );
      });

    test('while the site does not answer, a page stays, but not across a gate; what nobody has read is a fault', async () => {
      const gate = Math.ceil(Date.now() / 1000) * 1000 + 12_000;
      const closes = '/2025/03/07/closes';
      newsroom.article(closes, { expires: new Date(gate).toISOString() });
      for (const path of [story, closes])
        await eventually('it comes from the cache', async () => (isHit(await get(path)) ? true : undefined));
      await site.stop();
      const reading = readUntil(closes, gate + 1000);
      // Longer than an answer may be used while the site answers.
      await pause(4000);
      assert.equal((await get(story)).status, 200);
      assert.ok((await get(moved)).status >= 500);
      const answers = await reading;
      assert.ok(statuses(answers, ({ received }) => received < gate).includes(200));
      assert.ok(!statuses(answers, ({ sent }) => sent >= gate).includes(200));
      site = await startSite();
      await eventually('all is well again', async () =>
        (await get(closes)).status === 410 && (await get(moved)).status === 200 ? true : undefined,
      );
    });

    test('an operator can empty the cache while the site does not answer', async () => {
      await eventually('it comes from the cache', async () => (isHit(await get(story)) ? true : undefined));
      await site.stop();
      assert.equal((await get(story)).status, 200);
      proxy.empty();
      assert.ok((await get(story)).status >= 500);
      site = await startSite();
    });

    test('each title has pages of its own in the cache, whatever a reader says of the host', async () => {
      for (const [order, title] of ['paper', 'wire'].entries())
        newsroom.write(`titles/${title}.yaml`, `name: The ${title}\nurl: https://${title}.example\norder: ${order}\n`);
      for (const host of ['paper.example', 'wire.example', 'Wire.example:8443'])
        await eventually(`${host} comes from the cache`, async () => {
          const answer = await get('/', { Host: host });
          const isOwn = answer.text.includes(`<title>The ${host.toLowerCase().split('.', 1)[0]}<`);
          return isHit(answer) && isOwn ? true : undefined;
        });
      for (let number = 0; number < 10; number += 1) {
        const path = `/?a=${number}`;
        const spellings: Record<string, string>[] = [{ 'X-Forwarded-Host': 'wire.example' }, {}];
        for (const headers of spellings) assert.match((await get(path, headers)).text, /<title>The paper</, path);
        assert.match((await get(path, { Host: 'wire.example' })).text, /<title>The wire</, path);
      }
      assert.equal((await get('/', { Host: 'evil.example' })).status, 421);
    });
  });

interface Read {
  /** Milliseconds. */
  sent: number;
  received: number;
  status: number;
}

/** The different statuses of the answers that are meant, in ascending order. */
function statuses(answers: readonly Read[], isMeant: (read: Read) => boolean): number[] {
  return [...new Set(answers.filter(isMeant).map(({ status }) => status))].toSorted((a, b) => a - b);
}
