export { sendShareImage as GET } from '../share-image.ts';

export const dynamic = 'force-dynamic';
