import type { Font } from '../model/font.ts';
import { textOf } from '../store/store.ts';
import type { EditionContext } from './context.ts';

/** A file under `fonts/` by its name there. */
export function fontOf({ store }: EditionContext, name: string): Font | undefined {
  const row = store.get("SELECT value FROM entity WHERE kind = 'font' AND slug = ?", name);
  return row && JSON.parse(textOf(row, 'value'));
}
