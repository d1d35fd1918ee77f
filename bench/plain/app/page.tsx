import type { ReactNode } from 'react';
import { getArticles } from '../lib/articles';
import { List } from '../lib/list';

export const metadata = { title: 'The Bench' };

export default function Front(): ReactNode {
  return <List articles={getArticles().slice(0, 30)} />;
}
