import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { slugOf, type TextDocument } from './documents.ts';
import { plainText, tidy, treeOf } from './markdown.ts';

/** A post of the archive. `body` has the words of links to other posts, but no target of any link. */
export interface Post extends TextDocument {
  /** The body without the words of links to other posts. */
  bodyWithoutLinkWords: string;
  /** The positions of the other posts to which it links. */
  links: number[];
  /** The words before the colon of the headline: many series of posts have the same. */
  series: string | undefined;
}

interface PostFile {
  name: string;
  at: number;
  fields: Record<string, unknown>;
  markdown: string;
}

/** The posts of `news/YYYY/MM/*.md`, oldest first. A file without a title or a date is left out. */
export function readPosts(folder: string): Post[] {
  const files = globSync('news/**/[0-9]*.md', { cwd: folder })
    .flatMap((path) => fileOf(join(folder, path)) ?? [])
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  const targets = new Map(files.flatMap((file, position) => addressesOf(file).map((address) => [address, position])));
  return files.map((file, position) => postOf(file, position, targets));
}

function fileOf(path: string): PostFile | undefined {
  const [, head = '', markdown = ''] = /^---\r?\n(.*?)\n---\s*?\n(.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
  const parsed: unknown = parse(head, { uniqueKeys: false });
  const fields = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  const file: PostFile = { name: basename(path, '.md'), at: NaN, fields, markdown };
  file.at = Date.parse(stringIn(file, 'date'));
  return Number.isNaN(file.at) || stringIn(file, 'title') === '' ? undefined : file;
}

function stringIn({ fields }: PostFile, name: string): string {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function stringsIn({ fields }: PostFile, name: string): string[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** What links to a post can name: its file, its path, and its old paths. */
function addressesOf(file: PostFile): string[] {
  const [year = '', month = '', day = ''] = file.name.split('-');
  const slug = stringIn(file, 'slug') || file.name.slice('YYYY-MM-DD-'.length);
  const old = stringsIn(file, 'aliases').map((alias) => alias.replace(/\/$/, ''));
  return [file.name, `/${year}/${month}/${day}/${slug}`, ...old].map((address) => address.toLowerCase());
}

/** The address in one of these forms to which a link leads; its own form where it leads elsewhere. */
function addressIn(url: string): string {
  const [address = ''] = decoded(url).toLowerCase().split(/[?#]/);
  if (address.startsWith('ref:')) return basename(address.slice('ref:'.length), '.md');
  return address.replace(/^https?:\/\/(?:www\.)?digital(?:gov)?\.gov(?=\/)/, '').replace(/\/$/, '');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function postOf(file: PostFile, position: number, targets: ReadonlyMap<string, number>): Post {
  const links = new Set<number>();
  const targetOf = (url: string): number | undefined => {
    const target = targets.get(addressIn(url));
    return target === position ? undefined : target;
  };
  const tree = treeOf(markdownOf(file.markdown));
  const bodyWith = (wordsOfLinks: boolean): string => {
    const text = plainText(tree, ({ url }, words) => {
      const target = targetOf(url);
      if (target === undefined) return words;
      links.add(target);
      return wordsOfLinks ? words : '';
    });
    const paragraphs = text.split(/\n{2,}/).map((paragraph) => tidy(withoutAddresses(paragraph)));
    return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  };
  const withoutAddresses = (text: string): string =>
    text.replace(/(?:https?:\/\/|ref:)\S+/g, (url) => {
      const target = targetOf(url.replace(/[).,;:!?]+$/, ''));
      if (target !== undefined) links.add(target);
      return ' ';
    });
  const headline = plainOf(stringIn(file, 'title'));
  const [, series] = /^(.+?):/.exec(headline) ?? [];
  const [body, bodyWithoutLinkWords] = [bodyWith(true), bodyWith(false)];
  return {
    at: file.at,
    headline,
    standfirst: plainOf(stringIn(file, 'summary') || stringIn(file, 'deck')),
    body,
    bodyWithoutLinkWords,
    topics: [...new Set(stringsIn(file, 'topics').map(slugOf))].filter((slug) => slug !== ''),
    links: [...links].toSorted((a, b) => a - b),
    series,
  };
}

function plainOf(markdown: string): string {
  return tidy(plainText(treeOf(markdown), (_, words) => words));
}

/** Hugo's text as Markdown: `ref:` before the target of a shortcode for links; other shortcodes and HTML left out. */
function markdownOf(text: string): string {
  return text
    .replace(/\{\{[<%]\s*ref\s+["'“]?([^"'”\s>%]+)["'”]?\s*[>%]\}\}/g, (_, target: string) => `ref:${target}`)
    .replace(/\{\{[<%].*?[>%]\}\}/gs, ' ')
    .replace(/<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gis, (_, url: string, words: string) => {
      const spoken = words
        .replace(/<[^>]+>/g, ' ')
        .replace(/[[\]]/g, ' ')
        .replace(/\s+/g, ' ');
      return `[${spoken}](<${url.trim().replace(/[<>\s]/g, '')}>)`;
    })
    .replace(/<!--.*?-->|<(script|style)\b.*?<\/\1>|<\/?[a-z][^>]*>/gis, ' ')
    .replace(/^[ \t]+/gm, '');
}
