import { TopicLinksPage } from '../../../../site/topic-links/page.tsx';
import { pageAt } from '../../../page-at.tsx';

const page = pageAt(({ slug }) => `/topics/${slug}/links`, 'topic-links', TopicLinksPage);

export const { generateMetadata } = page;
export default page.Page;
