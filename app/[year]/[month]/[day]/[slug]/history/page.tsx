import { HistoryPage } from '../../../../../../site/history/page.tsx';
import { pageAt } from '../../../../../page-at.tsx';

const page = pageAt(({ year, month, day, slug }) => `/${year}/${month}/${day}/${slug}/history`, 'history', HistoryPage);

export const { generateMetadata } = page;
export default page.Page;
