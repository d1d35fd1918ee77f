import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { hostWarnings } from './host-limits.ts';

const site = { files: 700, bytes: 50_000_000, largest: 400_000, inFolder: 90, redirects: '', headers: '/*\n  A: b\n' };

test('a site that is beyond the limits of a host is warned of, once for each limit', () => {
  deepEqual(hostWarnings(site), []);
  const redirect = (path: string): string => `${path} /to 308\n`;
  deepEqual(hostWarnings({ ...site, files: 20_001, redirects: redirect('/old').repeat(1500) }), [
    'Cloudflare Pages (free plan) takes 20,000 files at most, and this site has 20,001.',
    'GitLab Pages takes 1,000 lines in _redirects at most, and this site has 1,500.',
  ]);
  deepEqual(hostWarnings({ ...site, redirects: redirect('/x'.repeat(500)), headers: '/a\n  A: b\n\n'.repeat(101) }), [
    'Cloudflare Pages takes 1,000 characters in a line of _redirects at most, and this site has 1,008.',
    'Cloudflare Pages takes 100 rules in _headers at most, and this site has 101.',
  ]);
  deepEqual(hostWarnings({ ...site, bytes: 2e9, largest: 3e7, inFolder: 60_000 }), [
    'Cloudflare Pages takes 26,214,400 bytes in one file at most, and this site has 30,000,000.',
    'Netlify takes 54,000 files in one folder at most, and this site has 60,000.',
    'GitHub Pages takes 1,000,000,000 bytes in all at most, and this site has 2,000,000,000.',
  ]);
});
