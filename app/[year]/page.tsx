import { YearPage } from '../../site/year/page.tsx';
import { onDemand, pageAt } from '../page-at.tsx';

const page = pageAt(({ year }) => `/${year}`, 'year', YearPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
