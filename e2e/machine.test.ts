import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { eventually } from './eventually.ts';
import { ask } from './http.ts';
import { articleFile, TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

const story = '/2025/03/04/story';
const killed = { status: 'killed', reason: 'It was not so.' };

/** A site in a separate folder, over a newsroom of two stories, and what can be done to both while it runs. */
class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), 'dateline-machine-'));
  readonly data = join(this.folder, 'data');
  readonly content = join(this.folder, 'content');
  readonly newsroom = new TemporaryNewsroom();
  #site: Site | undefined;

  async start(): Promise<void> {
    for (const address of [story, '/2025/03/04/other']) this.newsroom.article(address);
    cpSync(this.newsroom.folder, this.content, { recursive: true });
    await this.startAgain();
    await this.becomes(story, 200);
  }

  async startAgain(): Promise<void> {
    this.#site = await Site.start({ content: this.content, data: this.data });
  }

  get site(): Site {
    assert.ok(this.#site);
    return this.#site;
  }

  /** Writes the kill into the newsroom from which the content is copied, and there. */
  kill(): void {
    this.newsroom.article(story, killed);
    cpSync(join(this.newsroom.folder, articleFile(story)), join(this.content, articleFile(story)));
  }

  becomes(path: string, status: number): Promise<true> {
    return eventually(`${path} answers ${status}`, async () =>
      (await ask(this.site.base, path)).status === status ? true : undefined,
    );
  }

  async end(): Promise<void> {
    await this.#site?.stop();
    this.newsroom.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('what happens to the data folder of a running site', () => {
  const cases: { name: string; happens: (machine: Machine) => void; says: RegExp }[] = [
    {
      name: 'it is removed',
      happens: ({ data }) => rmSync(data, { recursive: true, maxRetries: 10 }),
      says: /The store is gone/,
    },
    {
      name: 'the store is removed',
      happens: ({ data }) => rmSync(join(data, 'store.sqlite')),
      says: /The store is gone/,
    },
    {
      name: 'the store is cut off',
      happens: ({ data }) => truncateSync(join(data, 'store.sqlite')),
      says: /The store was damaged\..*What could not be read is lost/,
    },
    {
      name: 'the cached pages are removed',
      happens: ({ data }) => rmSync(join(data, 'pages'), { recursive: true, maxRetries: 10 }),
      says: /^$/,
    },
  ];
  for (const { name, happens, says } of cases) {
    test(`${name}: a kill is followed, and the loss is printed`, async () => {
      const machine = new Machine();
      try {
        await machine.start();
        happens(machine);
        machine.kill();
        await machine.becomes(story, 410);
        await machine.becomes('/healthz', 200);
        assert.match(machine.site.printed.stderr, says);
      } finally {
        await machine.end();
      }
    });
  }

  test('a backup is put in its place: what was killed since does not come back', async () => {
    const machine = new Machine();
    try {
      await machine.start();
      cpSync(machine.data, `${machine.data}-backup`, { recursive: true });
      machine.kill();
      await machine.becomes(story, 410);
      renameSync(machine.data, `${machine.data}-old`);
      renameSync(`${machine.data}-backup`, machine.data);
      await eventually('the backup is compared with the content', async () => {
        assert.equal((await ask(machine.site.base, story)).status, 410);
        return machine.site.printed.stderr.includes('The store was replaced') ? true : undefined;
      });
      machine.newsroom.article('/2025/03/04/other', killed);
      cpSync(machine.newsroom.folder, machine.content, { recursive: true });
      await machine.becomes('/2025/03/04/other', 410);
      assert.equal((await ask(machine.site.base, story)).status, 410);
    } finally {
      await machine.end();
    }
  });
});

describe('a content folder that is gone', () => {
  test('its stories stay, the health check answers 503 with the reason, and all is well when it is back', async () => {
    const machine = new Machine();
    try {
      await machine.start();
      renameSync(machine.content, `${machine.content}-away`);
      await machine.becomes('/healthz', 503);
      const { text } = await ask(machine.site.base, '/healthz');
      assert.match(text, /"status":"not followed",.*"reason":"There is no content folder at /);
      assert.equal((await ask(machine.site.base, story)).status, 200);
      renameSync(`${machine.content}-away`, machine.content);
      await machine.becomes('/healthz', 200);
      machine.kill();
      await machine.becomes(story, 410);
      const lines = machine.site.printed.stderr.trim().split('\n');
      assert.equal(lines.length, 2, 'once when it begins, and once when it ends');
    } finally {
      await machine.end();
    }
  });

  test('a site that is started meanwhile serves what it had, and is ready when the folder is back and compared', async () => {
    const machine = new Machine();
    try {
      await machine.start();
      await machine.site.stop();
      machine.kill();
      renameSync(machine.content, `${machine.content}-away`);
      await machine.startAgain();
      assert.equal((await ask(machine.site.base, story)).status, 200);
      assert.equal((await ask(machine.site.base, '/healthz')).status, 503);
      renameSync(`${machine.content}-away`, machine.content);
      await machine.becomes('/healthz', 200);
      assert.equal((await ask(machine.site.base, story)).status, 410);
    } finally {
      await machine.end();
    }
  });
});
