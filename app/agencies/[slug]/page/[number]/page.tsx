import { CollectionPage } from '../../../../../site/collection/page.tsx';
import { pageAt } from '../../../../page-at.tsx';

const page = pageAt(({ slug, number }) => `/agencies/${slug}/page/${number}`, 'collection', CollectionPage);

export const { generateMetadata } = page;
export default page.Page;
