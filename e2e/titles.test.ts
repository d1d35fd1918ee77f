import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, askBytes, type Answer } from './http.ts';
import { eventually } from './eventually.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

const newsroom = new TemporaryNewsroom();
const data = mkdtempSync(join(tmpdir(), 'dateline-titles-'));
const [shared, ofPaper] = ['/2026/01/12/shared', '/2026/01/12/of-paper'];
const settings = {
  content: newsroom.folder,
  data,
  now: '2026-01-13T12:00:00Z',
  env: { TRUST_PROXY: '1', LOG_FORMAT: 'combined' },
};
let site: Site;

function writeTitle(order: number, name: string, carries: string): void {
  newsroom.write(`titles/${name}.yaml`, `name: The ${name}\nurl: https://${name}.example\norder: ${order}\n${carries}`);
}

before(async () => {
  newsroom.topic('sea', { title: 'The sea' });
  newsroom.topic('land', { title: 'The land' });
  newsroom.article(shared, { headline: 'Sharedheadline', topics: ['sea'] }, `See [another](${ofPaper}).`);
  newsroom.article(ofPaper, { headline: 'Paperheadline', topics: ['land'] });
  writeTitle(1, 'paper', '');
  writeTitle(2, 'harbour', 'carries: { topics: [sea] }\n');
  site = await Site.start(settings);
});

after(async () => {
  await site?.stop();
  newsroom.end();
  rmSync(data, { recursive: true, force: true });
});

function at(host: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(site.base, path, { headers: { Host: host, ...headers } });
}

/** The name of the title that has sent a page. */
const nameIn = ({ text }: Answer): string | undefined => /<title>[^<]*(The [a-z]+)<\/title>/.exec(text)?.[1];

test('the same path on two titles is two pages, from memory, and from the disk after a restart', async () => {
  const names = async (): Promise<(string | undefined)[]> => {
    const answers = [];
    for (const host of ['paper.example', 'harbour.example', 'localhost', 'harbour.localhost'])
      answers.push(await at(host, shared));
    return answers.map(nameIn);
  };
  const expected = ['The paper', 'The harbour', 'The paper', 'The harbour'];
  assert.deepEqual(await names(), expected);
  assert.deepEqual(await names(), expected, 'from memory');
  await site.stop();
  site = await Site.start(settings);
  assert.deepEqual(await names(), expected, 'from the disk');
});

test('links to another title lead to its address, or to its name on this machine; canonical addresses are the same', async () => {
  const { port } = new URL(site.base);
  for (const [host, paper] of [
    ['harbour.example', 'https://paper.example'],
    ['harbour.localhost', `http://paper.localhost:${port}`],
    // The port is that of the server, whatever a reader says.
    ['harbour.localhost:1', `http://paper.localhost:${port}`],
  ] as const) {
    const { text } = await at(host, shared);
    assert.ok(text.includes(`href="${paper}${ofPaper}"`), host);
    assert.ok(text.includes(`<link rel="canonical" href="https://harbour.example${shared}"`), host);
    const { status, headers } = await at(host, ofPaper);
    assert.deepEqual([status, headers.location], [308, paper + ofPaper], host);
  }
});

test('a hostile host gets a plain 421, and is in no answer, no page after it, and no line of the log', async () => {
  const evil = 'evil"><b>\\x1b.example';
  const usual = await at('paper.example', shared);
  for (const path of [shared, '/', '/nothing', '/feed.xml', '/Topics/Sea', `${shared}/share.jpg`]) {
    const { status, headers, text } = await at('evil.example', path, { 'X-Forwarded-Proto': 'https' });
    assert.deepEqual([status, headers['cache-control']], [421, 'no-store'], path);
    assert.doesNotMatch(text + JSON.stringify(headers), /evil/);
    const forwarded = await at('paper.example', path, { 'X-Forwarded-Host': evil });
    assert.equal(forwarded.status, 421, path);
    assert.doesNotMatch(forwarded.text + JSON.stringify(forwarded.headers), /evil/);
  }
  assert.equal(
    nameIn(await at('paper.example', shared, { 'X-Forwarded-Host': 'harbour.example, paper.example' })),
    'The harbour',
  );
  assert.equal((await at('paper.example', shared)).text, usual.text);
  for (const line of [
    'GET / HTTP/1.0',
    'GET http://paper.example@evil.example/ HTTP/1.1',
    'GET http://evil.example/ HTTP/1.1',
  ])
    assert.match(await askBytes(site.base, line), /^HTTP\/1\.1 (?:421|400|200) /, line);
  assert.doesNotMatch(site.printed.stdout + site.printed.stderr, /evil"|<b>/);
});

test('a title that comes is answered at once, and one that goes gets 421', async () => {
  assert.equal((await at('new.example', '/')).status, 421);
  writeTitle(3, 'new', 'carries: { topics: [land] }\n');
  const came = await eventually('the title answers', async () => {
    const answer = await at('new.example', ofPaper);
    return answer.status === 200 ? answer : undefined;
  });
  assert.equal(nameIn(came), 'The new');
  newsroom.remove('titles/new.yaml');
  await eventually('it has gone', async () => ((await at('new.example', ofPaper)).status === 421 ? true : undefined));
  assert.equal(nameIn(await at('paper.example', ofPaper)), 'The paper');
  assert.equal((await at('new.example', '/healthz')).status, 200);
});

test('a preview has each title by its name on this machine only', async () => {
  const preview = await Site.start({ ...settings, command: ['preview'] });
  try {
    const status = async (host: string): Promise<[number, string | undefined]> => {
      const answer = await ask(preview.base, shared, { headers: { Host: host } });
      return [answer.status, nameIn(answer)];
    };
    assert.deepEqual(await status('harbour.localhost'), [200, 'The harbour']);
    assert.deepEqual(await status('127.0.0.1'), [200, 'The paper']);
    for (const host of ['harbour.example', 'nobody.localhost']) assert.equal((await status(host))[0], 421, host);
  } finally {
    await preview.stop();
  }
});
