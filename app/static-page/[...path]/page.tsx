import { StaticPage } from '../../../site/static-page/page.tsx';
import { pageAt } from '../../page-at.tsx';

/** The newsroom's own pages. Their addresses have any form, so `next.config.ts` leads them here. */
const page = pageAt(({ path }) => `/${path}`, 'static-page', StaticPage);

export const { generateMetadata } = page;
export default page.Page;
