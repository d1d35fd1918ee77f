import { CorrectionsPage } from '../../../../site/corrections/page.tsx';
import { onDemand, pageAt } from '../../../page-at.tsx';

const page = pageAt(({ number }) => `/corrections/page/${number}`, 'corrections', CorrectionsPage);

export const dynamic = 'force-static';
export const generateStaticParams = onDemand;
export const { generateMetadata } = page;
export default page.Page;
