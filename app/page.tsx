import { FrontPage } from '../site/front/page.tsx';
import { pageAt } from './page-at.tsx';

const page = pageAt(() => '/', 'front', FrontPage);

export const { generateMetadata } = page;
export default page.Page;
