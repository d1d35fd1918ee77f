import type { Body, Element, Inline, ListItem } from '../elements/element.ts';
import { textOf } from '../newsroom/model/text.ts';
import { directionOf } from '../site/words/language.ts';
import { absoluteHref, pictureAddress, type Base } from '../site/addresses/absolute.ts';
import { escapeXml } from './xml.ts';

/** The sizes of the pictures that may be seen, by their path. */
type Pictures = Record<string, { width: number; height: number }>;

interface Page {
  base: Base;
  pictures: Pictures;
  /** What the paragraphs say, for lines that were lifted out of them. */
  text: string;
}

/**
 * A body as HTML that stands anywhere: in a feed, in an export. Every address is absolute, and there is neither
 * script nor style nor an attribute of either (rule E3). `opening` stands in front of the first paragraph.
 */
export function bodyHtml(body: Body, pictures: Pictures, base: Base, opening = ''): string {
  const page = { base, pictures, text: paragraphsOf(body.elements) };
  const start = body.elements.findIndex(({ type }) => type === 'paragraph');
  const elements = body.elements.map((each, index) =>
    index === start && each.type === 'paragraph'
      ? `<p>${escapeXml(opening)}${inlinesHtml(each.children, page)}</p>`
      : elementHtml(each, page),
  );
  const notes = body.footnotes.map(({ children }) => `<li>${elementsHtml(children, page)}</li>`);
  return [...elements, ...(notes.length > 0 ? [`<hr>\n<ol>${notes.join('')}</ol>`] : [])].filter(Boolean).join('\n');
}

/** HTML that says in which language it is, and in which direction that is written, where a feed alone would not make it plain. */
export function inLanguage(html: string, language: string, siteLanguage: string): string {
  const direction = directionOf(language);
  if (language === siteLanguage && direction === 'ltr') return html;
  return `<div lang="${language}" dir="${direction}">\n${html}\n</div>`;
}

/** The same, as XHTML: what holds nothing is closed. Nothing but a tag can begin with `<` there. */
export function asXhtml(html: string): string {
  return html.replace(/<((?:br|hr|img)\b[^>]*)>/g, '<$1/>');
}

/** A picture with its words; nothing where it has no size, and so is not there. */
export function figureHtml(
  figure: Omit<Extract<Element, { type: 'figure' }>, 'type'>,
  page: Omit<Page, 'text'>,
): string {
  const picture = image(figure.src, figure.alt, page);
  if (picture === '') return '';
  const { caption, credit } = figure;
  const words = [
    ...(caption === undefined ? [] : [escapeXml(caption)]),
    ...(credit === undefined ? [] : [`<small>Credit: ${escapeXml(credit)}</small>`]),
  ];
  return `<figure>${picture}${words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : ''}</figure>`;
}

function elementsHtml(elements: readonly Element[], page: Page): string {
  return elements.map((each) => elementHtml(each, page)).join('');
}

function elementHtml(each: Element, page: Page): string {
  switch (each.type) {
    case 'paragraph':
      return `<p>${inlinesHtml(each.children, page)}</p>`;
    case 'crosshead':
      return `<h${each.level}>${inlinesHtml(each.children, page)}</h${each.level}>`;
    case 'list': {
      const start = each.ordered && each.start !== 1 ? ` start="${each.start}"` : '';
      const name = each.ordered ? 'ol' : 'ul';
      return `<${name}${start}>${itemsHtml(each.items, page)}</${name}>`;
    }
    case 'quote':
      return `<blockquote>${elementsHtml(each.children, page)}</blockquote>`;
    case 'preformatted':
      return `<pre>${escapeXml(each.text)}</pre>`;
    case 'rule':
      return '<hr>';
    case 'figure':
      return figureHtml(each, page);
    case 'pull-quote': {
      // Without a style, a line that the reader has just read would look like a mistake.
      if (page.text.includes(paragraphsOf(each.children))) return '';
      const by = each.by === undefined ? '' : `<p>— ${escapeXml(each.by)}</p>`;
      return `<blockquote>${elementsHtml(each.children, page)}${by}</blockquote>`;
    }
    case 'fact-box':
      // Rules, or nobody could tell where the box ends.
      return `<aside><hr>${titleHtml(each.title)}${elementsHtml(each.children, page)}<hr></aside>`;
    case 'key-points':
      return `${titleHtml(each.title ?? 'Key points')}<ul>${itemsHtml(each.items, page)}</ul>`;
    case 'timeline': {
      const events = each.events.map(
        ({ time, children }) => `<li><strong>${inlinesHtml(time, page)}</strong> ${itemHtml(children, page)}</li>`,
      );
      return `${titleHtml(each.title)}<ul>${events.join('')}</ul>`;
    }
    case 'table':
      return tableHtml(each, page);
  }
}

