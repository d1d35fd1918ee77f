import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../newsroom/compile/compile.ts';
import { fontOf, site, TestNewsroom } from '../newsroom/testing.ts';
import { fontsOf, lookOf } from '../site/shell/look.ts';
import { finishDocument } from './document.ts';
import { Fonts } from './fonts.ts';
import { TestServices } from './testing.ts';

const settings = (fonts: string): string => `${site['site.yaml']}fonts: ${fonts}\n`;
const serif =
  '{ reading: { family: Source Serif 4, files: [{ file: a b.woff2, weight: 200 900 }], license: OFL 1.1 } }';

test('a font of the newsroom is used for reading, is asked for early, and is kept for ever', async (t) => {
  const files = {
    'site.yaml': settings(serif),
    'fonts/a b.woff2': fontOf(64),
    'fonts/hidden.woff2': fontOf(90),
    'fonts/OFL.txt': 'Licence',
  };
  const services = await TestServices.over(t, files, '2026-01-30T00:00:00Z');
  const fonts = new Fonts(services.validity, services.newsroom.content);
  const paths = (): string[] => services.validity.read((edition) => [...fontsOf(edition).keys()]).value;
  const [path = '', ...others] = paths();
  assert.match(path, /^\/fonts\/[\da-f]{12}\/a%20b\.woff2$/);
  assert.deepEqual(others, []);
  const { theme } = services.validity.read(lookOf).value;
  assert.equal(
    theme?.css,
    `/* Source Serif 4: OFL 1.1 */@font-face{font-family:'Source Serif 4';src:url("${path}") format('woff2');font-weight:200 900;font-display:optional}:root:root{--serif:'Source Serif 4',Georgia,serif}`,
  );
  const design = '<html><head><style>@font-face{src:url(/_next/static/media/n.woff2)}</style></head></html>';
  const hints = (layout: Parameters<typeof finishDocument>[1]): string[] =>
    [...finishDocument(design, layout).html.matchAll(/<link rel="preload" href="([^"]*)"/g)].map(
      ([, href = '']) => href,
    );
  assert.deepEqual(hints({ theme }), [path], 'the face of the design is not loaded');
  assert.deepEqual(hints({}), ['/_next/static/media/n.woff2']);
  const found = await fonts.at(path);
  assert.equal(found?.headers['Content-Type'], 'font/woff2');
  assert.match(found?.headers['Cache-Control'] ?? '', /max-age=31536000, immutable/);
  assert.deepEqual(await found?.file.bytes(), fontOf(64));
  for (const bad of [
    '/fonts/a b.woff2',
    path.replace(/[\da-f]{12}/, '0'.repeat(12)),
    '/fonts/../site.yaml',
    path.replace('a%20b', 'hidden'),
  ])
    assert.equal(await fonts.at(bad), undefined, bad);

  // A file with other bytes has another address, before it is compiled and after.
  services.newsroom.write({ 'fonts/a b.woff2': fontOf(70) });
  assert.equal(await new Fonts(services.validity, services.newsroom.content).at(path), undefined);
  await services.newsroom.compile();
  assert.notEqual(paths()[0], path);
  assert.equal(await fonts.at(path), undefined);
  await services.change({ 'theme.css': ':root { --serif: Georgia, serif; }' });
  const changed = services.validity.read(lookOf).value.theme;
  assert.match(changed?.css ?? '', /--serif:Georgia, serif\}$/);
  assert.deepEqual(hints({ theme: changed }), [], 'the theme goes before the font');
});

test('fonts that cannot be used are problems', async (t) => {
  const newsroom = new TestNewsroom(t, {
    'site.yaml': settings(serif.replace('a b.woff2', 'none.woff2')),
    'fonts/cut.woff2': fontOf(64).subarray(0, 60),
    'fonts/page.woff2': '<!doctype html>',
    'fonts/old.ttf': 'x',
    'fonts/more/x.woff2': fontOf(64),
  });
  const { content, data } = newsroom;
  const problemsOf = async (): Promise<string[]> =>
    (await compile({ content, data })).problems.map(({ file, code, field }) => `${file} ${code} ${field}`);
  assert.deepEqual(await problemsOf(), [
    'fonts/cut.woff2 font-invalid null',
    'fonts/more file-unknown null',
    'fonts/old.ttf file-unknown null',
    'fonts/page.woff2 font-invalid null',
    'site.yaml font-missing fonts',
  ]);
  newsroom.at('2026-01-30T00:00:00Z', (edition) => assert.deepEqual(lookOf(edition), {}));
  newsroom.write({ 'fonts/none.woff2': fontOf(64) });
  newsroom.remove('fonts/cut.woff2', 'fonts/page.woff2', 'fonts/old.ttf', 'fonts/more');
  assert.deepEqual(await problemsOf(), []);
  for (const family of ["X';}body{display:none", 'a"b', '<b>']) {
    newsroom.write({
      'site.yaml': settings(`{ labels: { family: ${JSON.stringify(family)}, files: none.woff2, license: x } }`),
    });
    assert.ok(
      (await problemsOf()).some((each) => each.startsWith('site.yaml field-invalid fonts')),
      family,
    );
    newsroom.at('2026-01-30T00:00:00Z', (edition) => assert.deepEqual(lookOf(edition), {}));
  }
});
