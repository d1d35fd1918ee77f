import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: NextConfig = {
  adapterPath: here('./server/adapter.ts'),
  cacheHandler: here('./server/cache-handler.ts'),
  // `server/page-cache.ts` keeps pages; Next's own memory would answer before a digest is looked at.
  cacheMaxMemorySize: 0,
  experimental: { inlineCss: true },
  images: { unoptimized: true },
  poweredByHeader: false,
  // For whoever runs Next alone: our own server sends these without asking Next.
  rewrites: async () => ({
    beforeFiles: [{ source: '/:year(\\d{4})/:month/:day/:name([^/]+\\.(?:txt|md|json))', destination: '/alternates' }],
  }),
  // `npm run check` does this, for all of the project and not only for what a route imports.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: here('.') },
};

export default config;
