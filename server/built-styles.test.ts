import { equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BuiltStyles } from './built-styles.ts';

test('the style sheets of the build are in the page, in their order, and what they name has the same address there', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'dateline-styles-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, '.next/static/chunks'), { recursive: true });
  writeFileSync(join(root, '.next/static/chunks/a.css'), '@font-face{src:url(../media/n.woff2)format("woff2")}');
  writeFileSync(join(root, '.next/static/chunks/b.css'), 'p{background:url(data:image/svg+xml,a/../b)}');
  const link = (name: string): string =>
    `<link rel="stylesheet" href="/_next/static/chunks/${name}.css" data-precedence="next"/>`;
  const own = '<link rel="stylesheet" href="data:text/css,p%7B%7D"/>';
  equal(
    new BuiltStyles(root).inlinedIn(`<head>${link('a')}${link('b')}${own}</head>`),
    `<head><style>@font-face{src:url(/_next/static/media/n.woff2)format("woff2")}p{background:url(data:image/svg+xml,a/../b)}</style>${own}</head>`,
  );
});
