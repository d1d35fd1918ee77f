import { LatestPage } from '../../../../site/latest/page.tsx';
import { pageAt } from '../../../page-at.tsx';

const page = pageAt(({ number }) => `/latest/page/${number}`, 'latest', LatestPage);

export const { generateMetadata } = page;
export default page.Page;
