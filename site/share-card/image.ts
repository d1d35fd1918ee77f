import type { Story } from '../../newsroom/edition/public.ts';
import { sharePath } from '../addresses/routes.ts';
import { picturePlace } from './size.ts';

/** The share image of a story: its path, and what it shows, in words. */
export function storyImage({ address, headline, picture }: Story): { path: string; alt: string } {
  const shown = picture && picturePlace(picture) === 'whole' ? picture.alt : '';
  return { path: sharePath(address), alt: shown || headline };
}
