/** Offsets in which newsrooms write their instants. */
export const offsets = ['Z', '+09:00', '-03:30', '+05:45'] as const;
export type Offset = (typeof offsets)[number];

/** An instant as content writes it: `2026-03-01T09:00:00+09:00`. Milliseconds in, whole seconds out. */
export function inOffset(at: number, offset: Offset): string {
  const minutes =
    offset === 'Z'
      ? 0
      : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
  return new Date(at + minutes * 60_000).toISOString().slice(0, 19) + offset;
}
