import { SiteFiles, type FileAnswer } from '../files.ts';
import { Fonts } from '../fonts.ts';
import { Pictures } from '../pictures.ts';
import type { Settings } from '../../newsroom/settings.ts';
import type { Validity } from '../validity.ts';
import { assetFile } from './files.ts';
import type { Manifest } from './manifest.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { SiteFolder } from './site-folder.ts';

/** Puts the pictures and fonts into an export that its files name. */
export class Assets {
  readonly #pictures: Pictures;
  readonly #fonts: Fonts;
  readonly #files: SiteFiles;

  /** `root` is the project's folder. */
  constructor(validity: Validity, root: string, { content, data }: Pick<Settings, 'content' | 'data'>) {
    this.#pictures = new Pictures(validity, { root, content, data });
    this.#fonts = new Fonts(validity, content);
    this.#files = new SiteFiles(root);
  }

  /** `known` is the manifest of the export before. */
  async write(manifest: Manifest, known: Manifest | undefined, folder: SiteFolder): Promise<void> {
    await severalAtOnce(manifest.eachNamedAsset(), async (address) => {
      const file = assetFile(address);
      const picture = address.startsWith('/images/') ? file.slice('images/'.length) : undefined;
      if (picture !== undefined && this.#pictures.address(picture) !== address) return;
      // A picture that was exported is not made again: it takes a tenth of a second.
      const digest = picture === undefined ? address : this.#pictures.digest(picture);
      const before = known?.asset(address);
      if (before && before.digest === digest) {
        folder.link(`site/${file}`);
        manifest.setAsset(before);
        return;
      }
      const opened = picture === undefined ? undefined : await this.#pictures.open(picture, () => true);
      const found: FileAnswer | undefined = opened ?? this.#files.get(address) ?? (await this.#fonts.at(address));
      if (!found || digest === undefined) return;
      try {
        const bytes = await found.file.bytes();
        await folder.put(`site/${file}`, bytes);
        manifest.setAsset({ address, digest, type: found.headers['Content-Type'] ?? '', size: bytes.length });
      } finally {
        await opened?.close();
      }
    });
  }

  close(): void {
    this.#pictures.close();
  }
}
