import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compile } from '../../newsroom/compile/compile.ts';
import {
  colourNames,
  contrast,
  designColours,
  fontNames,
  lowContrasts,
  sizeNames,
} from '../../newsroom/model/theme.ts';
import { site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { lookOf, paperOf } from './look.ts';

const now = '2026-02-01T00:00:00Z';

test('a theme can set what the design has in its root, and the colours are those of the design', () => {
  const css = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');
  const root = /:root \{([^}]*)\}/.exec(css)?.[1] ?? '';
  const names = [...root.matchAll(/--(\w+):/g)].map(([, name]) => name);
  assert.deepEqual(new Set(names), new Set([...colourNames, ...fontNames, ...sizeNames, 'accent']));
  for (const [name, { light, dark }] of Object.entries(designColours))
    assert.ok(root.includes(`--${name}: light-dark(${light}, ${dark});`), name);
  assert.deepEqual(new Set(Object.keys(designColours)), new Set(colourNames));
});

test('the contrast of two colours is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
  assert.deepEqual(lowContrasts({}), [], 'the design itself can be read');
});

/** The problems of a newsroom with a theme, and its style sheet. */
async function themed(newsroom: TestNewsroom, files: Files): Promise<{ problems: string[]; css: string | undefined }> {
  newsroom.write({ ...site, ...files });
  const { content, data } = newsroom;
  const { problems } = await compile({ content, data, history: false });
  return {
    problems: problems.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`),
    css: newsroom.at(now, (edition) => lookOf(edition).theme?.css),
  };
}

test('a theme changes the design at once, and a theme that is removed changes it back', async (t) => {
  const newsroom = new TestNewsroom(t, site);
  assert.deepEqual(await themed(newsroom, {}), { problems: [], css: undefined });
  const theme = `/* Ours. */
:root {
  --paper: #fff; /* white */
  --red: light-dark(#a00000, #FF9999);
  --serif: 'Source Serif 4', Georgia, serif;
  --s7: clamp(2rem, 1rem + 3.5vw, 4rem);
}
`;
  assert.deepEqual(
    await themed(newsroom, { 'theme.css': theme.replace('--paper: #fff;', '--paper: light-dark(#fff, #000);') }),
    {
      problems: [],
      css: "@media not print{:root:root{--paper:light-dark(#ffffff,#000000);--red:light-dark(#a00000,#ff9999)}}:root:root{--serif:'Source Serif 4', Georgia, serif;--s7:clamp(2rem, 1rem + 3.5vw, 4rem)}",
    },
  );
  newsroom.at(now, (edition) => assert.deepEqual(paperOf(lookOf(edition)), { light: '#ffffff', dark: '#000000' }));
  const settings = `${site['site.yaml']}accent: teal\npalette: { teal: { light: "#056", dark: "#8ee" }, red: { light: "#700", dark: "#f99" } }\n`;
  assert.equal(
    (await themed(newsroom, { 'site.yaml': settings, 'theme.css': ':root{--red:#b00}' })).css,
    '@media not print{:root:root{--red:#bb0000;--teal:light-dark(#005566,#88eeee);--accent:var(--teal)}}',
    'the theme goes before the palette',
  );
  newsroom.remove('theme.css');
  assert.equal((await themed(newsroom, {})).css, undefined);
});

test('what is no property of the design is left out, and the rest counts', async (t) => {
  const newsroom = new TestNewsroom(t, site);
  const bad = [
    'body { background: red; }',
    '@import url(https://evil.example/x.css);',
    ':root { background: red; }',
    ':root { --accent: #123456; }',
    ':root { --constructor: #123456; }',
    ':root { --__proto__: #123456; }',
    ':root { ink: #000000; }',
    ':root { --ink: red; }',
    ':root { --ink: var(--paper); }',
    ':root { --ink: #12345; }',
    ':root { --ink: light-dark(#000000); }',
    ':root { --ink: #000000 !important; }',
    ':root { --ink: url(https://evil.example/); }',
    ':root { --serif: x</style><script>alert(1)</script>; }',
    ":root { --serif: 'a\\27 b', serif; }",
    ':root { --serif: url(x); }',
    ':root { --s1: 12px; }',
    ':root { --s1: calc(1rem * 2); }',
    ':root { --s1: expression(1); }',
    ':root { .a { --ink: #000000; } }',
    ':root, body { --ink: #000000; }',
    '@media (prefers-color-scheme: dark) { :root { --ink: #ffffff; } }',
    '@font-face { font-family: X; src: url(x.woff2); }',
  ];
  for (const css of bad) {
    await t.test(css, async () => {
      const found = await themed(newsroom, { 'theme.css': `${css}\n:root { --hair: #abcdef; }\n` });
      assert.equal(found.problems.length, 1, found.problems.join('\n'));
      assert.match(found.problems[0] ?? '', /^theme\.css:1 theme-invalid /);
      assert.equal(found.css, '@media not print{:root:root{--hair:#abcdef}}');
    });
  }
  const broken = await themed(newsroom, { 'theme.css': ':root { --hair: #fedcba;' });
  assert.match(broken.problems.join(), /^theme\.css:1 theme-invalid The file is no CSS: Unclosed block\.$/);
  assert.equal(broken.css, '@media not print{:root:root{--hair:#abcdef}}', 'what was live stays live');
});

