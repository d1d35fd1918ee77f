import { HistoryPage } from '../../../../../../site/history/page.tsx';
import { onDemand, pageAt } from '../../../../../page-at.tsx';

const page = pageAt(({ year, month, day, slug }) => `/${year}/${month}/${day}/${slug}/history`, 'history', HistoryPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
