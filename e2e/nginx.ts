import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { ask } from './http.ts';

/** nginx over a static edition, on a free port of this machine. */
export class StaticHost {
  /** `http://127.0.0.1:port` */
  readonly base: string;
  readonly #reload: () => Promise<void>;
  readonly #stop: () => Promise<void>;

  private constructor(base: string, reload: () => Promise<void>, stop: () => Promise<void>) {
    this.base = base;
    this.#reload = reload;
    this.#stop = stop;
  }

  /** `edition` is the folder of the edition. */
  static async start(edition: string): Promise<StaticHost> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const folder = mkdtempSync(join(tmpdir(), 'dateline-nginx-'));
    mkdirSync(join(folder, 'logs'));
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp-${name};`);
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        // As another user it could not read temporary folders.
        ...(process.getuid?.() === 0 ? ['user root;'] : []),
        'daemon off; worker_processes 1; pid nginx.pid; error_log logs/error.log;',
        'events { worker_connections 64; }',
        `http { access_log off; ${paths.join(' ')}`,
        `include ${edition}/current/nginx/maps.conf;`,
        `server { listen 127.0.0.1:${port}; root ${edition}/current/site; include ${edition}/current/nginx/server.conf; } }`,
      ].join('\n'),
    );
    let printed = '';
    const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf'], { stdio: ['ignore', 'ignore', 'pipe'] });
    nginx.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const ended = new Promise<void>((resolve) => nginx.on('close', () => resolve()));
    const answers = (): Promise<unknown> =>
      eventually('nginx answers', async () => {
        if (nginx.exitCode !== null) throw new Error(printed);
        return ask(base, '/').catch(() => undefined);
      });
    try {
      await answers();
    } catch (fault) {
      nginx.kill('SIGKILL');
      throw fault;
    }
    return new StaticHost(
      base,
      async () => {
        nginx.kill('SIGHUP');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await answers();
      },
      async () => {
        nginx.kill('SIGQUIT');
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    );
  }

  /** Has it read its configuration again. */
  reload(): Promise<void> {
    return this.#reload();
  }

  stop(): Promise<void> {
    return this.#stop();
  }
}
