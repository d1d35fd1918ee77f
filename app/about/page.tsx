import { AboutPage } from '../../site/about/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(() => '/about', 'about', AboutPage);

export const { generateMetadata } = page;
export default page.Page;
