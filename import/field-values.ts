/** Values of front matter that anybody may have written. */

/** The text of a value: numbers and true or false included; everything else is empty. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** The texts of a list, or of a value that stands alone; empty ones are left out. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(textOf).filter((text) => text !== '');
}
