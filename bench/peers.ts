import { cpSync, existsSync, globSync, linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { root } from './measure.ts';
import { forgetBuild, nextBin, plainFolder } from './servers.ts';

/** A program that makes all pages of an archive in advance. */
export interface Peer {
  name: string;
  /** The largest archive that it is asked to build: a larger one takes hours, or more memory than there is. */
  most: number;
  /** Why it is left out, if it is. */
  missing?: string;
  /** Prepares a build from nothing of the archive in a content folder. `folder`: one of its own. */
  prepare(content: string, folder: string): BuildCommand;
}

/** How a site is built: a command, and the folder of what it makes. */
export interface BuildCommand {
  command: string[];
  cwd: string;
  env: Record<string, string>;
  output: string;
}

const folder = join(import.meta.dirname, 'peers');
const modules = join(folder, 'node_modules');
const install = 'not installed: npm ci --prefix bench/peers';

/** Each builds the articles, the newest thirty of each topic and of all, from one style of template. */
export const peers: readonly Peer[] = [
  {
    name: 'Next.js, prerendered',
    most: 10_000,
    prepare(content) {
      forgetBuild(plainFolder);
      return {
        command: [process.execPath, nextBin, 'build', plainFolder],
        cwd: root,
        env: { PLAIN_CONTENT: content, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
        output: join(plainFolder, '.next'),
      };
    },
  },
  {
    name: 'Eleventy',
    most: 100_000,
    ...missingWithout(join(modules, '@11ty/eleventy/cmd.cjs')),
    prepare: (content, own) => ({
      command: [process.execPath, join(modules, '@11ty/eleventy/cmd.cjs'), '--quiet', '--output=out'],
      cwd: siteFrom('eleventy', content, own, 'articles'),
      env: { NODE_OPTIONS: '--max-old-space-size=16384' },
      output: join(own, 'out'),
    }),
  },
  {
    name: 'Astro',
    most: 10_000,
    ...missingWithout(join(modules, 'astro/bin/astro.mjs')),
    prepare: (content, own) => ({
      command: [process.execPath, join(modules, 'astro/bin/astro.mjs'), 'build', '--silent'],
      cwd: siteFrom('astro', content, own, 'articles'),
      env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '--max-old-space-size=16384' },
      output: join(own, 'dist'),
    }),
  },
  {
    name: 'Hugo',
    most: 100_000,
    ...(onPath('hugo') ? {} : { missing: 'not installed: apt-get install hugo' }),
    prepare: (content, own) => ({
      command: ['hugo', '--quiet', '--destination', 'out'],
      cwd: siteFrom('hugo', content, own, 'content'),
      env: {},
      output: join(own, 'out'),
    }),
  },
];

function missingWithout(file: string): Pick<Peer, 'missing'> {
  return existsSync(file) ? {} : { missing: install };
}

function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((each) => existsSync(join(each, program)));
}

/**
 * The site of a generator, with nothing built: its templates, and links to the articles under a name that it knows as Markdown.
 * The links stay for the next build.
 */
function siteFrom(name: string, content: string, own: string, articles: string): string {
  for (const old of ['out', 'dist', '.astro', 'resources', 'node_modules'])
    rmSync(join(own, old), { recursive: true, force: true });
  cpSync(join(folder, name), own, { recursive: true });
  if (name === 'astro') symlinkSync(modules, join(own, 'node_modules'));
  const target = join(own, articles);
  if (!existsSync(target)) linkArticles(join(content, 'articles'), target);
  if (name === 'eleventy') cpSync(join(folder, 'eleventy.articles.json'), join(target, `${articles}.11tydata.json`));
  return own;
}

function linkArticles(from: string, to: string): void {
  const made = new Set<string>();
  for (const path of globSync('**/*.mdx', { cwd: from })) {
    const target = join(to, path.replace(/\.mdx$/, '.md'));
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    linkSync(join(from, path), target);
  }
}
