import { ArchivePage } from '../../site/archive/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(() => '/archive', 'archive', ArchivePage);

export const { generateMetadata } = page;
export default page.Page;
