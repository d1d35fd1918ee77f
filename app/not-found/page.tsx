import { NotFoundPage } from '../../site/not-found/page.tsx';
import { pageAt } from '../page-at.tsx';

/** For the server, which renders the page of 404 at this path: without a route, that of a year would take it, with its style. */
const page = pageAt(() => '/not-found', 'not-found', NotFoundPage);

export const { generateMetadata } = page;
export default page.Page;
