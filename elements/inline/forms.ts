import type { PhrasingContent } from 'mdast';
import type { HtmlWriter, NitfWriter, PublicFilter } from '../element-forms.ts';
import type { MarkdownWriter } from '../element-syntax.ts';
import type { Inline } from './inline.ts';

/** How runs of text are written in every format. */

export function inlinesHtml(inlines: readonly Inline[], to: HtmlWriter): string {
  return inlines.map((inline) => inlineHtml(inline, to)).join('');
}

function inlineHtml(inline: Inline, to: HtmlWriter): string {
  switch (inline.type) {
    case 'text':
      return to.text(inline.text);
    case 'emphasis':
      return `<em>${to.inlines(inline.children)}</em>`;
    case 'strong':
      return `<strong>${to.inlines(inline.children)}</strong>`;
    case 'delete':
      return `<del>${to.inlines(inline.children)}</del>`;
    case 'code':
      return `<code>${to.text(inline.text)}</code>`;
    case 'link': {
      const title = inline.title === undefined ? '' : ` title="${to.text(inline.title)}"`;
      return `<a href="${to.href(inline.href)}"${title}>${to.inlines(inline.children)}</a>`;
    }
    case 'image':
      return imageHtml(inline.src, inline.alt, to);
    case 'footnote':
      return `<sup><a href="${to.href(`#note-${inline.number}`)}">${inline.number}</a></sup>`;
    case 'break':
      return '<br>';
  }
}

/** A picture; nothing if it does not exist. */
export function imageHtml(src: string, alt: string, to: HtmlWriter): string {
  const picture = to.picture(src);
  if (!picture) return '';
  return `<img src="${picture.address}" alt="${to.text(alt)}" width="${picture.width}" height="${picture.height}">`;
}

/** Plain text. A line break stays; the mark of a footnote is its number. */
export function inlinesText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.text;
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
          return inlinesText(inline.children);
        case 'image':
          return `[Picture: ${inline.alt}]`;
        case 'footnote':
          return ` [${inline.number}]`;
        case 'break':
          return '\n';
      }
    })
    .join('');
}

/** The same on one line. */
export function lineText(inlines: readonly Inline[]): string {
  return inlinesText(inlines).replace(/\s+/g, ' ').trim();
}

export function inlinesMarkdown(inlines: readonly Inline[], to: MarkdownWriter): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  // Neighbouring runs of text become one, as intake reads them.
  for (const node of inlines.map((inline) => inlineMarkdown(inline, to))) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else if (node.type !== 'text' || node.value !== '') joined.push(node);
  }
  return joined;
}

function inlineMarkdown(inline: Inline, to: MarkdownWriter): PhrasingContent {
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: inline.text };
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { type: inline.type, children: to.inlines(inline.children) };
    case 'code':
      return { type: 'inlineCode', value: inline.text };
    case 'link':
      return {
        type: 'link',
        url: to.href(inline.href),
        ...(inline.title !== undefined && { title: inline.title }),
        children: to.inlines(inline.children),
      };
    case 'image':
      return { type: 'image', url: to.pictureAddress(inline.src), alt: inline.alt };
    case 'footnote':
      return { type: 'footnoteReference', identifier: String(inline.number), label: String(inline.number) };
    case 'break':
      return { type: 'break' };
  }
}

export function inlinesNitf(inlines: readonly Inline[], to: NitfWriter): string {
  return inlines.map((inline) => inlineNitf(inline, to)).join('');
}

function inlineNitf(inline: Inline, to: NitfWriter): string {
  switch (inline.type) {
    case 'text':
      return to.text(inline.text);
    case 'emphasis':
      return to.inline('em', to.inlines(inline.children));
    case 'strong':
      return to.inline('em', to.inlines(inline.children), { class: 'strong' });
    case 'delete':
      return to.inline('em', to.inlines(inline.children), { class: 'deleted' });
    case 'code':
      return to.inline('em', to.text(inline.text), { class: 'code' });
    case 'link':
      return to.inline('a', to.inlines(inline.children), { href: to.href(inline.href), title: inline.title });
    // NITF allows pictures between paragraphs only.
    case 'image':
      return to.text(`[${inline.alt}]`);
    case 'footnote':
      return `[${inline.number}]`;
    case 'break':
      return '<br/>';
  }
}

/** Runs of text without links to what is hidden. The words of a link stay; a picture that is missing becomes its words. */
export function inlinesPublic(inlines: readonly Inline[], filter: PublicFilter): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    switch (inline.type) {
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ ...inline, children: filter.inlines(inline.children) }];
      case 'link': {
        const children = filter.inlines(inline.children);
        const href = filter.href(inline.href);
        return href === undefined ? children : [{ ...inline, href, children }];
      }
      case 'image':
        return filter.hasPicture(inline.src) ? [inline] : [{ type: 'text', text: inline.alt }];
      case 'text':
      case 'code':
      case 'footnote':
      case 'break':
        return [inline];
    }
  });
}
