import { element, textElement } from '../xml.ts';

/** What a picture's file says of its maker and its rights: a part of what sharp calls its metadata. */
interface FileMetadata {
  exif?: Buffer;
  iptc?: Buffer;
  xmpAsString?: string;
}

/**
 * A packet of XMP with the maker, the credit line and the rights that a picture's file states in IPTC, XMP or Exif, and
 * with nothing else of it; `undefined` if it states none.
 */
export function rightsOf({ exif, iptc, xmpAsString = '' }: FileMetadata): string | undefined {
  const dataset = iptc ? datasetsOf(iptc) : new Map<number, string>();
  const fields = exif ? asciiFieldsOf(exif) : new Map<number, string>();
  const creator = valueIn(xmpAsString, 'dc:creator') ?? dataset.get(80) ?? fields.get(0x013b);
  const credit = valueIn(xmpAsString, 'photoshop:Credit') ?? dataset.get(110);
  const rights = valueIn(xmpAsString, 'dc:rights') ?? dataset.get(116) ?? fields.get(0x8298);
  const terms = valueIn(xmpAsString, 'xmpRights:UsageTerms');
  const statement = valueIn(xmpAsString, 'xmpRights:WebStatement');
  const parts = [
    creator === undefined ? '' : element('dc:creator', element('rdf:Seq', textElement('rdf:li', creator))),
    textElement('photoshop:Credit', credit),
    rights === undefined ? '' : inDefaultLanguage('dc:rights', rights),
    terms === undefined ? '' : inDefaultLanguage('xmpRights:UsageTerms', terms),
    textElement('xmpRights:WebStatement', statement),
  ].join('');
  if (parts === '') return undefined;
  const description = element('rdf:Description', parts, {
    'rdf:about': '',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:photoshop': 'http://ns.adobe.com/photoshop/1.0/',
    'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
  });
  const rdf = element('rdf:RDF', description, { 'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' });
  return element('x:xmpmeta', rdf, { 'xmlns:x': 'adobe:ns:meta/' });
}

function inDefaultLanguage(name: string, value: string): string {
  return element(name, element('rdf:Alt', textElement('rdf:li', value, { 'xml:lang': 'x-default' })));
}

/** Characters of the longest value that is passed on. */
const longest = 500;

/** A value as one line of text; `undefined` where nothing is left of it. */
function clean(value: string): string | undefined {
  const text = value
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cn}]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
  return text === '' ? undefined : text;
}

/** The first value of a property in a packet of XMP, written as an element or as an attribute. */
function valueIn(xmp: string, property: string): string | undefined {
  const begin = xmp.indexOf(`<${property}>`);
  const end = begin < 0 ? -1 : xmp.indexOf(`</${property}>`, begin);
  if (end >= 0) {
    const [first] = xmp
      .slice(begin + property.length + 2, end)
      .split(/<\/rdf:li>/)
      .map((item) => item.replace(/<[^<>]*>/g, ' '));
    return clean(unescaped(first ?? ''));
  }
  const at = xmp.indexOf(` ${property}="`);
  if (at < 0) return undefined;
  const from = at + property.length + 3;
  const to = xmp.indexOf('"', from);
  return to < 0 ? undefined : clean(unescaped(xmp.slice(from, to)));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(x[\da-f]{1,6}|\d{1,7})|(\w+));/gi, (reference, code?: string, name?: string) => {
    if (code === undefined) return entities[name ?? ''] ?? reference;
    const number = Number(code.replace(/^x/i, '0x'));
    return number <= 0x10ffff ? String.fromCodePoint(number) : reference;
  });
}

/** The texts of IPTC's second record (IIM) by their number: 80 is the maker, 110 the credit, 116 the notice of copyright. */
function datasetsOf(iptc: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = iptc.indexOf(Buffer.from([0x1c, 0x02])); at >= 0 && at + 5 <= iptc.length;) {
    const length = iptc.readUInt16BE(at + 3);
    const text =
      iptc[at] === 0x1c && iptc[at + 1] === 0x02 ? decoded(iptc.subarray(at + 5, at + 5 + length)) : undefined;
    const number = iptc[at + 2] ?? 0;
    if (text !== undefined && !found.has(number)) found.set(number, text);
    at = iptc.indexOf(0x1c, at + 5 + length);
  }
  return found;
}

/** The texts of Exif's first directory by their number: 0x013b is the artist, 0x8298 the copyright. GPS is in another one. */
function asciiFieldsOf(exif: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  const data = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  const little = data.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > data.length ? 0 : little ? data.readUInt16LE(at) : data.readUInt16BE(at);
  const long = (at: number): number =>
    at + 4 > data.length ? 0 : little ? data.readUInt32LE(at) : data.readUInt32BE(at);
  const directory = long(4);
  for (let index = 0; index < Math.min(short(directory), 200); index += 1) {
    const at = directory + 2 + index * 12;
    const length = long(at + 4);
    // Type 2 is text; one of at most four bytes is in the entry itself.
    if (short(at + 2) !== 2) continue;
    const from = length <= 4 ? at + 8 : long(at + 8);
    const text = decoded(data.subarray(from, from + length));
    if (text !== undefined) found.set(short(at), text);
  }
  return found;
}

/** A text that is in UTF-8, or in Latin-1 as in older files. */
function decoded(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  return clean(text.includes('\uFFFD') ? bytes.toString('latin1') : text);
}
