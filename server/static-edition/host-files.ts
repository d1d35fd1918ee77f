import { outputExtensions } from '../../formats/outputs.ts';
import { feedFormats } from '../../site/addresses/feeds.ts';
import { forAllOrigins, immutable, picturePolicy, securityHeaders } from '../headers.ts';
import { encoded } from '../respond.ts';
import type { Manifest } from './manifest.ts';
import { canonicalLink } from './nginx.ts';
import { policyOfAll, type PolicyKind } from './policies.ts';

/**
 * `_redirects`, as Netlify, Cloudflare Pages and others read it. They take no address with a query, and know no 410: what
 * was withdrawn has no file, and answers 404 there.
 */
export function redirectsFile(manifest: Manifest): string {
  const lines: string[] = [];
  for (const { path, target } of manifest.eachRedirect())
    if (!path.includes('?')) lines.push(`${encoded(path)} ${encoded(target)} 308\n`);
  return lines.join('');
}

/**
 * `_headers` of the same hosts. All rules that match count, and one header from two of them has both values. So there are few
 * rules, and one policy for all pages, which allows the styles of each.
 */
export function headersFile(manifest: Manifest, site: string, policies: ReadonlyMap<PolicyKind, string>): string {
  const rules: [pattern: string, headers: Readonly<Record<string, string>>][] = [
    ['/*', { ...securityHeaders, 'Content-Security-Policy': policyOfAll(policies) }],
    // Both policies hold for a picture: the narrower one.
    ['/images/*', { 'Content-Security-Policy': picturePolicy }],
    ...['/fonts/*', '/_next/static/*'].map((pattern): [string, Record<string, string>] => [
      pattern,
      { 'Cache-Control': immutable },
    ]),
    ...[...outputExtensions].map((extension): [string, Record<string, string>] => [
      `/*${extension}`,
      { ...forAllOrigins },
    ]),
    ...feedFormats.flatMap(({ name, type }) =>
      [`/${name}`, `/*/${name}`].map((pattern): [string, Record<string, string>] => [
        pattern,
        { 'Content-Type': `${type}; charset=utf-8` },
      ]),
    ),
    ...alternateRules(manifest, site),
  ];
  return rules
    .map(([pattern, headers]) =>
      [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/**
 * The page of each alternate is the canonical one, unless another site or title owns the story: then there is no rule, because that for
 * all alternates would name a wrong page.
 */
function alternateRules(manifest: Manifest, site: string): [pattern: string, headers: Record<string, string>][] {
  const found = new Set<string>();
  const mixed = new Set<string>();
  for (const { path, head } of manifest.eachHead('headers IS NOT NULL')) {
    const [, century, extension] = /^\/(\d\d)\d\d\/\d\d\/\d\d\/[^/]+(\.[a-z]+)$/.exec(path) ?? [];
    if (century === undefined || extension === undefined || head.status !== 200) continue;
    found.add(`${century} ${extension}`);
    if (head.headers?.Link !== canonicalLink(site, path)) mixed.add(`${century} ${extension}`);
  }
  return [...found]
    .filter((each) => !mixed.has(each))
    .toSorted()
    .map((each) => {
      const [century = '', extension = ''] = each.split(' ');
      return [`/${century}*${extension}`, { Link: `<${site}/${century}:splat>; rel="canonical"` }];
    });
}
