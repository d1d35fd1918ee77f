import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Edition } from '../newsroom/edition/edition.ts';
import { folderFor, needing, sharedPath, TestNewsroom, type Files, type Need } from '../newsroom/testing.ts';
import { outputAt } from './outputs.ts';

export const ninjsSchema = 'schemas/ninjs-3.1.schema.json';

/** The parts of each test that were reported as skipped. */
const skippedParts = new WeakMap<TestContext, Set<string>>();

/** Compiles files and looks at them at an instant. */
export async function editionOf<T>(
  t: TestContext,
  now: string,
  read: (edition: Edition) => T,
  ...files: Files[]
): Promise<T> {
  const newsroom = new TestNewsroom(t, Object.assign({}, ...files));
  await newsroom.compile();
  return newsroom.at(now, read);
}

/** The body of an output, or nothing where there is none. */
export function bodyAt(edition: Edition, path: string): string | undefined {
  const found = outputAt(edition, path);
  return found && 'body' in found ? found.body : undefined;
}

/**
 * Whether a part of a test can be checked on this machine. Where it cannot, the part is reported as a skipped subtest,
 * once, with the reason; with `CI=true` this throws.
 */
function canCheck(t: TestContext, part: string, ...needs: Need[]): boolean {
  const { skip } = needing(...needs);
  if (skip === undefined) return true;
  const parts = skippedParts.get(t) ?? new Set();
  if (!parts.has(part)) void t.test(part, { skip });
  skippedParts.set(t, parts.add(part));
  return false;
}

/** What an XML parser that is not ours finds wrong; empty where there is nothing, or no parser on this machine. */
export function xmlFaults(t: TestContext, xml: string): string {
  if (!canCheck(t, 'XML is well-formed', 'xmllint')) return '';
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: xml, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

/** What the schemas of sitemaps find wrong; empty where there is nothing, or they or the parser are not on this machine. */
export function sitemapFaults(t: TestContext, xml: string, kind: 'sitemap' | 'siteindex'): string {
  const schemaOf = {
    'http://www.sitemaps.org/schemas/sitemap/0.9': `schemas/${kind}.xsd`,
    'http://www.google.com/schemas/sitemap-image/1.1': 'schemas/sitemap-image.xsd',
    'http://www.google.com/schemas/sitemap-news/0.9': 'schemas/sitemap-news.xsd',
  } as const;
  if (!canCheck(t, 'sitemaps are valid by their schemas', 'xmllint', ...Object.values(schemaOf))) return '';
  const imports = Object.entries(schemaOf).map(
    ([space, schema]) => `<xs:import namespace="${space}" schemaLocation="file://${sharedPath(schema)}"/>`,
  );
  const schema = join(folderFor(t), 'all.xsd');
  writeFileSync(schema, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}

/** What an XML schema finds wrong; empty where there is nothing, or it or the parser is not on this machine. */
export function schemaFaults(t: TestContext, xml: readonly string[], schema: `schemas/${string}.xsd`): string {
  if (!canCheck(t, `valid by ${schema}`, 'xmllint', schema)) return '';
  const folder = folderFor(t);
  const files = xml.map((text, index) => {
    const file = join(folder, `${index}.xml`);
    writeFileSync(file, text);
    return file;
  });
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', sharedPath(schema), ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? '' : stderr.replace(/^.* validates\n/gm, '');
}

/** What the schema of ninjs finds wrong with values; empty where there is nothing, or it is not on this machine. */
export function ninjsFaults(t: TestContext, values: readonly unknown[]): string[] {
  if (!canCheck(t, `valid by ${ninjsSchema}`, ninjsSchema)) return [];
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  // Places may have a geographic shape; ours have none.
  ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
  const validate = ajv.compile(JSON.parse(readFileSync(sharedPath(ninjsSchema), 'utf8')));
  return values.flatMap((value) => (validate(value) ? [] : ajv.errorsText(validate.errors)));
}

/** The texts of all elements of a name, with entities resolved. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    resolved(text),
  );
}

/** Text with its entities resolved. */
export function resolved(text: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&amp;': '&',
    '&#x26;': '&',
    '&#x3C;': '<',
  };
  return text.replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity);
}

/** Headlines that break whatever is not escaped. */
export const hostile = [
  '</script><script>alert(1)</script>',
  ']]><script>',
  'R&D, <100 people & “braces” {x}',
  '<!-- not a comment',
  '&amp; already &lt;escaped&gt;',
  'O\'Brien said "no"',
  'A rocket 🚀 and a family 👩‍👩‍👧',
  'مرحبا بالعالم',
  'עברית \u2067abc\u2069',
  'line\u2028separator and \u2029 paragraph',
];
