import { HubPage } from '../../../../../components/hub-page.tsx';
import { onDemand, pageAt } from '../../../../page-at.tsx';

const page = pageAt(({ slug, number }) => `/people/${slug}/page/${number}`, 'hub', HubPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
