import type { SiteSizes } from './manifest.ts';

/** What of a site hosts limit, and how it is called. */
const figures = {
  files: 'files',
  inFolder: 'files in one folder',
  bytes: 'bytes in all',
  largest: 'bytes in one file',
  redirects: 'lines in _redirects',
  redirect: 'characters in a line of _redirects',
  rules: 'rules in _headers',
  header: 'characters in a line of _headers',
} as const;

type Figure = keyof typeof figures;

/** The limits that hosts had named in November 2026: https://developers.cloudflare.com/pages/platform/limits/, https://docs.netlify.com/site-deploys/overview, https://docs.gitlab.com/user/project/pages/, https://docs.github.com/pages. */
const limits: readonly (readonly [host: string, figure: Figure, most: number])[] = [
  ['Cloudflare Pages (free plan)', 'files', 20_000],
  ['Cloudflare Pages (paid plan)', 'files', 100_000],
  ['Cloudflare Pages', 'largest', 25 * 1024 * 1024],
  ['Cloudflare Pages', 'redirects', 2_000],
  ['Cloudflare Pages', 'redirect', 1_000],
  ['Cloudflare Pages', 'rules', 100],
  ['Cloudflare Pages', 'header', 2_000],
  ['Netlify', 'inFolder', 54_000],
  ['Netlify', 'redirects', 10_000],
  ['GitHub Pages', 'bytes', 1_000_000_000],
  ['GitLab Pages', 'files', 200_000],
  ['GitLab Pages', 'redirects', 1_000],
];

/** A sentence for each limit of a well-known host that a site is beyond. `redirects` and `headers` are the texts of its files. */
export function hostWarnings(site: SiteSizes & { redirects: string; headers: string }): string[] {
  const [redirects, headers] = [linesOf(site.redirects), linesOf(site.headers)];
  const values: Record<Figure, number> = {
    ...site,
    redirects: redirects.length,
    redirect: longest(redirects),
    rules: headers.filter((line) => !line.startsWith(' ')).length,
    header: longest(headers),
  };
  return limits
    .filter(([, figure, most]) => values[figure] > most)
    .map(
      ([host, figure, most]) =>
        `${host} takes ${most.toLocaleString('en')} ${figures[figure]} at most, and this site has ${values[figure].toLocaleString('en')}.`,
    );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function longest(lines: readonly string[]): number {
  return lines.reduce((most, { length }) => Math.max(most, length), 0);
}
