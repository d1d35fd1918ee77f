import type { Nodes } from 'hast';
import { attribute, textOf, words } from '../markup.ts';
import { eachPage, unless, type Check } from './check.ts';

/** The structure of a page: what readers need who cannot see its layout. */
export const documentChecks: Check[] = [
  {
    says: 'one h1, one main, and no heading that is empty or skips a level',
    find: eachPage(({ markup }) => {
      const headings = markup.all('h1', 'h2', 'h3', 'h4', 'h5', 'h6');
      return [
        ...['h1', 'main'].flatMap((name) =>
          unless(markup.all(name).length === 1, `${markup.all(name).length} ${name}`),
        ),
        ...headings.flatMap((heading, index) => {
          const above = Number(headings[index - 1]?.tagName.slice(1) ?? 0);
          const text = textOf(heading).trim();
          return [
            ...unless(text !== '', `an empty ${heading.tagName}`),
            ...unless(Number(heading.tagName.slice(1)) <= above + 1, `${heading.tagName} “${text}” after h${above}`),
          ];
        }),
      ];
    }),
  },
  {
    says: 'ids are unique, and every element that another refers to exists',
    find: eachPage(({ markup: { elements, ids } }) => {
      const known = new Set(ids);
      return [
        ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `#${id} is there twice`),
        ...ids.filter((id) => !/^\S+$/.test(id)).map((id) => `an id “${id}”`),
        ...elements.flatMap((element) =>
          ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor', 'headers'].flatMap((key) =>
            words(element, key).flatMap((id) => unless(known.has(id), `<${element.tagName}> ${key} ${id}`)),
          ),
        ),
      ];
    }),
  },
  {
    says: 'pictures have an alternative text, a width and a height',
    find: eachPage(({ markup }) =>
      markup
        .all('img')
        .flatMap((image) =>
          unless(
            attribute(image, 'alt') !== undefined &&
              ['width', 'height'].every((side) => /^\d+$/.test(attribute(image, side) ?? '')),
            `${attribute(image, 'src')} lacks its words or its size`,
          ),
        ),
    ),
  },
  {
    says: 'text in another script has a lang attribute with a language of that script',
    // No field gives the language of a place's name or of a biography.
    find: eachPage(({ markup, path }) => {
      const [html] = markup.all('html');
      return html && !/^\/(?:people|places)\//.test(path) ? foreignWords(html, attribute(html, 'lang') ?? '') : [];
    }),
  },
  {
    says: 'words of two elements are apart without any style, as in text browsers and when a page is copied',
    find: eachPage(({ markup }) =>
      markup.elements.flatMap(({ children }) =>
        children.flatMap((child, index) => {
          const next = children[index + 1];
          const joined = isInline(child) && isInline(next) && /[\p{L}\p{N}]$/u.test(textOf(child));
          return unless(!(joined && /^[\p{L}\p{N}]/u.test(textOf(next))), `“${textOf(child)}” and “${textOf(next)}”`);
        }),
      ),
    ),
  },
  {
    says: 'links and buttons have a name',
    find: eachPage(({ markup }) =>
      markup
        .all('a', 'button')
        .filter((element) => {
          const label = attribute(element, 'ariaLabel') ?? '';
          return `${label}${textOf(element)}`.trim() === '' && !element.children.some(hasAlternative);
        })
        .map((element) => `a link to ${attribute(element, 'href')} without words`),
    ),
  },
];

/** Whether a node is a picture with an alternative text, or has one in it. */
function hasAlternative(node: Nodes): boolean {
  return (
    node.type === 'element' && (Boolean(attribute(node, 'alt')) || node.children.some((child) => hasAlternative(child)))
  );
}

function isInline(node: Nodes | undefined): boolean {
  return node?.type === 'element' && ['a', 'b', 'cite', 'em', 'small', 'span', 'strong', 'time'].includes(node.tagName);
}

/** Scripts that a screen reader's voice for another language cannot read out. Latin is not among them: Latin names are in texts of every language. */
const scripts = {
  Arabic: /\p{Script=Arabic}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
};

/** The scripts of languages, by their names in `Intl`. */
const scriptsOf: Record<string, (keyof typeof scripts)[]> = {
  Arab: ['Arabic'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hebr: ['Hebrew'],
  Jpan: ['Han'],
  Kore: ['Han'],
};

function foreignWords(node: Nodes, language: string): string[] {
  if (node.type === 'text') {
    const own = scriptsOf[new Intl.Locale(language).maximize().script ?? ''] ?? [];
    // A text that quotes a few foreign words has the language of the words around them.
    const most = (node.value.match(/\p{L}/gu)?.length ?? 0) / 2;
    return Object.entries(scripts)
      .filter(
        ([script, letters]) => !own.some((each) => each === script) && (node.value.match(letters)?.length ?? 0) > most,
      )
      .map(([script]) => `${script} in ${language}: ${node.value.trim().slice(0, 60)}`);
  }
  if (!('children' in node)) return [];
  if (node.type === 'element' && ['script', 'style', 'title'].includes(node.tagName)) return [];
  const inner = (node.type === 'element' && attribute(node, 'lang')) || language;
  return node.children.flatMap((child) => foreignWords(child, inner));
}
