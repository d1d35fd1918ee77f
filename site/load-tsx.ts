import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { transformSync } from 'next/dist/build/swc/index.js';

/**
 * For tests: once this file is imported, `await import()` loads components. Node runs TypeScript but not JSX, so Next's
 * compiler translates each `.tsx` file, as it does in a build. Styles load as nothing.
 */
registerHooks({
  load(url, context, nextLoad) {
    if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const { code }: { code: string } = transformSync(readFileSync(new URL(url), 'utf8'), {
      filename: url,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
