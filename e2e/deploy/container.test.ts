import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { needing } from '../../newsroom/testing.ts';
import { eventually } from '../eventually.ts';
import { articleFile, TemporaryNewsroom } from '../newsroom.ts';
import { buildImage, Container, folderForImages } from './container.ts';

const story = '/2025/03/04/story';

/** Megabytes of the image. */
const largestImage = 500;

describe('the image of deploy/container/Dockerfile', needing('root'), () => {
  const { folder, remove } = folderForImages();
  const newsroom = new TemporaryNewsroom();
  let image: ReturnType<typeof buildImage>;
  before(() => {
    newsroom.article(story, { headline: 'The first headline' });
    newsroom.commit('2025-03-04T12:00:00Z');
    chmodSync(newsroom.folder, 0o755);
    image = buildImage(folder);
  });
  after(() => {
    newsroom.end();
    remove();
  });

  test('it has the code and its build: no tests, no content, nothing that only developers need', () => {
    const app = join(image.folder, 'app');
    assert.deepEqual(globSync('{**/*.test.ts,e2e,content,bench,.git}', { cwd: app, exclude: ['node_modules'] }), []);
    for (const name of ['typescript', 'playwright', 'oxlint']) assert.ok(!existsSync(join(app, 'node_modules', name)));
    const size = Number(execFileSync('du', ['-sm', image.folder], { encoding: 'utf8' }).split('\t', 1)[0]);
    assert.ok(size < largestImage, `${size} MB`);
  });

  test('a container of it serves with a root that cannot be written, follows the content, and ends when it is asked to', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const [uid, gid] = image.user.split(':').map(Number);
    assert.ok(uid !== undefined && uid > 0 && gid !== undefined && gid > 0);
    execFileSync('chown', [image.user, data]);
    const mounts = [
      { from: newsroom.folder, to: '/content', isReadOnly: true },
      { from: data, to: '/data' },
    ];
    const start = (): Container => new Container(image, mounts);
    let container = start();
    const page = (path: string): string =>
      container.run([
        'node',
        '-e',
        `fetch('http://127.0.0.2:3000${path}').then(async (a) => console.log(a.status, await a.text()))`,
      ]).printed;
    const isHealthy = async (): Promise<void> => {
      await eventually('the health check is well', () => (container.health() === 0 ? true : undefined)).catch(
        (fault) => {
          throw new Error(container.printed, { cause: fault });
        },
      );
    };
    try {
      await isHealthy();
      assert.match(page(story), /^200 .*The first headline/s);
      assert.match(page(`${story}/history`), /^200 /, 'git reads the folder of another user');
      assert.equal(container.run(['readlink', '/proc/1/exe']).printed.trim(), '/app/node_modules/node/bin/node');
      assert.match(
        container.run(['cat', '/proc/1/status']).printed,
        new RegExp(`^Uid:\\s${uid}\\s(?:.*\\n)*CapBnd:\\s0+\\n`, 'm'),
      );
      assert.notEqual(container.run(['touch', '/app/x', '/content/x']).code, 0);
      assert.match(container.run(['dateline', 'check']).printed, /no problems|0 problems|1 article/i);
      newsroom.article(story, { status: 'killed', reason: 'It was not so.' });
      await eventually('the kill shows', () => (page(story).startsWith('410 ') ? true : undefined));
      assert.equal(await container.end('SIGTERM'), 0, container.printed);
      assert.notEqual(container.health(), 0);

      container = start();
      await isHealthy();
      assert.match(page(story), /^410 /);
      assert.doesNotMatch(container.printed, /Building/, 'the build of the image is good for it');
    } finally {
      await container.end('SIGKILL');
    }
    assert.ok(readFileSync(join(newsroom.folder, articleFile(story)), 'utf8').includes('killed'));
  });
});
