import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: NextConfig = {
  experimental: { inlineCss: true },
  // Metadata is part of the head for every client, not streamed after the body.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  poweredByHeader: false,
  // No preload fits into a `Link` header of one character, so React writes them all into the head of the page.
  reactMaxHeadersLength: 1,
  // For `next dev` and a plain `next start`: the server of `dateline start` sends these without Next.
  rewrites: async () => ({
    beforeFiles: [{ source: '/:year(\\d{4})/:month/:day/:name([^/]+\\.(?:txt|md|json))', destination: '/alternates' }],
  }),
  // `npm run check` does this for all of the project, not only for what a route imports.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: here('.') },
};

export default config;
