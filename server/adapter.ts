import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { NextAdapter } from 'next';
import { finishDocument } from './document.ts';

/**
 * After a build: the pages that Next makes ahead of time are finished as all others are, and their flight data goes, so
 * that nothing of the build can send a script.
 */
const adapter: NextAdapter = {
  name: 'dateline',
  async onBuildComplete({ outputs }) {
    for (const { fallback } of outputs.prerenders) {
      const file = fallback && 'filePath' in fallback ? fallback.filePath : undefined;
      if (typeof file !== 'string') continue;
      if (file.endsWith('.html')) {
        const document = finishDocument(readFileSync(file, 'utf8'));
        if (document) writeFileSync(file, document.html);
      } else if (file.endsWith('.rsc')) {
        rmSync(file, { force: true });
      }
    }
  },
};

export default adapter;
