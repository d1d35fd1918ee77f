import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { freePort } from '../free-port.ts';
import { ask } from '../http.ts';
import { root } from '../root.ts';

/** A program in front of sites, with its configuration from `deploy/`. */
export interface Proxy {
  /** Where readers ask: `https://127.0.0.1:port`, or `http` for a proxy behind one that does TLS. */
  base: string;
  /** The address without TLS, if it has one. */
  plain?: string;
  /** What the one in front of it adds to each request. */
  headers: Readonly<Record<string, string>>;
  /** Takes away all that it has stored, as docs/operations.md says. */
  empty(): void;
  stop(): Promise<void>;
}

/** A program that runs until it is stopped. */
export class Running {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  /** All that it has printed. */
  printed = '';

  constructor(program: string, args: string[]) {
    this.#process = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    this.#ended = new Promise((resolve) => this.#process.on('close', () => resolve()));
  }

  /** Waits until it answers at an address. Throws with what it has printed if it ends before. */
  async answers(base: string): Promise<void> {
    await eventually(`${base} answers`, async () => {
      if (this.#process.exitCode !== null) throw new Error(this.printed);
      return ask(base, '/').catch(() => undefined);
    });
  }

  /** Has it read its configuration again. */
  reload(): void {
    this.#process.kill('SIGHUP');
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    await this.#ended;
  }
}

/** The hosts of the titles for which the proxies answer. */
const hosts = ['paper.example', 'wire.example'];

/** A file of `deploy/` with other texts in some places. Each text must be in it: a change of the file that misses it fails. */
function adapted(file: string, changes: Readonly<Record<string, string>>): string {
  return Object.entries(changes).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} has no “${from}” any more.`);
      return text.replaceAll(from, to);
    },
    readFileSync(join(root, file), 'utf8'),
  );
}

/** Starts nginx with `deploy/nginx/dateline.conf` in front of sites at these ports. */
export async function startNginx(ports: readonly number[]): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-nginx-'));
  const [plain, secure] = [await freePort(), await freePort()];
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const names = ['-subj', '/CN=paper.example', '-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...names], {
    stdio: 'ignore',
  });
  const servers = adapted('deploy/nginx/dateline-servers.conf', {
    '  server 127.0.0.1:3000 ': ports
      .map((port) => `  server 127.0.0.1:${port} `)
      .join('max_fails=2 fail_timeout=5s;\n'),
  });
  const site = adapted('deploy/nginx/dateline.conf', {
    '/var/cache/nginx/dateline': join(folder, 'cache'),
    '  listen 80': `  listen 127.0.0.1:${plain}`,
    '  listen [::]:80 default_server;': '',
    '  listen [::]:80;': '',
    '  listen 443': `  listen 127.0.0.1:${secure}`,
    '  listen [::]:443 ssl default_server;': '',
    '  listen [::]:443 ssl http2;': '',
    'server_name paper.example;': `server_name ${hosts.join(' ')};`,
    '/etc/ssl/paper.example/fullchain.pem': certificate,
    '/etc/ssl/paper.example/privkey.pem': key,
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const main = join(folder, 'nginx.conf');
  writeFileSync(
    main,
    [
      process.getuid?.() === 0 ? 'user root;' : '',
      `daemon off; pid ${folder}/pid; error_log stderr warn;`,
      'events { worker_connections 1024; }',
      `http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}`,
      servers,
      site,
      '}',
    ].join('\n'),
  );
  const running = new Running('nginx', ['-c', main, '-p', folder, '-e', 'stderr']);
  const base = `https://127.0.0.1:${secure}`;
  await running.answers(base);
  return {
    base,
    plain: `http://127.0.0.1:${plain}`,
    headers: {},
    empty() {
      execFileSync('find', [join(folder, 'cache'), '-type', 'f', '-delete']);
    },
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts Varnish with `deploy/varnish/dateline.vcl` in front of a site at a port. */
export async function startVarnish(port: number): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-varnish-'));
  const file = join(folder, 'dateline.vcl');
  const names = hosts.map((host) => host.replace('.', String.raw`\.`)).join('|');
  const changes = { '.port = "3000"': `.port = "${port}"`, [String.raw`paper\.example`]: names };
  writeFileSync(file, adapted('deploy/varnish/dateline.vcl', changes));
  // Varnish gives up its rights, and reads the file after that.
  chmodSync(folder, 0o755);
  const work = join(folder, 'work');
  mkdirSync(work);
  const own = await freePort();
  const running = new Running('varnishd', ['-F', '-a', `127.0.0.1:${own}`, '-f', file, '-n', work, '-s', 'malloc,64m']);
  const base = `http://127.0.0.1:${own}`;
  await running.answers(base);
  return {
    base,
    headers: { 'X-Forwarded-Proto': 'https' },
    empty() {
      execFileSync('varnishadm', ['-n', work, 'ban req.url ~ .']);
    },
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
