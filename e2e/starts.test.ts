import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { eventually } from './eventually.ts';
import { TemporaryNewsroom } from './newsroom.ts';
import { root } from './root.ts';
import { Site, type SiteSettings } from './site.ts';

describe('a start that fails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-starts-'));
  const file = join(folder, 'file');
  let newsroom: TemporaryNewsroom;
  let running: Site;
  before(async () => {
    writeFileSync(file, 'This is no folder.\n');
    newsroom = new TemporaryNewsroom();
    newsroom.article('/2026/01/13/story');
    running = await Site.start({ content: newsroom.folder });
  });
  after(async () => {
    await running.stop();
    newsroom.end();
    rmSync(folder, { recursive: true });
  });

  const cases: { name: string; settings: () => SiteSettings; says: RegExp }[] = [
    { name: 'no content folder', settings: () => ({ content: join(folder, 'none') }), says: /no content folder.*none/ },
    {
      name: 'an empty content folder',
      settings: () => ({ content: mkdtempSync(join(folder, 'empty-')) }),
      says: /empty/,
    },
    {
      name: 'a file in place of the content folder',
      settings: () => ({ content: file }),
      says: /content folder|no folder|not a folder/i,
    },
    {
      name: 'a data folder that cannot be made',
      settings: () => ({ content: newsroom.folder, data: join(file, 'data') }),
      says: /data folder.*cannot be written/i,
    },
    {
      name: 'a data folder that is a file',
      settings: () => ({ content: newsroom.folder, data: file }),
      says: /data folder.*cannot be written/i,
    },
    ...['abc', '70000', '-1', '3.5', '80 80', '0x'].map((port) => ({
      name: `PORT=${port}`,
      settings: () => ({ content: newsroom.folder, port }),
      says: /PORT/,
    })),
    ...['yesterday', '2026-02-30T00:00:00Z', '2026-01-13', '2026-01-13T18:30:00', '1768300000'].map((now) => ({
      name: `DATELINE_NOW=${now}`,
      settings: () => ({ content: newsroom.folder, now }),
      says: /DATELINE_NOW/,
    })),
    ...['paper.example', 'ftp://paper.example', 'https://', 'https://paper example'].map((siteUrl) => ({
      name: `SITE_URL=${siteUrl}`,
      settings: () => ({ content: newsroom.folder, siteUrl }),
      says: /SITE_URL/,
    })),
    {
      name: 'a port in use',
      settings: () => ({ content: newsroom.folder, port: new URL(running.base).port }),
      says: /in use.*--port/,
    },
    {
      name: 'a port of the metrics in use',
      settings: () => ({ content: newsroom.folder, env: { METRICS_PORT: new URL(running.base).port } }),
      says: /METRICS_PORT.* in use/,
    },
  ];
  for (const { name, settings, says } of cases) {
    test(`${name}: prints one clear line and exits with 2`, async () => {
      const { stderr, code } = await Site.startAndFail(settings());
      assert.match(stderr, says);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
      assert.doesNotMatch(stderr, /^\s+at |\bError:|node:internal|file:\/\//m);
      assert.equal(code, 2);
    });
  }

  test('a failed start leaves a running site running', async () => {
    assert.equal((await fetch(running.base)).status, 200);
  });

  test('a site that gets SIGTERM stops, and prints nothing', async () => {
    const site = await Site.start({ content: newsroom.folder });
    await site.stop();
    assert.equal(site.printed.code, 0);
    assert.equal(site.printed.stderr, '');
  });

  for (const command of ['npm start', 'npx dateline start'])
    test(`a site that was started with \`${command}\` ends when that is ended, however that happens`, async () => {
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        const data = mkdtempSync(join(folder, 'data-'));
        const [program = '', ...args] = command.split(' ');
        const starter = spawn(program, args, {
          cwd: root,
          env: { ...process.env, DATELINE_CONTENT: newsroom.folder, DATELINE_DATA: data, PORT: '0' },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let printed = '';
        starter.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
        const port = await eventually('it serves', () => /Serving at http:\/\/localhost:(\d+)/.exec(printed)?.[1]);
        starter.kill(signal);
        await eventually('the port is free', async () => {
          try {
            await fetch(`http://127.0.0.1:${port}/healthz`);
            return undefined;
          } catch {
            return true;
          }
        });
      }
    });

  test('a site that is stopped in the middle of its first renderings ends with code 0', async () => {
    const site = await Site.start();
    await site.stop();
    assert.equal(site.printed.code, 0);
  });

  test('a newsroom with problems is served, and each problem is printed', async () => {
    const troubled = new TemporaryNewsroom();
    troubled.article('/2026/01/13/good');
    troubled.write('articles/2026/01/13/bad.mdx', '---\nheadline: No id, no date\n---\n\nText.\n');
    const site = await Site.start({ content: troubled.folder });
    assert.equal((await fetch(`${site.base}/2026/01/13/good`)).status, 200);
    assert.equal((await fetch(`${site.base}/2026/01/13/bad`)).status, 404);
    assert.match(site.printed.stderr, /articles\/2026\/01\/13\/bad\.mdx:\d+:\d+/);
    await site.stop();
    troubled.end();
  });
});
