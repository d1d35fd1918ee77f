import { LanguagePage } from '../../../../../site/language/page.tsx';
import { pageAt } from '../../../../page-at.tsx';

const page = pageAt(({ language, number }) => `/languages/${language}/page/${number}`, 'language', LanguagePage);

export const { generateMetadata } = page;
export default page.Page;
