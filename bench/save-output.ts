import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Site, siteUrl } from '../e2e/site.ts';
import { get } from './http.ts';
import { note, root } from './measure.ts';

/** What is asked for, and of which site. */
export interface SaveSettings {
  /** The newsroom's folder. The demonstration newsroom if it is missing. */
  content?: string;
  /** `DATELINE_NOW`. The site's clock does not move, so no answer depends on the time of the run. */
  now: string;
  /** About how many addresses to ask for. All of them if it is missing. */
  most?: number;
  /** Whether to ask for share images. Each takes a tenth of a second or more. */
  images: boolean;
}

/** One answer of a site. */
export interface SavedAnswer {
  /** Encoded, with its query. */
  path: string;
  status: number;
  /** Names in lower case, without what belongs to the connection. */
  headers: Record<string, string>;
  /** The file with the body, in `bodies`. */
  file: string;
}

/** The file that lists all answers, one JSON object a line. */
const listFile = 'answers.jsonl';
const bodiesFolder = 'bodies';

/** Headers that belong to the connection or to the moment, not to the answer. */
const momentary = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** Addresses that a site has whatever is in its newsroom, and addresses with nothing at them. */
const fixedPaths = `
  / /about /topics /corrections /healthz /share.jpg /favicon.ico
  /feed.xml /atom.xml /feed.json /sitemap.xml /news-sitemap.xml
  /robots.txt /llms.txt /manifest.webmanifest /license.xml /trust.txt /.well-known/trust.txt
  // /TOPICS/ /topics/ /ABOUT /Feed.xml /?page=1 /corrections?page=1
  /nothing /nothing/ /nothing.txt /1999 /2026/02/30 /topics/nothing /topics/nothing/feed.xml
  /sitemaps/nothing.xml /images/nothing.svg /_next/static/nothing.js /.env /% /%00 /%c3%28
`
  .trim()
  .split(/\s+/);

/** Starts the site, asks for its addresses, and writes the answers into a new folder. Returns how many they are. */
export async function saveOutput(folder: string, settings: SaveSettings): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  mkdirSync(join(folder, bodiesFolder), { recursive: true });
  const { content, now } = settings;
  const site = await Site.start({ now, ...(content !== undefined && { content }) });
  try {
    const port = Number(new URL(site.base).port);
    const answers = await askForAll(port, folder, settings);
    const lines = answers.toSorted(byPath).map((answer) => `${JSON.stringify(answer)}\n`);
    writeFileSync(join(folder, listFile), lines.join(''));
    return answers.length;
  } finally {
    await site.stop();
  }
}

/** The answers in a folder that `saveOutput` wrote, by path. */
export function savedAnswers(folder: string): Map<string, SavedAnswer> {
  const lines = readFileSync(join(folder, listFile), 'utf8').split('\n');
  const answers = lines.filter((line) => line !== '').map((line): SavedAnswer => JSON.parse(line));
  return new Map(answers.map((answer) => [answer.path, answer]));
}

/** The body of an answer that was saved in a folder. */
export function savedBody(folder: string, answer: SavedAnswer): Buffer {
  return readFileSync(join(folder, bodiesFolder, answer.file));
}

/** Whether an answer is a text, so that it can be compared line by line. */
export function isText({ headers }: SavedAnswer): boolean {
  return /^(?:text\/|application\/|image\/svg)/.test(headers['content-type'] ?? '');
}

async function askForAll(
  port: number,
  folder: string,
  { content, most, images }: SaveSettings,
): Promise<SavedAnswer[]> {
  const isAsked = (path: string): boolean => images || !/\/share\.jpg$/i.test(path);
  const newsroom = newsroomPaths(content ?? join(root, 'content'));
  const known = new Set([...fixedPaths, ...newsroom, ...(await sitemapPaths(port))].filter(isAsked));
  const isChosen = most === undefined ? () => true : chooser(known, most);
  const answers: SavedAnswer[] = [];
  // A loop over a set also visits what is added on the way.
  for (const path of known) {
    if (!isChosen(path)) continue;
    const { status, headers, sent } = await get(port, path, 'identity');
    const file = fileName(path);
    writeFileSync(join(folder, bodiesFolder, file), sent);
    const lasting = Object.entries(headers)
      .filter(([name]) => !momentary.has(name))
      .map(([name, value]) => [name, String(value)]);
    const answer = { path, status, headers: Object.fromEntries(lasting.toSorted()), file };
    answers.push(answer);
    // A page of results leads to further searches, without end.
    if (isText(answer) && !path.startsWith('/search'))
      for (const named of pathsIn(sent.toString()).filter(isAsked)) known.add(named);
    if (answers.length % 500 === 0) note(`${answers.length} answers`);
  }
  return answers;
}

/** A name that any file system takes and that no two paths share. */
function fileName(path: string): string {
  const readable = (path.slice(1) || 'front').replace(/[^\w.-]+/g, '_').slice(0, 100);
  return `${readable}-${createHash('sha256').update(path).digest('hex').slice(0, 10)}`;
}

