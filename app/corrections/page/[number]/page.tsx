import { CorrectionsPage } from '../../../../site/corrections/page.tsx';
import { pageAt } from '../../../page-at.tsx';

const page = pageAt(({ number }) => `/corrections/page/${number}`, 'corrections', CorrectionsPage);

export const { generateMetadata } = page;
export default page.Page;
