import type { Element, Nodes } from 'hast';
import { cleanCharacters } from './clean-characters.ts';
import { withoutComments } from './comments.ts';
import { parseHtml, renderHtml } from './render-html.ts';
import { isHidingClass, isRestricted } from './restricted-names.ts';

/** One line of plain text from a field that can have Markdown, HTML and entities in it. */
export function plainText(text: string): string {
  const line = cleanCharacters(withoutComments(text, []).replace(/[\s\u0080-\u009f]+/g, ' ')).trim();
  // Read as a heading, so that `1. One` and `+ more` do not become lists.
  return /[*_`<&\\[~]/.test(line) ? visibleText(parseHtml(renderHtml(`# ${line}`))) : line;
}

/** Elements whose text a browser does not show. */
const HIDDEN = new Set(['script', 'style', 'svg', 'template', 'title', 'head', 'noembed']);
/** Whether the old site hid an element from its readers. */
export function isHidden(element: Element): boolean {
  const { tagName, properties } = element;
  // micromark makes a heading for screen readers above footnotes.
  if (properties['id'] === 'footnote-label') return false;
  const { hidden, style, ariaHidden, className } = properties;
  // The class of a CSS module is the last part of a path: `styles.hidden`.
  const classes = (Array.isArray(className) ? className : []).flatMap((name) => String(name).split('.'));
  return (
    (hidden !== undefined && hidden !== false) ||
    // A picture that screen readers skip was shown.
    (String(ariaHidden) === 'true' && !hasPicture(element)) ||
    classes.some(isHidingClass) ||
    // A condition of Vue, Alpine or Angular.
    Object.keys(properties).some((name) => /^(?:[:*]|v-|x-|ng-)?(?:if|else|else-if|show|cloak)$/i.test(name)) ||
    isRestricted(tagName) ||
    (typeof style === 'string' &&
      /(?:^|[;,])\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|font-size\s*:\s*0)/i.test(
        style,
      ))
  );
}
const hasPicture = (node: Nodes): boolean =>
  'children' in node && ((node.type === 'element' && node.tagName === 'img') || node.children.some(hasPicture));

/** Elements without a space before and after their text. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
]);

/** The text of a tree that a reader sees, on one line. */
export function visibleText(node: Nodes): string {
  return textIn(node)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && (HIDDEN.has(node.tagName) || isHidden(node)))) return '';
  const text = node.children.map(textIn).join('');
  return node.type === 'element' && !INLINE.has(node.tagName) ? ` ${text} ` : text;
}
