import { TopicsPage } from '../../site/topics/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(() => '/topics', 'topics', TopicsPage);

export const { generateMetadata } = page;
export default page.Page;
