import { spawnSync } from 'node:child_process';
import { articleFile, type TemporaryNewsroom } from '../newsroom.ts';
import { inOffset } from './instants.ts';
import type { Plan, PlannedArticle, PlannedCollection } from './plan.ts';

/** Writes all files of a planned newsroom but `site.yaml`, which is there already. */
export function writePlan(newsroom: TemporaryNewsroom, plan: Plan): void {
  newsroom.write('about.mdx', `---\ntitle: About us\n---\n\n${plan.about.body}\n`);
  if (!plan.titles) newsroom.write('front.yaml', JSON.stringify(plan.front.fields));
  for (const { slug, fields } of plan.titles ?? []) newsroom.write(`titles/${slug}.yaml`, JSON.stringify(fields));
  writeCollections(newsroom, plan, [...plan.collections.values()]);
  for (const article of plan.articles.values()) writeArticle(newsroom, article);
}

/**
 * Commits them twice to a git repository: first with the words that only an earlier version holds. Both commits are made
 * shortly before `start`, in milliseconds: the first version of an article that was hidden then was never public.
 */
export function commitPlan(newsroom: TemporaryNewsroom, plan: Plan, start: number): void {
  git(newsroom.folder, start, 'init', '--quiet', '--initial-branch=main');
  const formerly = [...plan.articles.values()].map((article): PlannedArticle => {
    return { ...article, body: `${article.body}\n\nIt was first said that ${article.former}.` };
  });
  writePlan(newsroom, { ...plan, articles: new Map(formerly.map((article) => [article.address, article])) });
  commit(newsroom.folder, start - 3_600_000);
  writePlan(newsroom, plan);
  commit(newsroom.folder, start - 1_800_000);
}

function commit(folder: string, at: number): void {
  git(folder, at, 'add', '--all');
  git(folder, at, 'commit', '--quiet', '--message=State');
}

function git(folder: string, at: number, ...args: string[]): void {
  const date = new Date(at).toISOString();
  const person = { NAME: 'Desk', EMAIL: 'desk@test.example', DATE: date };
  const env = Object.fromEntries(
    Object.entries(person).flatMap(([name, value]) =>
      ['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_${name}`, value]),
    ),
  );
  const { status, stderr } = spawnSync('git', args, { cwd: folder, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

/** Writes the files of some collections. All places are in one file. */
export function writeCollections(
  newsroom: TemporaryNewsroom,
  { collections }: Plan,
  changed: readonly PlannedCollection[],
): void {
  for (const { kind, slug, fields, body, pictures } of changed) {
    for (const src of pictures) newsroom.write(`images/${src}`, picture(src));
    if (kind !== 'place') newsroom[kind](slug, fields, body);
  }
  if (!changed.some(({ kind }) => kind === 'place')) return;
  const places = [...collections.values()].filter(({ kind }) => kind === 'place').map(({ fields }) => fields);
  newsroom.write('places.yaml', JSON.stringify(places));
}

/** Writes an article and its pictures; each picture holds its own name. */
export function writeArticle(newsroom: TemporaryNewsroom, article: PlannedArticle): void {
  const { address, fields, body, pictures, gates } = article;
  for (const src of pictures) newsroom.write(`images/${src}`, picture(src));
  const { embargo, expires, status } = gates;
  const gated = {
    ...(embargo !== undefined && { embargo: inOffset(embargo, 'Z') }),
    ...(expires !== undefined && { expires: inOffset(expires, '+09:00') }),
    ...(status !== undefined && { status }),
  };
  newsroom.article(address, { ...fields, ...gated }, body);
}

/** Deletes an article's file; its pictures stay in the folder. */
export function removeArticle(newsroom: TemporaryNewsroom, { address }: PlannedArticle): void {
  newsroom.remove(articleFile(address));
}

function picture(src: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><title>${src}</title><rect width="640" height="360" fill="#9cb"/></svg>\n`;
}
