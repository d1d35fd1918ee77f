/** Files that are not wire copy, though they were given as such or end in `.txt`. */

const SIGNATURES: readonly [RegExp, string][] = [
  [/^\{\\rtf/, 'RTF'],
  [/^%PDF-/, 'PDF'],
  [/^PK\u0003\u0004/, 'a ZIP archive, or a document of Word, Pages or OpenOffice'],
  [/^(?:ÐÏ\u0011à|\u00d0\u00cf\u0011\u00e0)/, 'a document of an old Word'],
  [/^(?:%!PS|\u0004%!PS)/, 'PostScript'],
  [/^(?:‰PNG|\u0089PNG|ÿØÿ|GIF8|II\*\u0000|RIFF.{4}WEBP)/s, 'a picture'],
  [/^\u001f[\u008b‹]/, 'a compressed file'],
  [/^\s*BEGIN:VCALENDAR/i, 'a calendar (iCalendar)'],
  [/^\s*BEGIN:VCARD/i, 'contacts (vCard)'],
  [/^\s*WEBVTT\b/, 'subtitles (WebVTT)'],
  [/^\s*1\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> /, 'subtitles (SRT)'],
  [/^\s*#EXTM3U/, 'a playlist'],
  [/^\s*\\(?:documentclass|begin|input)\b/, 'LaTeX'],
  [/^(?:diff --git |--- \S.*\n\+\+\+ |Index: \S+\n=+)/, 'a patch'],
  [/^#!\s*\//, 'a script'],
  [/^\s*-----BEGIN [A-Z ]+-----/, 'a key, or a text that is encoded'],
  [/^\s*(?:---|\+\+\+)[^\S\n]*\n[\s\S]{0,4000}?\n(?:---|\+\+\+)[^\S\n]*(?:\n|$)/, 'Markdown with front matter'],
  [/^\s*%YAML\b|^---[^\S\n]*\n(?:[\w-]+:.*\n){2}/, 'YAML'],
  [/^(?:(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|Content-Type|X-[\w-]+): .*\n)/im, 'an e-mail'],
  [/^\s*<\?xml\b/i, 'XML'],
  [/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i, 'HTML'],
  [/^\s*<(?:!doctype|[a-z][\w.-]*:[a-z][\w.-]*)\b[^>]*>/i, 'XML'],
];
const HTML_TAG =
  /<\/?(?:p|br|div|span|h[1-6]|article|section|ul|ol|li|a|b|i|em|strong|table|tr|td|img|script|style|meta|title|blockquote|font|center|hr)(?:\s[^<>]*)?\/?>/gi;
const XML_ELEMENT = /^\s*<([a-z][\w.:-]*)(?:\s[^<>]*)?>[\s\S]*<\/\1>\s*$/i;

/**
 * What a file seems to be, if it is not plain text: `RTF`, `HTML`, `a table (CSV)`. Null if it can be wire copy. `text` still has
 * its control characters.
 */
export function foreignFormat(text: string): string | null {
  const signature = SIGNATURES.find(([pattern, name]) => pattern.test(name === 'an e-mail' ? headerOf(text) : text));
  if (signature) return signature[1];
  if (isJson(text)) return 'JSON';
  if (XML_ELEMENT.test(text)) return (text.match(HTML_TAG)?.length ?? 0) > 0 ? 'HTML' : 'XML';
  // One tag can be a slip of an editor. Pairs of them, or a paragraph between tags, are HTML.
  const tags = text.match(HTML_TAG)?.length ?? 0;
  if (tags >= 3 || /<(p|div|h[1-6]|article|span|strong|em|a)(?:\s[^<>]*)?>[\s\S]*?<\/\1>/i.test(text)) return 'HTML';
  const table = tableIn(text);
  if (table !== null) return table;
  return /\u0000/.test(text) ? 'not text' : null;
}

/** The lines before the first blank line. */
const headerOf = (text: string): string => /^\s*(?:.+\n)+?(?=\n)/.exec(text.slice(0, 20_000))?.[0] ?? '';

function isJson(text: string): boolean {
  const bare = text.trim();
  if (!/^(?:[[{]|")/.test(bare)) return false;
  if (/^\{\s*"[^"\n]*"\s*:|^\[\s*(?:\{|"[^"\n]*"\s*,)/.test(bare)) return true;
  try {
    return typeof JSON.parse(bare) === 'object';
  } catch {
    return false;
  }
}

/** A table in a text file: most of its lines have the same number of separators. */
function tableIn(text: string): string | null {
  const lines = text.split('\n', 200).filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  for (const [separator, name] of [
    [',', 'a table (CSV)'],
    [';', 'a table (CSV)'],
    ['\t', 'a table with tabs (TSV)'],
    ['|', 'a table'],
  ] as const) {
    const counts = lines.map((line) => fieldsIn(line, separator));
    const [first = 0] = counts;
    // Prose has commas too. A comma in it has a space behind it.
    const tight = separator !== ',' || lines.every((line) => !/, /.test(line.replace(/"[^"]*"/g, '')));
    if (first >= 1 && tight && counts.every((count) => count === first) && (first >= 2 || lines.length >= 3))
      return name;
  }
  return null;
}

const fieldsIn = (line: string, separator: string): number =>
  line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1;
