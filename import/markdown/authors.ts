import { isRecord, textOf } from '../field-values.ts';
import { addressSlug } from '../slug.ts';
import { plainText } from './plain-text.ts';
import { valueOf, type StatedFields } from './stated-fields.ts';

/** An author as a post or a data file describes one. */
export interface Author {
  slug: string;
  /** Empty if only the slug is known. */
  name: string;
  fields: Record<string, unknown>;
}

const NAMES = [
  'name',
  'display_name',
  'displayName',
  'full_name',
  'fullName',
  'title',
  'label',
  'nickname',
  'username',
  'login',
  'id',
  'key',
  'slug',
];
const KEYS = ['key', 'id', 'slug', 'username', 'login', 'github'];

/**
 * The authors of a post: names, slugs, maps with a name, or keys of a data file. `unread` are the values in which no name
 * was found.
 */
export function authorsOf(
  stated: StatedFields,
  known: ReadonlyMap<string, Record<string, unknown>>,
): { authors: Author[]; unread: unknown[] } {
  const value = valueOf(stated, 'authors', 'author', 'byline', 'writers', 'contributors');
  const entries = Array.isArray(value) ? value : typeof value === 'string' ? separate(value, stated) : [value];
  const authors = new Map<string, Author>();
  const unread: unknown[] = [];
  for (const entry of entries) {
    if (entry === null || entry === undefined || entry === '' || entry === false) continue;
    const author = authorOf(entry, known);
    if (author === null) unread.push(entry);
    else if (!authors.has(author.slug)) authors.set(author.slug, author);
  }
  return { authors: [...authors.values()], unread };
}

/** `Ann Example; Bob Example`. Commas separate only in a field for several authors: a name can have one (`Ann Example, PhD`). */
function separate(text: string, stated: StatedFields): string[] {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1] ?? text;
  return inner.split(stated.has('authors') ? /[,;]/ : ';').map((part) => part.trim());
}

function authorOf(entry: unknown, known: ReadonlyMap<string, Record<string, unknown>>): Author | null {
  if (!isRecord(entry)) {
    const text = textOf(entry);
    const described = known.get(text.toLowerCase());
    const slug = addressSlug(text);
    return slug === ''
      ? null
      : { slug, name: described ? nameIn(described) : plainText(text), fields: described ?? {} };
  }
  // `- ann: { name: Ann Example }` and `- ann: Ann Example`
  const [only, ...others] = Object.entries(entry);
  if (only && others.length === 0 && !NAMES.includes(only[0])) {
    const [key, inner] = only;
    return authorOf(isRecord(inner) ? { key, ...inner } : { key, name: inner }, known);
  }
  const key = KEYS.map((name) => textOf(entry[name])).find((text) => known.has(text.toLowerCase())) ?? '';
  const fields = { ...known.get(key.toLowerCase()), ...entry };
  const name = nameIn(fields);
  const slug = addressSlug(key || name);
  return slug === '' ? null : { slug, name, fields };
}

function nameIn(fields: Record<string, unknown>): string {
  const whole = [
    fields['first_name'] ?? fields['firstName'] ?? fields['given_name'],
    fields['last_name'] ?? fields['lastName'] ?? fields['family_name'],
  ]
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ');
  const { name } = fields;
  const stated = NAMES.slice(0, 4)
    .map((field) => textOf(fields[field]))
    .find((text) => text !== '');
  return (
    plainText(stated ?? (isRecord(name) ? nameIn(name) : '') ?? '') ||
    plainText(
      whole ||
        (NAMES.slice(5)
          .map((field) => textOf(fields[field]))
          .find((text) => text !== '') ??
          ''),
    )
  );
}