/** Everything that the index of sitemaps leads to, and the feeds of the hubs in it. */
async function sitemapPaths(port: number): Promise<string[]> {
  const sitemaps = pathsIn((await get(port, '/sitemap.xml', 'identity')).text());
  const pages: string[] = [];
  for (const path of sitemaps) pages.push(...pathsIn((await get(port, path, 'identity')).text()));
  const hubs = pages.filter((path) =>
    /^\/(?:topics|people|places|agencies|storylines)\/[^/]+(?:\/page\/\d+)?$/.test(path),
  );
  return [...sitemaps, ...pages, ...hubs.flatMap(feedsOf)];
}

function feedsOf(path: string): string[] {
  return ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${path}/${name}`);
}

/** The site's own addresses that a document names, absolute or from the root of the site. */
function pathsIn(text: string): string[] {
  const absolute = text.matchAll(/https?:\/\/[^\s"'<>()\\]*/g);
  const fromRoot = text.matchAll(/(?:="|\burl\()(\/[^"\s)]*)/g);
  const written = [...[...absolute].map(([url]) => url), ...[...fromRoot].map(([, path = '']) => path)];
  return written.flatMap((address) => {
    // In the HTML inside a feed the mark behind an address is written as an entity.
    const [bare = ''] = address.split(/&(?:quot|lt|gt|#)/);
    const url = URL.parse(bare.replaceAll('&amp;', '&').replace(/[.,;:]+$/, ''), siteUrl);
    return url?.origin === siteUrl ? [url.pathname + url.search] : [];
  });
}

/**
 * Addresses that the files of a newsroom can have. No page links to those of stories that are gone or have moved, nor to
 * other forms of an address. What has no story answers that there is nothing.
 */
function newsroomPaths(content: string): string[] {
  const site = fieldsOf(readFileSync(join(content, 'site.yaml'), 'utf8'));
  const key = typeof site['indexnow'] === 'string' ? [`/${site['indexnow']}.txt`] : [];
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).toSorted();
  const paths = files.flatMap((file) => {
    if (file.startsWith('images/') && /\.\w+$/.test(file)) return [`/${file}`];
    const [, address] = /^articles(\/.*)\.mdx$/.exec(file) ?? [];
    if (address !== undefined) return storyPaths(address, readFileSync(join(content, file), 'utf8'));
    const [, hub] = /^((?:topics|people|storylines)\/.*)\.mdx$/.exec(file) ?? [];
    return hub === undefined ? [] : [`/${hub}`, `/${hub}/`, `/${hub}?page=1`, ...feedsOf(`/${hub}`)];
  });
  return [...key, ...paths].map(encodeURI);
}

function storyPaths(address: string, text: string): string[] {
  const [, head = ''] = /^---\n(.*?)\n---/s.exec(text) ?? [];
  const { aliases } = fieldsOf(head);
  const old = Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [];
  const ends = ['', '.txt', '.md', '.json', '/', '/related', '/history', '/share.jpg'];
  return [
    ...ends.map((end) => address + end),
    ...old.flatMap((alias) => [alias, `${alias}.json`, `${alias}/share.jpg`]),
  ];
}

/** The fields of a YAML text; none where it is not one that can be read. */
function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const fields: unknown = parse(yaml);
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch {
    return {};
  }
}

/**
 * Which addresses to ask for so that they are about `most`. Addresses that belong to no story, hub or day are all among
 * them. Each kind of the others has an equal share; where a kind has more than that, every nth story, hub or day is
 * taken, with all its addresses. A hash decides which, so a new address moves no other one in or out.
 */
function chooser(known: ReadonlySet<string>, most: number): (path: string) => boolean {
  const counts = new Map<string, number>();
  let left = most;
  for (const path of known) {
    const owner = ownerOf(path);
    if (owner) counts.set(owner.kind, (counts.get(owner.kind) ?? 0) + 1);
    else left -= 1;
  }
  const everyNth = new Map<string, number>();
  // The smallest kind first: what it leaves of its share goes to the larger ones.
  for (const [kind, count] of [...counts].toSorted(([, one], [, other]) => one - other)) {
    const nth = Math.max(1, Math.ceil(count / Math.max(1, left / (counts.size - everyNth.size))));
    everyNth.set(kind, nth);
    left -= count / nth;
    note(`${kind}: every ${nth}`);
  }
  return (path) => {
    const owner = ownerOf(path);
    const number = owner && createHash('sha256').update(owner.path).digest().readUInt32BE();
    return number === undefined || number % (everyNth.get(owner?.kind ?? '') ?? 1) === 0;
  };
}

/** The story, hub or day that an address belongs to. */
function ownerOf(path: string): { kind: string; path: string } | undefined {
  const [, story] = /^(\/\d{4}\/\d\d\/\d\d\/(?!page\/)[^/?]+?)(?:\.(?:txt|md|json))?(?:[/?]|$)/.exec(path) ?? [];
  if (story !== undefined) return { kind: 'stories', path: story };
  const [, day] = /^(\/\d{4}\/\d\d\/\d\d)(?:[/?]|$)/.exec(path) ?? [];
  if (day !== undefined) return { kind: 'days', path: day };
  const [, hub, kind] = /^(\/(topics|people|places|agencies|storylines)\/[^/?]+)/.exec(path) ?? [];
  return hub !== undefined && kind !== undefined ? { kind, path: hub } : undefined;
}

function byPath(one: SavedAnswer, other: SavedAnswer): number {
  return one.path < other.path ? -1 : 1;
}
