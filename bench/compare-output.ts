import { parseArgs } from 'node:util';
import { diffArrays } from 'diff';
import { demonstrationDay } from '../e2e/demonstration.ts';
import { note, print, thousands } from './measure.ts';
import { isText, saveOutput, savedAnswers, savedBody, type SavedAnswer } from './save-output.ts';

/**
 * Everything that a site answers, saved into a folder, and two such folders compared: whether a change of the code
 * changes what readers and programs get.
 *
 *     npx node bench/compare-output.ts save DIR [--content FOLDER] [--now ISO] [--most N] [--images]
 *     npx node bench/compare-output.ts compare DIR-BEFORE DIR-AFTER
 *
 * `compare` ends with 1 where something differs. Another order of the same style rules is counted, but is no difference.
 */

/** What is printed on each side of the first difference. Characters. */
const around = 80;

/** These follow from the body, or from the clock of the machine. */
const notCompared = new Set(['content-length', 'etag', 'last-modified']);

/** Something that differs between two answers. */
interface Difference {
  text: string;
  /** The same for the same change on another page, whatever is around it there. */
  key: string;
}

interface Answer {
  head: SavedAnswer;
  body: Buffer;
}

await run();

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      now: { type: 'string', default: demonstrationDay },
      most: { type: 'string' },
      images: { type: 'boolean', default: false },
    },
  });
  const [command, first, second] = positionals;
  const { content, now, most, images } = values;
  if (command === 'save' && first !== undefined) {
    const settings = { now, images, ...(content && { content }), ...(most && { most: Number(most) }) };
    print(`${thousands(await saveOutput(first, settings))} answers in ${first}`);
  } else if (command === 'compare' && first !== undefined && second !== undefined) {
    process.exitCode = compare(first, second) ? 0 : 1;
  } else {
    note('Usage: compare-output.ts save DIR [options] | compare DIR-BEFORE DIR-AFTER');
    process.exitCode = 2;
  }
}

/** Prints what differs between two folders. Returns whether nothing does. */
function compare(before: string, after: string): boolean {
  const [old, current] = [savedAnswers(before), savedAnswers(after)];
  const counts = { same: 0, missing: 0, added: 0, differ: 0, order: 0 };
  /** The paths at which differences were printed first, by their keys. */
  const printed = new Map<string, string>();
  for (const path of [...new Set([...old.keys(), ...current.keys()])].toSorted()) {
    const [one, other] = [old.get(path), current.get(path)];
    if (!one || !other) {
      counts[one ? 'missing' : 'added'] += 1;
      print(`${one ? 'missing' : 'added'} ${path} (${(one ?? other)?.status})`);
      continue;
    }
    const { differences, order } = differencesOf(
      { head: one, body: savedBody(before, one) },
      { head: other, body: savedBody(after, other) },
    );
    if (order) counts.order += 1;
    counts[differences.length > 0 ? 'differ' : 'same'] += 1;
    if (differences.length === 0) continue;
    const key = differences.map((difference) => difference.key).join('\n');
    const like = printed.get(key);
    if (like === undefined) printed.set(key, path);
    const texts = differences.map(({ text }) => `\n  ${text}`);
    print(`differs ${path}${like === undefined ? texts.join('') : ` like ${like}`}`);
  }
  const { same, missing, added, differ, order } = counts;
  if (order > 0) print(`only the order of style rules differs: ${thousands(order)} pages`);
  print(
    `${thousands(old.size)} answers before, ${thousands(current.size)} after: ${thousands(same)} the same, ` +
      `${thousands(missing)} missing, ${thousands(added)} added, ${thousands(differ)} differ`,
  );
  return missing + added + differ === 0;
}

/** `order`: whether the style has the same rules in another order. */
function differencesOf(before: Answer, after: Answer): { differences: Difference[]; order: boolean } {
  const heads = headDifferences(before.head, after.head);
  if (before.body.equals(after.body)) return { differences: heads, order: false };
  if (!isText(before.head) || !isText(after.head)) {
    const text = `body: ${before.body.length} and ${after.body.length} bytes that are no text`;
    return { differences: [...heads, { text, key: text }], order: false };
  }
  if (!isPage(before.head) || !isPage(after.head))
    return { differences: [...heads, ...spot('body', String(before.body), String(after.body))], order: false };
  const [one, other] = [withoutStyle(String(before.body)), withoutStyle(String(after.body))];
  const style = styleDifferences(one.rules, other.rules);
  const differences = [...heads, ...spot('page', one.page, other.page), ...style];
  return { differences, order: style.length === 0 && one.css !== other.css };
}