test('colours of text that cannot be read are reported, each where it is set', async (t) => {
  const newsroom = new TestNewsroom(t, site);
  const low = async (files: Files): Promise<string[]> => (await themed(newsroom, files)).problems;
  assert.deepEqual(await low({ 'theme.css': '\n:root { --soft: light-dark(#999, #a8a399); }' }), [
    'theme.css:2 contrast-low “soft” makes text hard to read. It has these contrasts: “soft” (#999999) on “paper” (#fffefb) in the light scheme 2.82:1; “soft” (#999999) on “wash” (#f5f2ea) in the light scheme 2.54:1.',
  ]);
  const dark = await low({ 'theme.css': ':root { --paper: light-dark(#fffefb, #555555); }' });
  assert.equal(dark.length, 1);
  assert.match(
    dark[0] ?? '',
    /^theme\.css:1 contrast-low “paper” makes .*“soft” \(#a8a399\) on “paper” \(#555555\) in the dark scheme .*; “red”/,
  );
  const settings = `${site['site.yaml']}palette: { green: { light: "#0f0", dark: "#0f0" } }\n`;
  newsroom.remove('theme.css');
  const green = await low({ 'site.yaml': settings });
  assert.equal(green.length, 1);
  assert.match(green[0] ?? '', /^site\.yaml:1 contrast-low “green” makes .*: “green” \(#00ff00\) on “paper”/);
  assert.deepEqual(await low({ 'theme.css': ':root { --green: light-dark(#060, #9f9); }' }), [], 'the theme mends it');
  assert.deepEqual(await low({}), [], 'nothing is left over');
});

test('what stands in for a font has its width and height', async (t) => {
  const newsroom = new TestNewsroom(t, {
    'site.yaml': `${site['site.yaml']}fonts: { reading: { family: Own, files: [own.woff2], license: OFL } }\n`,
    'fonts/own.woff2': readFileSync(
      fileURLToPath(import.meta.resolve('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2')),
    ),
  });
  await newsroom.compile();
  const { theme } = newsroom.at('2026-02-01T00:00:00Z', lookOf);
  const base = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');
  // The design has its own font, and the same numbers for it.
  const ownRules = [...(theme?.css.matchAll(/@font-face\{font-family:'Own \d';src:[^;]*;([^}]*)\}/g) ?? [])];
  const designRules = [...base.matchAll(/@font-face \{\s*font-family: Newsreader-.;\s*src: [^;]*;([^}]*);\s*\}/g)];
  const numbersIn = ([, rule = '']: readonly string[]): [name: string, value: number][] =>
    [...rule.matchAll(/([a-z-]+):\s*([\d.]+)%/g)].map(([, name = '', value]) => [
      name,
      Math.round(Number(value) * 5) / 5,
    ]);
  assert.equal(ownRules.length, 2);
  assert.deepEqual(ownRules.map(numbersIn), designRules.map(numbersIn));
  assert.match(theme?.css ?? '', /--serif:'Own','Own 2','Own 3',Georgia,serif\}$/);
});
