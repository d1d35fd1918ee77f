import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { getArticle, getArticles } from '../../../../../lib/articles';
import { List } from '../../../../../lib/list';
import { Markdown } from '../../../../../lib/markdown';

type Params = Record<'year' | 'month' | 'day' | 'slug', string>;
interface Props {
  params: Promise<Params>;
}

const pathOf = ({ year, month, day, slug }: Params): string => `/${year}/${month}/${day}/${slug}`;

export function generateStaticParams(): Params[] {
  return getArticles().map(({ path }) => {
    const [, year = '', month = '', day = '', slug = ''] = path.split('/');
    return { year, month, day, slug };
  });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = getArticle(pathOf(await params));
  return { title: article?.headline, description: article?.standfirst, alternates: { canonical: article?.path } };
}

export default async function Page({ params }: Props): Promise<ReactNode> {
  const article = getArticle(pathOf(await params));
  if (!article) notFound();
  const related = getArticles()
    .filter(({ topics, path }) => topics[0] === article.topics[0] && path !== article.path)
    .slice(0, 6);
  return (
    <article>
      <h1>{article.headline}</h1>
      <p className="standfirst">{article.standfirst}</p>
      <p className="byline">
        {article.byline.join(', ')}, {article.place},{' '}
        <time dateTime={article.published}>{article.published.slice(0, 10)}</time>
      </p>
      <Markdown text={article.body} />
      <p>
        {article.topics.map((topic) => (
          <Link key={topic} href={`/topics/${topic}`}>
            {topic}
          </Link>
        ))}
      </p>
      <h2>Related</h2>
      <List articles={related} />
    </article>
  );
}
