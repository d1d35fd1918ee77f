import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { root } from '../root.ts';
import { fillWithDebian } from './debian-root.ts';
import { stagesOf, variablesOf, wordsOf, type Stage } from './dockerfile.ts';

/** What an image says of the containers that are made from it. */
interface Image {
  folder: string;
  env: Record<string, string>;
  directory: string;
  user: string;
  entrypoint: string[];
  command: string[];
  health: string[];
}

/** A folder or a file of this machine that a container sees. */
interface Mount {
  from: string;
  to: string;
  isReadOnly?: boolean;
}

/** How a command runs in a folder that is its root. */
interface Run {
  env: Record<string, string>;
  directory: string;
  user: string;
  mounts: readonly Mount[];
  /** Whether its root cannot be written, it has no rights beyond its user's, and a network of its own. */
  isConfined: boolean;
}

const devices = ['null', 'zero', 'full', 'random', 'urandom'];

/** The command line that runs a command as the first process of a container. Root alone can start it. */
function inContainer(folder: string, command: readonly string[], run: Run): [string, string[]] {
  const inside = (path: string): string => `'${join(folder, path)}'`;
  const bind = (from: string, to: string): string => `mount --bind '${from}' ${inside(to)}`;
  const steps = [
    `mount --bind '${folder}' '${folder}'`,
    ...devices.flatMap((name) => [`touch ${inside(`dev/${name}`)}`, bind(`/dev/${name}`, `dev/${name}`)]),
    `mount -t proc proc ${inside('proc')}`,
    `mount -t tmpfs tmpfs ${inside('tmp')}`,
    ...run.mounts.flatMap(({ from, to, isReadOnly }) => [
      bind(from, to),
      ...(isReadOnly === true ? [`mount -o remount,bind,ro ${inside(to)}`] : []),
    ]),
    ...(run.isConfined ? [`mount -o remount,bind,ro '${folder}'`, 'ip link set lo up'] : []),
    `exec chroot '${folder}' "$@"`,
  ];
  const [uid = '0', gid = '0'] = run.user.split(':');
  const rights = ['--reuid', uid, '--regid', gid, '--clear-groups'];
  const confined = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];
  const variables = Object.entries(run.env).map(([name, value]) => `${name}=${value}`);
  const spaces = ['--mount', '--pid', '--fork', '--kill-child', ...(run.isConfined ? ['--net'] : [])];
  const prepare = ['sh', '-ec', steps.join('\n'), 'sh'];
  const lower = ['setpriv', ...rights, ...(run.isConfined ? confined : []), 'env', '-i', ...variables];
  const start = ['sh', '-c', 'cd "$0" && exec "$@"', run.directory];
  return ['unshare', [...spaces, ...prepare, ...lower, ...start, ...command]];
}

/**
 * Builds the image of `deploy/container/Dockerfile`, by running its steps in folders that hold what the images hold from
 * which it is made. Throws with what a step has printed if it fails. `folder` is empty.
 */
export function buildImage(folder: string): Image {
  const stages = stagesOf(readFileSync(join(root, 'deploy/container/Dockerfile'), 'utf8'));
  const context = join(folder, 'context');
  copyContext(context);
  const made = new Map<string, Image>();
  let last: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    last = buildStage(stage, { folder: join(folder, `stage-${index}`), context, made });
    made.set(stage.name ?? String(index), last);
  }
  if (!last) throw new Error('There is no stage.');
  return last;
}

/** Copies what git knows, or would know, without what `.dockerignore` leaves out. */
function copyContext(to: string): void {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const files = execFileSync('git', ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean)) {
    if (ignored.some((pattern) => matchesGlob(file, pattern) || matchesGlob(file, `${pattern}/**`))) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
}

function buildStage(
  { from, instructions }: Stage,
  { folder, context, made }: { folder: string; context: string; made: ReadonlyMap<string, Image> },
): Image {
  mkdirSync(folder);
  const installed = instructions.flatMap(
    ({ args }) => / install -y --no-install-recommends ([\w ]+)/.exec(args)?.[1]?.split(' ') ?? [],
  );
  fillWithDebian(folder, installed.filter(Boolean));
  if (from.startsWith('node:')) addNode(folder);
  else if (!from.startsWith('debian:')) throw new Error(`This test knows no image ${from}.`);
  const image: Image = {
    folder,
    env: { PATH: standardPath },
    directory: '/',
    user: '0:0',
    entrypoint: [],
    command: [],
    health: [],
  };
  for (const { name, args } of instructions)
    switch (name) {
      case 'WORKDIR':
        image.directory = args;
        mkdirSync(join(folder, args), { recursive: true });
        break;
      case 'ENV':
        Object.assign(image.env, variablesOf(args));
        break;
      case 'USER':
        image.user = args;
        break;
      case 'COPY':
        copy(args, image, { context, made });
        break;
      case 'RUN':
        runStep(args, image);
        break;
      case 'HEALTHCHECK':
        image.health = wordsOf(args.slice(args.indexOf('[')));
        break;
      case 'ENTRYPOINT':
        image.entrypoint = wordsOf(args);
        break;
      case 'CMD':
        image.command = wordsOf(args);
        break;
      case 'VOLUME':
      case 'EXPOSE':
      case 'STOPSIGNAL':
        break;
      default:
        throw new Error(`This test does not know ${name}.`);
    }
  return image;
}

const standardPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Adds what the image `node` has: Node and npm of this machine. */
function addNode(folder: string): void {
  const npm = execFileSync('sh', ['-c', 'readlink -f "$(command -v npm)"'], { encoding: 'utf8' }).trim();
  cpSync(process.execPath, join(folder, 'usr/local/bin/node'));
  cpSync(join(npm, '../..'), join(folder, 'usr/local/lib/node_modules/npm'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(folder, 'usr/local/bin', name));
}

function copy(
  args: string,
  { folder, directory }: Image,
  { context, made }: { context: string; made: ReadonlyMap<string, Image> },
): void {
  const words = args.split(/\s+/);
  const stage = /^--from=(.+)$/.exec(words[0] ?? '')?.[1];
  const from = stage === undefined ? context : made.get(stage)?.folder;
  const [to = '', ...sources] = words.slice(stage === undefined ? 0 : 1).toReversed();
  if (from === undefined || sources.length === 0) throw new Error(`COPY ${args} has no source.`);
  const target = join(folder, to.startsWith('/') ? to : join(directory, to));
  mkdirSync(target, { recursive: true });
  for (const source of sources) {
    const isFolder = stage !== undefined || source === '.';
    execFileSync('cp', ['-a', `${join(from, source)}${isFolder ? '/.' : ''}`, target]);
  }
}

/** Runs a step as a builder does: as root, with the network. Packages of Debian are there already. */
function runStep(step: string, { folder, env, directory }: Image): void {
  writeFileSync(join(folder, 'usr/local/bin/apt-get'), '#!/bin/sh\n', { mode: 0o755 });
  const outside = Object.entries(process.env).filter(([name]) => /^(?:npm_config_|.*_proxy$)|CERT/i.test(name));
  const npm = (key: string): string => execFileSync('npm', ['config', 'get', key], { encoding: 'utf8' }).trim();
  const cache = npm('cache');
  const files = ['/etc/resolv.conf', '/etc/hosts', '/etc/ssl'].map((from) => ({ from, to: from, isReadOnly: true }));
  for (const to of ['/etc/resolv.conf', '/etc/hosts'])
    if (!readable(join(folder, to))) writeFileSync(join(folder, to), '');
  for (const to of ['/etc/ssl', '/root/.npm']) mkdirSync(join(folder, to), { recursive: true });
  const [program, args] = inContainer(folder, ['/bin/sh', '-c', step], {
    env: {
      ...Object.fromEntries(outside.map(([name, value = '']) => [name, value])),
      HOME: '/root',
      npm_config_registry: npm('registry'),
      npm_config_prefer_offline: 'true',
      ...env,
    },
    directory,
    user: '0:0',
    mounts: [...files, { from: cache, to: '/root/.npm' }],
    isConfined: false,
  });
  try {
    execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });
  } finally {
    rmSync(join(folder, 'usr/local/bin/apt-get'));
  }
}

function readable(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

/** A container of an image, confined as in `deploy/compose.yaml`. It has a network of its own. */
export class Container {
  readonly #image: Image;
  readonly #process: ChildProcess;
  readonly #ended: Promise<number | null>;
  /** All that it has printed. */
  printed = '';

  constructor(image: Image, mounts: readonly Mount[], env: Record<string, string> = {}) {
    this.#image = image;
    const { folder, directory, user, entrypoint, command } = image;
    const run = { env: { ...image.env, ...env }, directory, user, mounts, isConfined: true };
    const [program, args] = inContainer(folder, [...entrypoint, ...command], run);
    this.#process = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    this.#ended = new Promise((resolve) => this.#process.on('close', resolve));
  }

  /** Runs a command in it, and returns its code and what it prints. */
  run(command: readonly string[]): { code: number; printed: string } {
    const { env, user } = this.#image;
    const [uid = '', gid = ''] = user.split(':');
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    const enter = ['--target', String(this.#first()), '--mount', '--pid', '--net', '--root', '--wd'];
    const rights = ['setpriv', '--reuid', uid, '--regid', gid, '--clear-groups', 'env', '-i', ...variables];
    try {
      const printed = execFileSync('nsenter', [...enter, ...rights, ...command], { encoding: 'utf8', stdio: 'pipe' });
      return { code: 0, printed };
    } catch (fault) {
      return { code: fault instanceof Error && 'status' in fault ? Number(fault.status) : -1, printed: String(fault) };
    }
  }

  /** Runs the health check of the image, and returns its code. */
  health(): number {
    return this.run(this.#image.health).code;
  }

  /** Sends a signal to its first process, and returns the code with which it ends. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const first = this.#first();
    if (first !== undefined) process.kill(first, signal);
    return this.#ended;
  }

  /** The id of its first process outside; `undefined` when it has ended. */
  #first(): number | undefined {
    const { pid } = this.#process;
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
      return children === '' ? undefined : Number(children);
    } catch {
      return undefined;
    }
  }
}

/** An empty folder for images, and how to remove it. */
export function folderForImages(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-image-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
