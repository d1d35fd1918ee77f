/** Alternates of articles lie beside their pages, where no route can end in a suffix: `next.config.ts` leads them here. */
export { sendOutput as GET } from '../output.ts';

export const dynamic = 'force-dynamic';
