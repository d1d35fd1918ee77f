/**
 * The tag that opens an element of a body. What an attribute holds is read with its entities and backslashes resolved,
 * so those are what has to be escaped in it.
 */
export function openingTag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  form: 'open' | 'empty' = 'open',
): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined || value === '' ? [] : [` ${attribute}="${escapeAttribute(value)}"`],
  );
  return `<${name}${written.join('')}${form === 'empty' ? ' />' : '>'}`;
}

function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '&#92;');
}
