import { TopicPage } from '../../../../../site/collection/topic-page.tsx';
import { pageAt } from '../../../../page-at.tsx';

const page = pageAt(({ slug, number }) => `/topics/${slug}/page/${number}`, 'collection', TopicPage);

export const { generateMetadata } = page;
export default page.Page;
