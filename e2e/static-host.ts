import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Running } from './deploy/proxies.ts';
import { freePort } from './free-port.ts';
import type { Answer } from './http.ts';

/** nginx over a static edition, on a free port of this machine. */
export class StaticHost {
  /** `http://127.0.0.1:port` */
  readonly base: string;
  readonly #folder: string;
  readonly #nginx: Running;

  private constructor(base: string, folder: string, nginx: Running) {
    this.base = base;
    this.#folder = folder;
    this.#nginx = nginx;
  }

  /**
   * `edition` is the folder of the edition. `titles`: for each host the name of its title, whose edition is in a folder in that one; other
   * hosts get the first one.
   */
  static async start(edition: string, titles: Readonly<Record<string, string>> = {}): Promise<StaticHost> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'dateline-nginx-'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const main = join(folder, 'nginx.conf');
    const sites = Object.entries(titles).map(([host, name]) => ({ host, current: join(edition, name, 'current') }));
    const served = sites.length > 0 ? sites : [{ host: '_', current: join(edition, 'current') }];
    writeFileSync(
      main,
      [
        // As another user it could not read temporary folders.
        process.getuid?.() === 0 ? 'user root;' : '',
        `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;`,
        'events { worker_connections 64; }',
        `http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}`,
        ...(sites.length > 0 ? ['map_hash_bucket_size 512; map_hash_max_size 65536;'] : []),
        ...served.map(({ current }) => `include ${current}/nginx/maps.conf;`),
        ...served.map(
          ({ host, current }) =>
            `server { listen 127.0.0.1:${port}; server_name ${host}; root ${current}/site; include ${current}/nginx/server.conf; }`,
        ),
        '}',
      ].join('\n'),
    );
    const host = new StaticHost(
      `http://127.0.0.1:${port}`,
      folder,
      new Running('nginx', ['-c', main, '-p', folder, '-e', 'stderr']),
    );
    await host.#nginx.answers(host.base);
    return host;
  }

  /** Has it read its configuration again. Done when its new processes answer. */
  async reload(): Promise<void> {
    this.#nginx.reload();
    await pause(500);
    await this.#nginx.answers(this.base);
  }

  async stop(): Promise<void> {
    await this.#nginx.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const sameHeaders = [
  'content-type',
  'access-control-allow-origin',
  'link',
  'x-robots-tag',
  'x-content-type-options',
] as const;

/** What of an answer must be the same on each server. */
export function compared({ status, headers, body }: Answer): unknown[] {
  if (status === 308) return [status, headers.location];
  return [status, ...sameHeaders.map((name) => headers[name]), body.length, hash('sha256', body)];
}
