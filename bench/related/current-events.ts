import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Link, List, ListItem, Nodes } from 'mdast';
import { Chance } from '../random.ts';
import { slugOf, type TextDocument } from './documents.ts';
import { plainText, tidy, treeOf } from './markdown.ts';

/** A leaf bullet of a day's list. */
export interface Brief extends TextDocument {
  /** The text of the innermost bullet above it: the running story to which it belongs. */
  thread: string | undefined;
  /** The names of the running stories in all bullets above it. */
  names: string[];
}

/**
 * The leaf bullets of a folder with one file a day, `YYYY-MM-DD-….md`, oldest first. The text has neither the bullets above
 * it, nor the targets of links, nor sources in brackets. The time of the day is chosen at random: bullets of one story are
 * beside each other in a file, and their order would give the answer away.
 */
export function readBriefs(folder: string): Brief[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-\d\d-\d\d.*\.md$/.test(name))
    .toSorted();
  return files.flatMap((name) => {
    const day = Date.parse(`${name.slice(0, 10)}T00:00:00Z`);
    const chance = new Chance(day / 86_400_000);
    const text = readFileSync(join(folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, '');
    return briefsIn(treeOf(text))
      .map((brief) => ({ ...brief, at: day + 1000 * chance.below(86_400) }))
      .toSorted((a, b) => a.at - b.at);
  });
}

function briefsIn(tree: Nodes): Omit<Brief, 'at'>[] {
  const found: Omit<Brief, 'at'>[] = [];
  let section = '';
  for (const node of 'children' in tree ? tree.children : []) {
    if (node.type === 'heading') section = sectionOf(plainText(node, (_, words) => words));
    if (node.type !== 'list') continue;
    for (const { text, above } of leavesOf(node, [])) {
      const names = [...new Set(above.flatMap((bullet) => bullet.split(', ')))];
      found.push({ headline: '', body: text, topics: [section], thread: above.at(-1), names });
    }
  }
  return found;
}

/** The texts of leaf bullets, and of the bullets above each, the outermost first. */
function leavesOf(list: List, above: readonly string[]): { text: string; above: readonly string[] }[] {
  return list.children.flatMap((item) => {
    const text = ownText(item);
    const lists = item.children.filter((child) => child.type === 'list');
    if (lists.length > 0) return lists.flatMap((inner) => leavesOf(inner, text === '' ? above : [...above, text]));
    return text === '' ? [] : [{ text, above }];
  });
}

function ownText(item: ListItem): string {
  const own = item.children.filter((child) => child.type !== 'list');
  return tidy(own.map((child) => plainText(child, withoutSource)).join(' '));
}

/** A source is a link whose words are in brackets. */
function withoutSource(_: Link, words: string): string {
  return /^\s*\(.*\)\s*$/s.test(words) ? '' : words;
}

/** The few headings that are written in another way belong to the usual ones. */
function sectionOf(heading: string): string {
  const words = heading.toLowerCase();
  if (words.startsWith('disaster')) return 'disasters-and-accidents';
  return words.includes('attacks') ? 'armed-conflicts-and-attacks' : slugOf(words);
}
