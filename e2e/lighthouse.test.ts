import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Auditor, landingPages } from './lighthouse.ts';

/** Not performance: that depends on the machine, and is measured by `bench/lighthouse.ts`. */
const categories = ['accessibility', 'best-practices', 'seo', 'agentic-browsing'];

describe('Lighthouse finds nothing to remark', () => {
  let auditor: Auditor;
  before(async () => {
    auditor = await Auditor.start();
  });
  after(() => auditor.stop());

  for (const path of landingPages)
    test(`at ${path}`, async () => {
      const { scores, remarks } = await auditor.opinionOf(path, categories);
      assert.deepEqual(remarks, []);
      assert.deepEqual([...scores.values()], [100, 100, 100, 100]);
    });
});
