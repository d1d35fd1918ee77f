/** The name under which `app/` imports it. */
export { UnaddressedPage as PlainPage } from './unaddressed-page.tsx';