function titleHtml(title: string | undefined): string {
  return title === undefined ? '' : `<p><strong>${escapeXml(title)}</strong></p>`;
}

function itemsHtml(items: readonly ListItem[], page: Page): string {
  return items
    .map(({ checked, children }) => {
      const mark = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
      return `<li>${mark}${itemHtml(children, page)}</li>`;
    })
    .join('');
}

/** What an item holds; its first paragraph needs no paragraph of its own. */
function itemHtml([first, ...rest]: readonly Element[], page: Page): string {
  const start = first?.type === 'paragraph' ? inlinesHtml(first.children, page) : first ? elementHtml(first, page) : '';
  return start + elementsHtml(rest, page);
}

function tableHtml(table: Extract<Element, { type: 'table' }>, page: Page): string {
  const aligned = (index: number): string => {
    const to = table.align[index];
    // Readers keep this attribute, and no style: figures stand under each other.
    return to === 'right' || to === 'center' ? ` align="${to}"` : '';
  };
  const row = (cells: Inline[][], open: string, close: string): string =>
    `<tr>${cells.map((cell, index) => `<${open}${aligned(index)}>${inlinesHtml(cell, page)}</${close}>`).join('')}</tr>`;
  const caption = table.caption === undefined ? '' : `<caption>${escapeXml(table.caption)}</caption>`;
  const named = table.head.some((cell) => textOf(cell).trim() !== '');
  const head = named ? `<thead>${row(table.head, 'th scope="col"', 'th')}</thead>` : '';
  const rows = table.rows.map((cells) => row(cells, 'td', 'td')).join('');
  const source = table.source === undefined ? '' : `<p><small>Source: ${escapeXml(table.source)}</small></p>`;
  return `<table>${caption}${head}<tbody>${rows}</tbody></table>${source}`;
}

function inlinesHtml(inlines: readonly Inline[], page: Page): string {
  return inlines.map((each) => inlineHtml(each, page)).join('');
}

function inlineHtml(each: Inline, page: Page): string {
  switch (each.type) {
    case 'text':
      return escapeXml(each.text);
    case 'emphasis':
      return `<em>${inlinesHtml(each.children, page)}</em>`;
    case 'strong':
      return `<strong>${inlinesHtml(each.children, page)}</strong>`;
    case 'delete':
      return `<del>${inlinesHtml(each.children, page)}</del>`;
    case 'code':
      return `<code>${escapeXml(each.text)}</code>`;
    case 'link': {
      const title = each.title === undefined ? '' : ` title="${escapeXml(each.title)}"`;
      const href = escapeXml(absoluteHref(page.base, each.href));
      return `<a href="${href}"${title}>${inlinesHtml(each.children, page)}</a>`;
    }
    case 'image':
      return image(each.src, each.alt, page);
    case 'footnote':
      return `<sup><a href="${escapeXml(absoluteHref(page.base, `#note-${each.number}`))}">${each.number}</a></sup>`;
    case 'break':
      return '<br>';
  }
}

function image(src: string, alt: string, { base, pictures }: Omit<Page, 'text'>): string {
  const size = pictures[src];
  if (!size) return '';
  const address = escapeXml(pictureAddress(base.site, src));
  return `<img src="${address}" alt="${escapeXml(alt)}" width="${size.width}" height="${size.height}">`;
}

/** The text of paragraphs, without the sign at its end, which a line that was lifted out need not share. */
function paragraphsOf(elements: readonly Element[]): string {
  const texts = elements.flatMap((each) => (each.type === 'paragraph' ? [textOf(each.children)] : []));
  return texts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:…]+$/, '');
}
