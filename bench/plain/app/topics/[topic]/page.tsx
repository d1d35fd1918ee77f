import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { getArticles } from '../../../lib/articles';
import { List } from '../../../lib/list';

interface Props {
  params: Promise<{ topic: string }>;
}

export function generateStaticParams(): { topic: string }[] {
  return [...new Set(getArticles().flatMap(({ topics }) => topics))].map((topic) => ({ topic }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).topic };
}

export default async function Topic({ params }: Props): Promise<ReactNode> {
  const { topic } = await params;
  return (
    <>
      <h1>{topic}</h1>
      <List
        articles={getArticles()
          .filter(({ topics }) => topics.includes(topic))
          .slice(0, 30)}
      />
    </>
  );
}
