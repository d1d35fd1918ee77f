import { isRecord, textOf } from '../field-values.ts';
import { addressSlug } from '../slug.ts';

/**
 * Tags and categories: a list, or one text with commas or semicolons between them. With `spaces`, spaces separate them if
 * there is no comma, as Jekyll and Hugo read `tags: mayor budget`. A map has a name.
 */
export function labelsOf(value: unknown, { spaces = false } = {}): string[] {
  const labels = Array.isArray(value)
    ? value.map(labelOf)
    : typeof value === 'string'
      ? separate(value, spaces)
      : [labelOf(value)];
  return labels.map((label) => label.replace(/^#(?=\S)/, '').trim()).filter((label) => label !== '');
}

function labelOf(value: unknown): string {
  if (!isRecord(value)) return textOf(value);
  return ['name', 'title', 'label', 'slug', 'id'].map((name) => textOf(value[name])).find((text) => text !== '') ?? '';
}

function separate(text: string, spaces: boolean): string[] {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1] ?? text;
  const parts = /[,;]/.test(inner) ? inner.split(/[,;]/) : spaces ? inner.split(/\s+/) : [inner];
  return parts.map((part) => part.trim().replace(/^(["'])(.*)\1$/, '$2'));
}

/** The slug of a topic. `C`, `C++` and `C#` are three topics. */
export const topicSlug = (label: string): string =>
  addressSlug(label.replace(/^([a-z])\+\+$/i, '$1pp').replace(/^([a-z])#$/i, '$1sharp'));
