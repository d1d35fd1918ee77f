import { TopicLinksPage } from '../../../../site/topic-links/page.tsx';
import { onDemand, pageAt } from '../../../page-at.tsx';

const page = pageAt(({ slug }) => `/topics/${slug}/links`, 'topic-links', TopicLinksPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
