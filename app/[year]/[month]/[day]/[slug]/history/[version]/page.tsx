import { VersionPage } from '../../../../../../../site/version/page.tsx';
import { pageAt } from '../../../../../../page-at.tsx';

const page = pageAt(
  ({ year, month, day, slug, version }) => `/${year}/${month}/${day}/${slug}/history/${version}`,
  'version',
  VersionPage,
);

export const { generateMetadata } = page;
export default page.Page;
