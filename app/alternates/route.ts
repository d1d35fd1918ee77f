/** Alternates of articles lie beside their pages, but no route can end in a suffix: `next.config.mjs` rewrites them to here. */
export { sendOutput as GET } from '../output.ts';

export const dynamic = 'force-dynamic';
