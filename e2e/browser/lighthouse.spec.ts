import { Auditor, landingPages, lighthouseMissing } from './lighthouse.ts';
import { expect, test as base } from './test.ts';

/** Without performance: that depends on the machine, and is measured by `bench/lighthouse.ts`. */
const categories = ['accessibility', 'best-practices', 'seo', 'agentic-browsing'];

const test = base.extend<object, { auditor: Auditor }>({
  auditor: [
    async ({}, use) => {
      const auditor = await Auditor.start();
      await use(auditor);
      await auditor.stop();
    },
    { scope: 'worker' },
  ],
});

// All in one worker: they share one site and one browser.
test.describe.configure({ mode: 'default' });
test.skip(() => lighthouseMissing() !== undefined, lighthouseMissing() ?? '');

for (const path of landingPages)
  test(`Lighthouse has nothing to remark at ${path}`, async ({ auditor }) => {
    const { scores, remarks } = await auditor.opinionOf(path, categories);
    expect(remarks).toEqual([]);
    expect([...scores.values()]).toEqual([100, 100, 100, 100]);
  });
