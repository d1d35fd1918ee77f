/** The other forms in which every article can be had: the ending of their address, their media type, their name for readers. */
export const alternateFormats = [
  { ending: '.txt', type: 'text/plain', words: 'plain text' },
  { ending: '.md', type: 'text/markdown', words: 'Markdown' },
  { ending: '.json', type: 'application/json', words: 'ninjs' },
] as const;
export type AlternateFormat = (typeof alternateFormats)[number];

/** The address of an article's alternate. */
export function alternatePath(address: string, format: AlternateFormat): string {
  return address + format.ending;
}
