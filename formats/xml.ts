/**
 * Characters that no XML 1.0 document may hold, escaped or not (XML 1.0, 2.2), and halves of surrogate pairs, which
 * would not survive UTF-8. The C1 controls are allowed, but readers mend or refuse them: they go too.
 */
const forbidden =
  // eslint-disable-next-line no-misleading-character-class
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for an XML or HTML document, in an element or in a quoted attribute. The one place where either format is
 * escaped: `>` too, so that `]]>` can never stand in a text.
 */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

type Attributes = Record<string, string | number | undefined>;

function tag(name: string, attributes: Attributes): string {
  let written = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${key}="${escapeXml(String(value))}"`;
  return written;
}

/** An element that holds text, or nothing where there is no text. */
export function textElement(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return text === undefined ? '' : `<${tag(name, attributes)}>${escapeXml(text)}</${name}>\n`;
}

/**
 * Escapes as `escapeXml` does, but for `&` and `<`, which become numbers: readers differ in whether they resolve names once or
 * twice, and numbers mean the same to most of both kinds (RSS Profile, 3.1; the W3C's validator warns of other forms).
 */
export function escapeByNumber(text: string): string {
  return escapeXml(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}

/** An element that holds plain text, where the format does not say whether it could be HTML. */
export function plainElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeByNumber(text)}</${name}>\n`;
}

/** An element that holds HTML, or nothing where there is none. */
export function htmlElement(name: string, html: string | undefined, attributes: Attributes = {}): string {
  return html === undefined ? '' : `<${tag(name, attributes)}>${escapeByNumber(html)}</${name}>\n`;
}

/** An element that holds HTML in which there is nothing but text. */
export function htmlTextElement(name: string, text: string, attributes: Attributes = {}): string {
  return textElement(name, escapeXml(text), attributes);
}

/** An element that holds what is markup already. */
export function element(name: string, content: string, attributes: Attributes = {}): string {
  return `<${tag(name, attributes)}>${content}</${name}>\n`;
}

/** An element that holds nothing. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${tag(name, attributes)}/>\n`;
}

/** A whole document. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}
