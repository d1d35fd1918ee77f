import { MonthPage } from '../../../site/month/page.tsx';
import { onDemand, pageAt } from '../../page-at.tsx';

const page = pageAt(({ year, month }) => `/${year}/${month}`, 'month', MonthPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
