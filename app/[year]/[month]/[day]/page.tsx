import { DayPage } from '../../../../site/day/page.tsx';
import { onDemand, pageAt } from '../../../page-at.tsx';

const page = pageAt(({ year, month, day }) => `/${year}/${month}/${day}`, 'day', DayPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
