/** The other formats of every article: the ending of their addresses, their media types, their names for readers. */
export const alternateFormats = [
  { ending: '.txt', type: 'text/plain', words: 'plain text' },
  { ending: '.md', type: 'text/markdown', words: 'Markdown' },
  { ending: '.json', type: 'application/json', words: 'ninjs' },
] as const;
export type AlternateFormat = (typeof alternateFormats)[number];

/** The address of an article in another format. */
export function alternatePath(address: string, format: AlternateFormat): string {
  return address + format.ending;
}
