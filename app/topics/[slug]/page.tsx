import { HubPage } from '../../../components/hub-page.tsx';
import { onDemand, pageAt } from '../../page-at.tsx';

const page = pageAt(({ slug }) => `/topics/${slug}`, 'hub', HubPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