function headDifferences(before: SavedAnswer, after: SavedAnswer): Difference[] {
  const [old, current] = [comparedHeaders(before), comparedHeaders(after)];
  return [...new Set([...old.keys(), ...current.keys()])]
    .filter((name) => old.get(name) !== current.get(name))
    .map((name) => {
      const text = `${name}: ${old.get(name) ?? 'none'} → ${current.get(name) ?? 'none'}`;
      return { text, key: text };
    });
}

/** The status and all headers that do not follow from something else. */
function comparedHeaders(answer: SavedAnswer): Map<string, string> {
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !notCompared.has(name))
    // The hashes in a page's policy follow from its style.
    .map(([name, value]): [string, string] => [name, isPage(answer) ? value.replace(/'sha256-[^']*' ?/g, '') : value]);
  return new Map([['status', String(answer.status)], ...headers]);
}

function isPage({ headers }: SavedAnswer): boolean {
  return headers['content-type']?.startsWith('text/html') ?? false;
}

/** The first place at which two texts differ, and how many such places there are; nothing where they do not differ. */
function spot(part: string, before: string, after: string): Difference[] {
  if (before === after) return [];
  const at = commonStart(before, after);
  const shown = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - around), at + around));
  const changes = changesOf(before, after);
  const more = changes.length > 1 ? `, the first of ${changes.length} places` : '';
  return [
    {
      text: `${part} at ${at}${more}\n    before ${shown(before)}\n    after  ${shown(after)}`,
      key: JSON.stringify([part, changes]),
    },
  ];
}

/** What is gone and what is new at each place at which two texts differ, without what both have around it. */
function changesOf(before: string, after: string): [gone: string, added: string][] {
  const pieces = (text: string): string[] => text.split(/(?=<)|(?<=[>\n])/);
  const parts = diffArrays(pieces(before), pieces(after), { maxEditLength: 1000 });
  // So much is different that it counts as one place.
  if (!parts) return [core(before, after)];
  const changes: [string, string][] = [];
  for (const [index, { added, removed, value }] of parts.entries()) {
    const next = parts[index + 1];
    if (removed) changes.push(core(value.join(''), next?.added ? next.value.join('') : ''));
    else if (added && !parts[index - 1]?.removed) changes.push(['', value.join('')]);
  }
  return changes;
}

/** Two texts without their common start and end. */
function core(before: string, after: string): [string, string] {
  const start = commonStart(before, after);
  const [one, other] = [before.slice(start), after.slice(start)];
  let end = 0;
  while (end < Math.min(one.length, other.length) && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return [one.slice(0, one.length - end), other.slice(0, other.length - end)];
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** A page with its style sheets taken out. Sheets that follow each other count as one. */
function withoutStyle(html: string): { page: string; css: string; rules: string[] } {
  const sheets = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css);
  return {
    page: html.replace(/(?:<style>.*?<\/style>)+/gs, '<style></style>'),
    css: sheets.join('\n'),
    rules: sheets.flatMap((css) => rulesIn(css)),
  };
}

function styleDifferences(before: readonly string[], after: readonly string[]): Difference[] {
  const [gone, added] = [without(before, after), without(after, before)];
  if (gone.length + added.length === 0) return [];
  const shown = (rules: readonly string[]): string => JSON.stringify((rules[0] ?? '').slice(0, 2 * around));
  const text =
    `style: ${gone.length} rules gone, ${added.length} new\n` +
    `    first gone ${shown(gone)}\n    first new  ${shown(added)}`;
  return [{ text, key: text }];
}

/** The rules that are in the first list more often than in the second, sorted. */
function without(rules: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const rule of others) left.set(rule, (left.get(rule) ?? 0) + 1);
  return rules.toSorted().filter((rule) => {
    const count = left.get(rule) ?? 0;
    left.set(rule, count - 1);
    return count <= 0;
  });
}

/** The rules of a style sheet. Those inside a media query and the like come one by one, each behind its condition. */
function rulesIn(css: string, condition = ''): string[] {
  const rules: string[] = [];
  let [start, open, depth] = [0, 0, 0];
  for (const { 0: mark, index } of css.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\.|[{};]/gs)) {
    if (mark === '{') {
      if (depth === 0) open = index;
      depth += 1;
    } else if (mark === '}') {
      depth -= 1;
    }
    if (depth > 0 || (mark !== '}' && mark !== ';')) continue;
    const head = condition + css.slice(start, mark === '}' ? open : index).trim();
    if (mark === ';') rules.push(head);
    else if (/^@(?:media|supports|layer|container)\b/.test(head.slice(condition.length)))
      rules.push(...rulesIn(css.slice(open + 1, index), `${head} `));
    else rules.push(head + css.slice(open, index + 1));
    start = index + 1;
  }
  return rules;
}
