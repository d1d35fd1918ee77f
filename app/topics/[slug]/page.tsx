import { CollectionPage } from '../../../site/collection/page.tsx';
import { onDemand, pageAt } from '../../page-at.tsx';

const page = pageAt(({ slug }) => `/topics/${slug}`, 'collection', CollectionPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
