import { deepEqual, equal } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { site, titles, type Files } from '../newsroom/testing.ts';
import { hostOf, Hosts, nameOf } from './hosts.ts';
import { TestServices } from './testing.ts';

const now = '2026-01-30T00:00:00Z';

const three = titles({
  main: { order: 1, url: 'https://www.paper.example' },
  'space-war': { order: 2, url: 'https://xn--rger-koa.example:8443' },
  wire: { order: 3, url: 'http://192.0.2.7' },
});

async function hostsOver(t: TestContext, files: Files) {
  const services = await TestServices.over(t, files, now);
  const changes: string[] = [];
  const hosts = new Hosts(services.validity, (all) => changes.push(all.map(({ slug }) => slug).join(' ')));
  const at = (host: string | undefined): string | undefined => {
    const found = hosts.find(host);
    return found && (nameOf(found) ?? 'the only site');
  };
  return { services, hosts, at, changes };
}

test('a host leads to the title that has it, however it is written', async (t) => {
  const { at } = await hostsOver(t, three);
  const table: Record<string, readonly string[]> = {
    main: [
      'paper.example',
      'www.paper.example',
      'PAPER.Example',
      'paper.example:443',
      'paper.example:',
      'paper.example.',
      'WWW.paper.example.:8080',
    ],
    'space-war': ['xn--rger-koa.example', 'XN--RGER-KOA.example:8443', 'www.xn--rger-koa.example'],
    wire: ['192.0.2.7', '192.0.2.7:3000'],
    'main.localhost': [
      'localhost',
      'LOCALHOST:3000',
      'localhost.',
      '127.0.0.1:3000',
      '127.8.9.255',
      '[::1]:3000',
      '[::1]',
    ],
    'space-war.localhost': ['space-war.localhost', 'Space-War.localhost.:3000'],
  };
  for (const [title, hosts] of Object.entries(table)) for (const host of hosts) equal(at(host), title, host);
});

test('another host leads nowhere', async (t) => {
  const { at } = await hostsOver(t, three);
  const hosts = [
    undefined,
    '',
    ' ',
    '.',
    'other.example',
    'paper.example.evil.example',
    'evil-paper.example',
    'evil.paper.example',
    'paper.example..',
    '.paper.example',
    'paper..example',
    'paper.example@evil.example',
    'user:password@paper.example',
    'paper.example:80:80',
    'paper.example:443443',
    'paper.example:x',
    'paper.example/',
    'paper.example, evil.example',
    'paper .example',
    'paper.example\r\nSet-Cookie: a=b',
    'p%61per.example',
    'ärger.example',
    'ｐaper.example',
    'nobody.localhost',
    'a.main.localhost',
    'main.localhost.evil.example',
    'localhost.example',
    '192.0.2.8',
    '10.0.0.1:3000',
    '127.1',
    '127.0.0.256',
    '0x7f000001',
    '2130706433',
    '::1',
    '[::2]',
    '[::1',
    '[::ffff:127.0.0.1]',
    `${'a'.repeat(300)}.paper.example`,
    `${'www.'.repeat(60)}paper.example`,
    '__proto__',
    'constructor',
  ];
  for (const host of hosts) equal(at(host), undefined, host);
});

test('of two titles with one host the first one has it; the other one is left out', async (t) => {
  const { at } = await hostsOver(
    t,
    titles({ a: { order: 1, url: 'https://one.example' }, b: { order: 2, url: 'http://www.ONE.example:81' } }),
  );
  deepEqual([at('one.example'), at('www.one.example:81'), at('b.localhost')], ['a', 'a', undefined]);
});

test('a newsroom that is one site answers any host', async (t) => {
  for (const files of [{}, titles({ main: {} })]) {
    const { at } = await hostsOver(t, files);
    for (const host of [undefined, '', 'evil.example', '10.0.0.1', 'a b']) equal(at(host), 'the only site', host);
  }
});

test('nothing answers at the host of a title with an error, even if only one other title is left', async (t) => {
  const { at } = await hostsOver(t, {
    ...titles({ main: { url: 'https://paper.example' } }),
    'titles/wire.yaml': 'name: Wire\nurl: https://wire.example\ncarries: all\n',
  });
  deepEqual(['paper.example', 'wire.example', 'localhost', '192.0.2.8'].map(at), [
    'main',
    undefined,
    'main.localhost',
    undefined,
  ]);
});

test('titles come and go while a server runs', async (t) => {
  const { services, at, changes } = await hostsOver(t, three);
  const hosts = ['paper.example', 'other.example', 'localhost', 'space-war.localhost'];
  const seen = async (): Promise<(string | undefined)[]> => {
    // The number of the compile is read once in a turn.
    await new Promise(setImmediate);
    return hosts.map(at);
  };
  deepEqual(await seen(), ['main', undefined, 'main.localhost', 'space-war.localhost']);
  await services.change(titles({ other: { order: 0 } }));
  deepEqual(await seen(), ['main', 'other', 'other.localhost', 'space-war.localhost']);
  services.newsroom.remove('titles/space-war.yaml', 'titles/wire.yaml');
  await services.newsroom.compile();
  deepEqual(await seen(), ['main', 'other', 'other.localhost', undefined]);
  // A change of something else makes no other titles.
  await services.change({ ...site, 'topics/a.mdx': '---\ntitle: A\n---\n' });
  await seen();
  services.newsroom.remove('titles/other.yaml');
  await services.newsroom.compile();
  deepEqual(await seen(), Array(4).fill('the only site'));
  deepEqual(changes, ['main space-war wire', 'other main space-war wire', 'other main', '']);
});

test('a forwarded host is believed only behind a proxy that is trusted; then the first one counts', () => {
  const headers = { host: 'a.example', 'x-forwarded-host': ' b.example , c.example' };
  equal(hostOf({ headers }, false), 'a.example');
  equal(hostOf({ headers }, true), 'b.example');
  equal(hostOf({ headers: { host: 'a.example' } }, true), 'a.example');
  for (const empty of ['', ' '])
    equal(hostOf({ headers: { host: 'a.example', 'x-forwarded-host': empty } }, true), 'a.example');
});

test('localhost shows the title that an editor asks for, if there is one', async (t) => {
  const { services } = await hostsOver(t, three);
  for (const [asked, shown] of [
    ['wire', 'wire'],
    ['nowhere', 'main'],
  ] as const) {
    const hosts = new Hosts(services.validity, undefined, asked);
    deepEqual(hosts.find('localhost:3001'), { title: shown, isLocal: true });
    deepEqual(hosts.find('main.localhost'), { title: 'main', isLocal: true });
  }
});
