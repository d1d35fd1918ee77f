/**
 * Characters that an XML 1.0 document must not contain, escaped or not (XML 1.0, 2.2), and halves of surrogate pairs,
 * which UTF-8 cannot encode. The C1 control characters are allowed, but some readers change or refuse them.
 */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF\p{Cs}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Escapes text for an element or a quoted attribute of an XML or HTML document. This is the only place where these formats
 * are escaped. `>` is escaped too, because a text must not contain `]]>`.
 */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

type Attributes = Record<string, string | number | undefined>;

function tag(name: string, attributes: Attributes): string {
  let written = name;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${key}="${escapeXml(String(value))}"`;
  return written;
}

/** An element with text; empty if there is no text. */
export function textElement(name: string, text: string | undefined, attributes: Attributes = {}): string {
  return text === undefined ? '' : `<${tag(name, attributes)}>${escapeXml(text)}</${name}>\n`;
}

/**
 * Escapes text as `escapeXml` does, but `&` and `<` become numbers. Some readers resolve entities once and some twice. Most of
 * both kinds read numbers correctly (RSS Profile, 3.1), and the W3C validator warns of other forms.
 */
export function escapeByNumber(text: string): string {
  return escapeXml(text).replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;');
}

/** An element with plain text, in a format that does not say whether the text is HTML. */
export function plainElement(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeByNumber(text)}</${name}>\n`;
}

/** An element with HTML; empty if there is none. */
export function htmlElement(name: string, html: string | undefined, attributes: Attributes = {}): string {
  return html === undefined ? '' : `<${tag(name, attributes)}>${escapeByNumber(html)}</${name}>\n`;
}

/** An element with HTML that is only text. */
export function htmlTextElement(name: string, text: string, attributes: Attributes = {}): string {
  return textElement(name, escapeXml(text), attributes);
}

/** An element with markup, which is not escaped. */
export function element(name: string, content: string, attributes: Attributes = {}): string {
  return `<${tag(name, attributes)}>${content}</${name}>\n`;
}

/** An element without content. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${tag(name, attributes)}/>\n`;
}

/** A complete document. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}
