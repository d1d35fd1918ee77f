import { ArticlePage } from '../../../../../site/article/page.tsx';
import { pageAt } from '../../../../page-at.tsx';

const page = pageAt(({ year, month, day, slug }) => `/${year}/${month}/${day}/${slug}`, 'article', ArticlePage);

export const { generateMetadata } = page;
export default page.Page;
