import { isRecord } from '../field-values.ts';

/** Fields of front matter by one form of their names: `publishDate`, `publish_date` and `Publish-Date` are one field. */

/** One field. */
export interface StatedField {
  /** The name as it is written, with the names of the maps around it: `params.draft`. */
  written: string;
  value: unknown;
}

/** Fields by their normal names. One name can be there several times, in different forms. */
export type StatedFields = ReadonlyMap<string, readonly StatedField[]>;

/** The normal form of a name. */
export const fieldKey = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Maps in which systems put the fields of a page that are not their own. */
const CONTAINERS = new Set(
  // `<<` is a merge key of YAML 1.1.
  [
    '<<',
    'params',
    'extra',
    'taxonomies',
    'metadata',
    'meta',
    'custom',
    'frontmatter',
    'matter',
    'attributes',
    'page',
    'post',
    'article',
    'data',
    'fields',
    'userdefined',
    'publishing',
    'publication',
    'settings',
    'options',
    'config',
    'flags',
    'props',
    'properties',
    'context',
    'hugo',
    'jekyll',
    'ghost',
    'wordpress',
    'wp',
    'blog',
  ],
);
const DEEPEST = 6;

/** The fields of a file. Those in containers come after those outside. */
export function statedFields(fields: Readonly<Record<string, unknown>>): Map<string, readonly StatedField[]> {
  const found = new Map<string, readonly StatedField[]>();
  addFields(found, fields, '', 0);
  return found;
}

function addFields(
  found: Map<string, readonly StatedField[]>,
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
  depth: number,
): void {
  const containers: [string, unknown][] = [];
  for (const [name, value] of Object.entries(fields)) {
    // `build.render: never` on one line is `render` in `build`.
    const path = name.split('.').map(fieldKey);
    const key = path.at(-1) ?? '';
    const inContainer = path.slice(0, -1).every((part) => CONTAINERS.has(part));
    // `flags: [draft]` is a field.
    const hasFields = isRecord(value) || (Array.isArray(value) && value.some(isRecord));
    const isContainer = path.every((part) => CONTAINERS.has(part)) && hasFields;
    if (isContainer && depth < DEEPEST) containers.push([name, value]);
    else {
      const stated = { written: `${prefix}${name}`, value };
      const normal = inContainer ? key : path.join('.');
      found.set(normal, [...(found.get(normal) ?? []), stated]);
    }
  }
  for (const [name, value] of containers) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (isRecord(each)) addFields(found, each, `${prefix}${name}.`, depth + 1);
    }
  }
}

/** The value of the first of these fields that is there and not null. */
export function valueOf(fields: StatedFields, ...names: string[]): unknown {
  for (const name of names) {
    const stated = fields.get(fieldKey(name))?.find(({ value }) => value !== null && value !== undefined);
    if (stated !== undefined) return stated.value;
  }
  return undefined;
}
