import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Running } from './deploy/proxies.ts';
import { freePort } from './free-port.ts';

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

  /** `edition` is the folder of the edition. */
  static async start(edition: string): Promise<StaticHost> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'dateline-nginx-'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const main = join(folder, 'nginx.conf');
    writeFileSync(
      main,
      [
        // As another user it could not read temporary folders.
        process.getuid?.() === 0 ? 'user root;' : '',
        `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;`,
        'events { worker_connections 64; }',
        `http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}`,
        `include ${edition}/current/nginx/maps.conf;`,
        `server { listen 127.0.0.1:${port}; root ${edition}/current/site; include ${edition}/current/nginx/server.conf; } }`,
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
