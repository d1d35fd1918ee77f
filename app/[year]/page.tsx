import { YearPage } from '../../site/year/page.tsx';
import { pageAt } from '../page-at.tsx';

const page = pageAt(({ year }) => `/${year}`, 'year', YearPage);

export const { generateMetadata } = page;
export default page.Page;
