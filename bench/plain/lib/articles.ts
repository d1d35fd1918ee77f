import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';

export interface Article {
  path: string;
  headline: string;
  standfirst: string;
  published: string;
  byline: string[];
  topics: string[];
  place: string;
  body: string;
}

const folder = process.env['PLAIN_CONTENT'] ?? '../../content';
let all: Article[] | undefined;

/** Every article, the newest first. */
export function getArticles(): Article[] {
  return (all ??= readdirSync(join(folder, 'articles'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map(read)
    .sort((a, b) => b.published.localeCompare(a.published)));
}

export function getArticle(path: string): Article | undefined {
  return getArticles().find((article) => article.path === path);
}

function read(name: string): Article {
  const { data, content } = matter(readFileSync(join(folder, 'articles', name), 'utf8'));
  return {
    path: `/${name.replace(/\.mdx$/, '')}`,
    headline: data['headline'],
    standfirst: data['standfirst'] ?? '',
    published: new Date(data['published']).toISOString(),
    byline: data['byline'] ?? [],
    topics: data['topics'] ?? [],
    place: data['dateline']?.place ?? '',
    body: content,
  };
}
