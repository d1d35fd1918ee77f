import { TopicPage } from '../../../site/collection/topic-page.tsx';
import { pageAt } from '../../page-at.tsx';

const page = pageAt(({ slug }) => `/topics/${slug}`, 'collection', TopicPage);

export const { generateMetadata } = page;
export default page.Page;
