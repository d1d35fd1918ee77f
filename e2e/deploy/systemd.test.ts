import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildCode } from '../../cli/build-code.ts';
import { needing } from '../../newsroom/testing.ts';
import { eventually } from '../eventually.ts';
import { ask } from '../http.ts';
import { TemporaryNewsroom } from '../newsroom.ts';
import { root } from '../root.ts';

const story = '/2025/03/04/story';

/** The user and the group that have no rights. */
const nobody = 65_534;

/** The most that `systemd-analyze security` may find, in tenths: 0 is nothing, 100 is a service that may do all. */
const exposure = 15;

/** The units as they are where the code is in this folder. */
const units = Object.fromEntries(
  ['dateline.service', 'dateline.socket'].map((name) => [
    name,
    readFileSync(join(root, 'deploy/systemd', name), 'utf8').replaceAll('/opt/dateline/', root),
  ]),
);

/** All values of a setting of the service, in their order. */
function valuesOf(setting: string): string[] {
  const lines = (units['dateline.service'] ?? '').split('\n').filter((line) => line.startsWith(`${setting}=`));
  return lines.map((line) => line.slice(setting.length + 1));
}

describe('the units of deploy/systemd', needing('systemd-analyze'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-units-'));
  const files = Object.entries(units).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  after(() => rmSync(folder, { recursive: true }));

  test('systemd finds no fault in them', () => {
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' });
    // It also names what is wrong with other units of this machine.
    assert.deepEqual(
      stderr.split('\n').filter((line) => line.includes('dateline')),
      [],
    );
  });

  test('the service may do little', () => {
    const options = ['--offline=true', `--threshold=${exposure}`, '--no-pager'];
    const { status, stdout } = spawnSync('systemd-analyze', ['security', ...options, ...files.slice(0, 1)], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
  });
});

describe('the service, with no more than its unit allows', needing('root'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-service-'));
  const data = join(folder, 'data');
  const newsroom = new TemporaryNewsroom();
  before(async () => {
    // The service cannot: it may not write there.
    assert.ok(await buildCode());
    newsroom.article(story);
    newsroom.commit('2025-03-04T12:00:00Z');
    chmodSync(newsroom.folder, 0o755);
    chmodSync(folder, 0o755);
    mkdirSync(data);
    chownSync(data, nobody, nobody);
  });
  after(() => {
    newsroom.end();
    rmSync(folder, { recursive: true });
  });

  test('it serves, follows the content, reads the history, and ends without a fault', async () => {
    const changed = {
      DATELINE_CONTENT: newsroom.folder,
      DATELINE_DATA: data,
      GIT_CONFIG_VALUE_0: newsroom.folder,
      PORT: '0',
    };
    const given = valuesOf('Environment').flatMap((line) => line.split(' '));
    const env = [...given, ...Object.entries(changed).map(([name, value]) => `${name}=${value}`)];
    // What ProtectSystem, StateDirectory, PrivateTmp, PrivateDevices, ProtectProc and ProcSubset make of the file system.
    const view = [
      `mount --bind '${data}' '${data}'`,
      `mount --bind '${newsroom.folder}' '${newsroom.folder}'`,
      'mount -o remount,bind,ro /',
      `mount -o remount,bind,ro '${newsroom.folder}'`,
      'mount -t proc -o subset=pid,hidepid=invisible proc /proc',
      'exec "$@"',
    ];
    const rights = [
      '--reuid',
      String(nobody),
      '--regid',
      String(nobody),
      '--clear-groups',
      '--no-new-privs',
      '--bounding-set=-all',
    ];
    const [command = ''] = valuesOf('ExecStart');
    const confined = [
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      'sh',
      '-ec',
      view.join('\n'),
      'sh',
      'setpriv',
      ...rights,
    ];
    const service = ['env', '-i', `PATH=${process.env['PATH']}`, ...env, ...command.split(' ')];
    const started = spawn('unshare', [...confined, ...service], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const ended = new Promise((resolve) => started.on('close', resolve));
    try {
      const port = await eventually('it serves', () => {
        assert.equal(started.exitCode, null, printed);
        return /Serving at http:\/\/[^:]+:(\d+)/.exec(printed)?.[1];
      });
      const page = (path: string): Promise<{ status: number }> => ask(`http://127.0.0.1:${port}`, path);
      assert.equal((await page(story)).status, 200);
      assert.equal((await page(`${story}/history`)).status, 200);
      newsroom.article(story, { status: 'killed', reason: 'It was not so.' });
      await eventually('the kill shows', async () => ((await page(story)).status === 410 ? true : undefined));
    } finally {
      const first = readFileSync(`/proc/${started.pid}/task/${started.pid}/children`, 'utf8').trim();
      if (first !== '') process.kill(Number(first), 'SIGTERM');
    }
    assert.equal(await ended, 0, printed);
    assert.doesNotMatch(printed, /EROFS|EACCES|EPERM|refuses/);
  });
});
