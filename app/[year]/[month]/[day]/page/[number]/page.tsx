import { DayPage } from '../../../../../../site/day/page.tsx';
import { pageAt } from '../../../../../page-at.tsx';

const page = pageAt(({ year, month, day, number }) => `/${year}/${month}/${day}/page/${number}`, 'day', DayPage);

export const { generateMetadata } = page;
export default page.Page;
