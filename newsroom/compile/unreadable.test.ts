import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** Follows a newsroom, takes the permissions from one of its folders, and prints what is reported until they are back. */
const program = `
  import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { dirname, join } from 'node:path';
  import { compile } from '${new URL('./compile.ts', import.meta.url).href}';
  import { keepLive } from '${new URL('./live.ts', import.meta.url).href}';
  import { article, site } from '${new URL('../testing.ts', import.meta.url).href}';
  const root = mkdtempSync(join(tmpdir(), 'dateline-unreadable-'));
  const [content, data] = [join(root, 'content'), join(root, 'data')];
  for (const [path, text] of Object.entries({ ...site, ...article('/2026/01/01/a'), ...article('/2026/01/02/b') })) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  await compile({ content, data, history: false });
  const folder = join(content, process.argv[1]);
  const reports = [];
  const live = keepLive({ content, data }, (message) => {
    if (message.type === 'fault') reports.push(message.message);
    if (message.type === 'compiled' && reports.length === 0) chmodSync(folder, Number(process.argv[2]));
    if (message.type !== 'followed') return;
    reports.push(message.hindrance?.replace(root, '') ?? 'followed');
    chmodSync(folder, 0o755);
    if (message.hindrance === undefined) void end();
  });
  async function end() {
    await live.stop();
    rmSync(root, { recursive: true, force: true });
    console.log(JSON.stringify(reports));
  }
`;

test('a folder that cannot be read is a hindrance until it can be read', () => {
  const cases: [folder: string, mode: number, named: string][] = [
    ['', 0, '/content'],
    ['articles', 0, '/content/articles'],
    ['articles/2026/01', 0, '/content/articles/2026/01'],
    // Its names can be read, but not its files.
    ['articles/2026/01/02', 0o600, '/content/articles/2026/01/02'],
  ];
  for (const [folder, mode, named] of cases) {
    const { stdout, stderr } = spawnSync(process.execPath, ['--eval', program, '--', folder, String(mode)], {
      encoding: 'utf8',
      // The administrator can read everything.
      ...(process.getuid?.() === 0 && { uid: 65534 }),
    });
    assert.equal(stderr, '');
    assert.deepEqual(
      JSON.parse(stdout),
      [`The folder ${named} cannot be read, so changes there do not show. Check the permissions.`, 'followed'],
      folder,
    );
  }
});
