import type { ReadContext, ReadingSet, Source } from './imported-article.ts';
import { readMarkdown } from './markdown/read.ts';
import { readNinjs } from './ninjs/read.ts';
import { readWire } from './wire/read.ts';

/** The formats that copy comes in: how each is recognized, and who reads it. */

/** Reads all sources of one format together, so that they can refer to each other. Readings keep the sources' order. */
type Reader = (sources: readonly Source[], context: ReadContext) => ReadingSet;

interface Format {
  /** Endings of its files, for folders; lower case, without the dot. */
  endings: readonly string[];
  /** Whether the beginning of a file is of this format; the first that says so has it. */
  recognizes: (head: string, ending: string) => boolean;
  /** Null while nobody reads it. */
  read: Reader | null;
}

const isXml = (head: string, root: RegExp): boolean => /^\s*(?:<\?xml|<!DOCTYPE|<)/i.test(head) && root.test(head);
const isJson = (head: string, field: RegExp): boolean => /^\s*[[{]/.test(head) && field.test(head);

/** Every format by its name in `--format`, in the order in which `auto` asks them: the particular before the general. */
export const formats = {
  anpa: {
    endings: ['anpa'],
    recognizes: (head) =>
      /^[\u0016\s]*\u0001?\w\d{4}\w{0,3}-?\w*\n?/.test(head) && head.includes('\u0002') && !/\b\d{6} GMT\b/.test(head),
    read: null,
  },
  iptc7901: { endings: ['iptc', '7901'], recognizes: (head) => /^\s*\u0001/.test(head), read: null },
  'newsml-g2': {
    endings: ['xml'],
    recognizes: (head) => isXml(head, /<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\b/),
    read: null,
  },
  newsml1: { endings: ['xml'], recognizes: (head) => isXml(head, /<NewsML\b/), read: null },
  nitf: { endings: ['xml', 'nitf'], recognizes: (head) => isXml(head, /<nitf\b/), read: null },
  wxr: {
    endings: ['xml'],
    recognizes: (head) => isXml(head, /<rss\b/) && /wordpress\.org\/export|<wp:/.test(head),
    read: null,
  },
  rss: { endings: ['xml', 'rss', 'atom'], recognizes: (head) => isXml(head, /<(?:rss|rdf:RDF|feed)\b/), read: null },
  ghost: { endings: ['json'], recognizes: (head) => isJson(head, /"db"\s*:|"exported_on"/), read: null },
  ninjs: {
    endings: ['json'],
    recognizes: (head, ending) =>
      ending === 'json' || isJson(head, /"(?:uri|body_text|body_xhtml|headlines?|standard)"\s*:/),
    read: readNinjs,
  },
  markdown: {
    endings: ['md', 'mdx', 'markdown'],
    recognizes: (head, ending) => /^\s*(?:---|\+\+\+)[^\S\n]*\n/.test(head) || /^(?:md|mdx|markdown)$/.test(ending),
    read: readMarkdown,
  },
  // Any text can be wire copy; what holds NUL bytes is no text.
  wire: { endings: ['txt', 'wire'], recognizes: (head) => !head.includes('\u0000'), read: readWire },
} satisfies Record<string, Format>;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** Whether a name given to `--format` is that of a format. */
export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** The names, for messages. */
export const formatNames: readonly string[] = Object.keys(formats);

const table: Record<FormatName, Format> = formats;

/** The entry of a format. */
export const formatOf = (name: FormatName): Format => table[name];

/** The format of a source by its first bytes and its ending; null when it is none of ours. */
export function detect(source: Source): FormatName | null {
  // Every signature is ASCII, so any one-byte reading of the head will do.
  const head = Buffer.from(source.bytes.subarray(0, 4096))
    .toString('latin1')
    .replace(/^ï»¿/, '')
    .replaceAll('\r\n', '\n');
  const ending = endingOf(source.path);
  return formatNames.filter(isFormat).find((name) => formatOf(name).recognizes(head, ending)) ?? null;
}

/** The part behind the last dot of a file's name, in lower case; empty when there is none. */
export const endingOf = (path: string): string => /[^/]\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
