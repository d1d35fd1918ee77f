import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Edition } from '../newsroom/edition/edition.ts';
import { folderFor, TestNewsroom, type Files } from '../newsroom/testing.ts';
import { outputAt } from './outputs.ts';

const schemas = resolve(import.meta.dirname, '../../shared/schemas');
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

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

/** What an XML parser that is not ours finds wrong; `undefined` where there is none on this machine. */
export function xmlFaults(t: TestContext, xml: string): string | undefined {
  if (!hasXmllint) {
    t.diagnostic('xmllint is not on this machine: well-formedness was not checked.');
    return undefined;
  }
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: xml, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

/** What a sitemap's schemas find wrong; `undefined` where they or the parser are not on this machine. */
export function sitemapFaults(t: TestContext, xml: string, kind: 'sitemap' | 'siteindex'): string | undefined {
  if (!hasXmllint || !existsSync(schemas)) {
    t.diagnostic('xmllint or the schemas are not on this machine: the sitemap was not validated.');
    return undefined;
  }
  const spaces = {
    'http://www.sitemaps.org/schemas/sitemap/0.9': kind,
    'http://www.google.com/schemas/sitemap-image/1.1': 'sitemap-image',
    'http://www.google.com/schemas/sitemap-news/0.9': 'sitemap-news',
  };
  const imports = Object.entries(spaces).map(
    ([space, name]) => `<xs:import namespace="${space}" schemaLocation="file://${schemas}/${name}.xsd"/>`,
  );
  const schema = join(folderFor(t), 'all.xsd');
  writeFileSync(schema, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}

/** What an XML schema among those that lie beside the repository finds wrong; `undefined` where it or the parser is not on this machine. */
export function schemaFaults(t: TestContext, xml: readonly string[], name: string): string | undefined {
  const schema = join(schemas, name);
  if (!hasXmllint || !existsSync(schema)) {
    t.diagnostic(`xmllint or ${name} is not on this machine: nothing was validated.`);
    return undefined;
  }
  const folder = folderFor(t);
  const files = xml.map((text, index) => {
    const file = join(folder, `${index}.xml`);
    writeFileSync(file, text);
    return file;
  });
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? '' : stderr.replace(/^.* validates\n/gm, '');
}

/** A check of ninjs against its schema; `undefined` where that is not on this machine. */
export function ninjsCheck(t: TestContext): ((value: unknown) => string) | undefined {
  const file = join(schemas, 'ninjs-3.1.schema.json');
  if (!existsSync(file)) {
    t.diagnostic('The schema of ninjs is not on this machine: nothing was validated.');
    return undefined;
  }
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  // Places may have a shape on the map; ours have none.
  ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors));
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
  'עברית \u202Eabc',
  'line\u2028separator and \u2029 paragraph',
];
