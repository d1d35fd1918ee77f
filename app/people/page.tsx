import { CollectionsPage } from '../../site/collections/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(() => '/people', 'collections', CollectionsPage);

export const { generateMetadata } = page;
export default page.Page;
