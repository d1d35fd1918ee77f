import { articleFile, type TemporaryNewsroom } from '../newsroom.ts';
import { inOffset } from './instants.ts';
import type { Plan, PlannedArticle, PlannedHub } from './plan.ts';

/** Writes all files of a planned newsroom but `site.yaml`, which is there already. */
export function writePlan(newsroom: TemporaryNewsroom, plan: Plan): void {
  newsroom.write('about.mdx', `---\ntitle: About us\n---\n\n${plan.about.body}\n`);
  for (const hub of plan.hubs.values()) writeHub(newsroom, hub);
  for (const article of plan.articles.values()) writeArticle(newsroom, article);
}

export function writeHub(newsroom: TemporaryNewsroom, { kind, slug, fields, body }: PlannedHub): void {
  newsroom[kind](slug, fields, body);
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

/** Takes an article's file away; what it named stays in the folder. */
export function removeArticle(newsroom: TemporaryNewsroom, { address }: PlannedArticle): void {
  newsroom.remove(articleFile(address));
}

function picture(src: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360"><title>${src}</title><rect width="640" height="360" fill="#9cb"/></svg>\n`;
}
