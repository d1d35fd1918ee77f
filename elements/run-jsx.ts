import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadBindings, transformSync } from 'next/dist/build/swc/index.js';

/**
 * Lets a test import components: Node runs TypeScript by itself, but not JSX and not styles. Import this file first, and
 * the components with `await import(…)`. The compiler is the one with which Next builds the site.
 */

await loadBindings();

const options = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'es6' },
};

registerHooks({
  load(url, context, nextLoad) {
    if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
    if (url.endsWith('.pcss'))
      return {
        format: 'module',
        source: `export default ${JSON.stringify(readFileSync(fileURLToPath(url), 'utf8'))};`,
        shortCircuit: true,
      };
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const { code }: { code: string } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), options);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
