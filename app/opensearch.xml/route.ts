export { sendOutput as GET } from '../output.ts';

export const dynamic = 'force-dynamic';
