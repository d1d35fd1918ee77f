import { SearchPage } from '../../site/search/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(() => '/search', 'search', SearchPage);

export const { generateMetadata } = page;
export default page.Page;
