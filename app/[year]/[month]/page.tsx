import { MonthPage } from '../../../site/month/page.tsx';
import { pageAt } from '../../page-at.tsx';

const page = pageAt(({ year, month }) => `/${year}/${month}`, 'month', MonthPage);

export const { generateMetadata } = page;
export default page.Page;
