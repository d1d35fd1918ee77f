import { decode } from './decode.ts';
import { readMarkdown } from './markdown/read.ts';
import { readNinjs } from './ninjs/read.ts';
import type { FormatReader, SourceFile } from './reader.ts';
import { readWire } from './wire/read.ts';

/** The formats that can be imported: how each one is recognized, and its reader. */

interface ImportFormat {
  /** The extensions of its files, for folders; lower case, without the dot. */
  extensions: readonly string[];
  /** Whether the beginning of a file is in this format. The first format that says so gets the file. */
  recognizes: (head: string, extension: string) => boolean;
  /** Null if the format is recognized, but there is no reader yet. */
  read: FormatReader | null;
}

const isXml = (head: string, root: RegExp): boolean => /^\s*(?:<\?xml|<!DOCTYPE|<)/i.test(head) && root.test(head);
const isJson = (head: string, field: RegExp): boolean => /^\s*[[{]/.test(head) && field.test(head);

/** All formats by their names in `--format`. `auto` asks them in this order, the special ones before the general ones. */
export const importFormats = {
  anpa: {
    extensions: ['anpa'],
    recognizes: (head) =>
      /^[\u0016\s]*\u0001?\w\d{4}\w{0,3}-?\w*\n?/.test(head) && head.includes('\u0002') && !/\b\d{6} GMT\b/.test(head),
    read: null,
  },
  iptc7901: { extensions: ['iptc', '7901'], recognizes: (head) => /^\s*\u0001/.test(head), read: null },
  'newsml-g2': {
    extensions: ['xml'],
    recognizes: (head) => isXml(head, /<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\b/),
    read: null,
  },
  newsml1: { extensions: ['xml'], recognizes: (head) => isXml(head, /<NewsML\b/), read: null },
  nitf: { extensions: ['xml', 'nitf'], recognizes: (head) => isXml(head, /<nitf\b/), read: null },
  wxr: {
    extensions: ['xml'],
    recognizes: (head) => isXml(head, /<rss\b/) && /wordpress\.org\/export|<wp:/.test(head),
    read: null,
  },
  rss: { extensions: ['xml', 'rss', 'atom'], recognizes: (head) => isXml(head, /<(?:rss|rdf:RDF|feed)\b/), read: null },
  ghost: { extensions: ['json'], recognizes: (head) => isJson(head, /"db"\s*:|"exported_on"/), read: null },
  ninjs: {
    extensions: ['json'],
    recognizes: (head, extension) =>
      extension === 'json' || isJson(head, /"(?:uri|body_text|body_xhtml|headlines?|standard)"\s*:/),
    read: readNinjs,
  },
  markdown: {
    extensions: ['md', 'mdx', 'markdown'],
    recognizes: (head, extension) =>
      /^\s*(?:---|\+\+\+)[^\S\n]*\n/.test(head) || /^(?:md|mdx|markdown)$/.test(extension),
    read: readMarkdown,
  },
  // Any text can be wire copy. A file with NUL bytes is not text.
  wire: { extensions: ['txt', 'wire'], recognizes: (head) => !head.includes('\u0000'), read: readWire },
} satisfies Record<string, ImportFormat>;

/** The name of a format. */
export type ImportFormatName = keyof typeof importFormats;

/** Whether a name that was given to `--format` is the name of a format. */
export const isImportFormat = (name: string): name is ImportFormatName => Object.hasOwn(importFormats, name);

/** All names. */
export const importFormatNames: readonly ImportFormatName[] = Object.keys(importFormats).filter(isImportFormat);

const byName: Record<ImportFormatName, ImportFormat> = importFormats;

/** The format with a name. */
export const importFormat = (name: ImportFormatName): ImportFormat => byName[name];

/** The format of a source file, from its first bytes and its extension; null if no format recognizes it. */
export function detectFormat(source: SourceFile): ImportFormatName | null {
  // Every signature is ASCII, so it does not matter where the bytes end, and whether a letter is cut there.
  const head = decode(source.bytes.subarray(0, 4096)).text;
  const extension = extensionOf(source.path);
  return importFormatNames.find((name) => importFormat(name).recognizes(head, extension)) ?? null;
}

/** The part after the last dot of a file name, in lower case; empty if there is none. */
export const extensionOf = (path: string): string => /[^/]\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
