import { doesNotThrow, rejects, throws } from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderFor } from '../../newsroom/testing.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { exportSite } from './export-site.ts';
import { foldersOfTitles } from './folders.ts';
import { Manifest } from './manifest.ts';

/** Makes a folder the edition of a title, or of one site. */
function editionIn(folder: string, title: string | undefined): string {
  mkdirSync(join(folder, 'exports/1'), { recursive: true });
  const manifest = Manifest.create(join(folder, 'exports/1/manifest.sqlite'));
  if (title !== undefined) manifest.setMeta('title', title);
  manifest.finish();
  manifest.close();
  symlinkSync('exports/1', join(folder, 'current'));
  return folder;
}

test('the edition of a title, or of one site, is not replaced by another', async (t) => {
  const above = folderFor(t);
  const energy = editionIn(join(above, 'energy'), 'energy');
  const site = editionIn(join(above, 'site'), undefined);
  const settings = settingsFrom({ DATELINE_DATA: join(above, 'data') });
  const titles = ['energy', 'shipping'];
  for (const [folder, title, says] of [
    [energy, 'shipping', /energy is the edition of the title energy, and .* the title shipping\. Name another folder/],
    [energy, undefined, /is the edition of the title energy, and would become that of one site/],
    [site, 'energy', /is the edition of one site, and would become that of the title energy/],
    // There is no store: the folder is not what is wrong.
    [energy, 'energy', /There is no store/],
    [site, undefined, /There is no store/],
  ] as const)
    await rejects(exportSite(settings, { root: above, folder, title }), says);
  throws(() => foldersOfTitles(energy, titles), /the edition of the title energy, and .* --title energy\.$/);
  throws(() => foldersOfTitles(site, titles), /the edition of one site, and .* Name another folder\.$/);
  doesNotThrow(() => foldersOfTitles(above, titles));
});
