import { fileURLToPath } from 'node:url';
import { siteFolders } from './site/addresses/routes.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  // Metadata is part of the head for every client, not streamed after the body.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  poweredByHeader: false,
  // No preload fits into a `Link` header of one character, so React writes them all into the head of the page.
  reactMaxHeadersLength: 1,
  rewrites: async () => ({
    // For `next dev` and a plain `next start`: the server of `dateline start` sends these without Next.
    beforeFiles: [{ source: '/:year(\\d{4})/:month/:day/:name([^/]+\\.(?:txt|md|json))', destination: '/alternates' }],
    // The newsroom's own pages: what has no first part of the site's own (`siteFolders`), and no year. Their addresses have
    // one form with those of the archive, whose route would take them.
    afterFiles: [
      { source: `/:path((?!(?:${siteFolders.join('|')}|\\d{4})(?:/|$)).+)`, destination: '/static-page/:path' },
    ],
  }),
  // `npm run check` does this for all of the project, not only for what a route imports.
  typescript: { ignoreBuildErrors: true },
  // A style sheet for some pages of a kind: see `site/shell/page-style.tsx`.
  turbopack: { root: here('.'), rules: { '*.pcss': { type: 'text' } } },
};

export default config;
