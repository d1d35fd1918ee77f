import { ArticleLinksPage } from '../../../../../../site/article-links/page.tsx';
import { pageAt } from '../../../../../page-at.tsx';

const page = pageAt(
  ({ year, month, day, slug }) => `/${year}/${month}/${day}/${slug}/related`,
  'article-links',
  ArticleLinksPage,
);

export const { generateMetadata } = page;
export default page.Page;
