import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Face, Faces } from '../formats/share-image/compose.ts';

/** The faces of share images, from the packages of the project in `root`. */
export function facesIn(root: string): Faces {
  const face = (family: string, name: string): Face => {
    const file = join(root, 'node_modules/@expo-google-fonts', name);
    return { family, file, bytes: readFileSync(/* turbopackIgnore: true */ file) };
  };
  return {
    headline: face('Newsreader SemiBold', 'newsreader/600SemiBold/Newsreader_600SemiBold.ttf'),
    small: face('Newsreader Medium', 'newsreader/500Medium/Newsreader_500Medium.ttf'),
    arabic: face('Noto Naskh Arabic SemiBold', 'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf'),
  };
}
