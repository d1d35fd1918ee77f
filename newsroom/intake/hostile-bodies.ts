/**
 * Bodies that were made to be slow: each is a few characters, repeated in a way for which a parser of Markdown may need more
 * time than the length of the text suggests. `bench/hostile-markdown.ts` measures them, and `work.test.ts` reads them.
 */

/** Makes a body of about `size` characters. */
type Make = (size: number) => string;

const repeat =
  (piece: string, before = '', after = ''): Make =>
  (size) =>
    before + piece.repeat(Math.max(1, Math.floor((size - before.length - after.length) / piece.length))) + after;

/** Repeats a piece that has the number of the repetition in it. */
const numbered =
  (piece: (index: number) => string): Make =>
  (size) => {
    const pieces: string[] = [];
    for (let length = 0, index = 0; length < size; index += 1) {
      const next = piece(index);
      pieces.push(next);
      length += next.length;
    }
    return pieces.join('');
  };

/** Half of the text from one pattern, half from another. */
const halves =
  (first: Make, second: Make): Make =>
  (size) =>
    first(size / 2) + second(size / 2);

/** Lines of growing indentation: `count` levels in about `count² × step / 2` characters. */
const deeper =
  (mark: string, step: number): Make =>
  (size) => {
    const levels = Math.max(1, Math.floor(Math.sqrt((2 * size) / step)));
    return Array.from({ length: levels }, (_, level) => ' '.repeat(level * step) + mark).join('\n');
  };

export const hostileBodies: Readonly<Record<string, Make>> = {
  'plain words': repeat('The committee met for a third day without a result. '),
  'plain paragraphs': repeat('The committee met for a third day without a result.\n\n'),
  'plain lines': repeat('The committee met for a third day.\n'),
  'plain words after code': repeat('The committee met for a third day without a result. ', '```\n```\n\n'),
  'plain lines after a definition': repeat('The committee met for a third day.\n', '[a]: /b\n\n'),
  'plain words after an address': repeat('The committee met for a third day without a result. ', 'https://a.example '),
  'short words': repeat('a b, c. '),
  'one long word': repeat('a'),
  'one-letter words': repeat('a '),
  'one-letter lines': repeat('a\n'),
  'one-letter paragraphs': repeat('a\n\n'),
  'Japanese without spaces': repeat('昨日委員会は三日目の会合を開いた'),
  spaces: repeat(' ', 'a', 'b'),
  tabs: repeat('\t', 'a', 'b'),
  'lines of tabs': repeat('\ta\n'),
  'empty lines': repeat('\n', 'a', 'b'),
  'lines of spaces': repeat(' \n', 'a', 'b'),
  'zero-width characters': repeat('\u200b\u200d'),
  'no-break spaces': repeat('\u00a0', 'a', 'b'),
  'combining marks': repeat('\u0301', 'a'),
  emoji: repeat('👩‍👩‍👧‍👦'),

  'nested list items': deeper('- a', 2),
  'nested numbered items': deeper('1. a', 3),
  'nested items on one line': repeat('- ', '', 'a'),
  'nested numbers on one line': repeat('1. ', '', 'a'),
  'nested quotations': repeat('>', '', 'a'),
  'nested quotations, each on a line': numbered((index) => `${'>'.repeat((index % 300) + 1)} a\n`),
  'quotations that deepen': (size) =>
    Array.from({ length: Math.floor(Math.sqrt(size * 2)) }, (_, level) => `${'>'.repeat(level)}a`).join('\n'),
  'quotations in items': repeat('> - ', '', 'a'),
  'many quotations': repeat('> a\n\n'),
  'lazy lines': repeat('a\n', '> '),
  'lazy lines of nested quotations': repeat('a\n', `${'>'.repeat(30)} `),
  'lazy lines of nested items': repeat('a\n', `${'- '.repeat(30)}`),
  'many items': repeat('- a\n'),
  'many loose items': repeat('- a\n\n'),
  'many numbered items': repeat('1. a\n'),
  'items without text': repeat('-\n'),
  'lists that alternate': repeat('- a\n* a\n'),
  'items with blank lines in them': repeat('- a\n\n  b\n\n\n'),
  tasks: repeat('- [ ] a\n'),
  'an item and spaces': repeat(' \n', '- a\n', '  b'),

  'emphasis inside emphasis': repeat('*_', '', 'a'),
  'emphasis that opens and never closes': repeat('*a '),
  'emphasis that closes and never opens': repeat('a* '),
  'emphasis that does both': repeat('a*'),
  'emphasis in underscores': repeat('_a _'),
  'strong that never closes': repeat('**a '),
  stars: repeat('*', 'a'),
  underscores: repeat('_', 'a'),
  'stars and underscores': repeat('a**b_c*'),
  'alternating closers': repeat('*a_ '),
  'emphasis of three kinds': halves(repeat('*a **a '), repeat('b** b* ')),
  'emphasis, opened and closed': halves(repeat('*a '), repeat('a* ')),
  'strong, nested': halves(repeat('**a '), repeat('a** ')),
  'much emphasis': repeat('*a* '),
  tildes: repeat('~~a '),
  'tildes, one long run': repeat('~', 'a '),
  'much that is struck out': repeat('~~a~~ '),

  backticks: repeat('`', 'a'),
  'runs of backticks that grow': numbered((index) => `${'`'.repeat(index + 1)} `),
  'runs of backticks that shrink': (size) =>
    Array.from({ length: Math.floor(Math.sqrt(size * 2)) }, (_, index, all = 0) => index + all)
      .map((index) => '`'.repeat(Math.max(1, Math.floor(Math.sqrt(size * 2)) - index)))
      .join('a'),
  'code spans': repeat('`a` '),
  'code that never ends': repeat('`a ``b ```c '),

  'brackets that open': repeat('['),
  'brackets that open before words': repeat('[a '),
  'brackets that close': repeat(']'),
  'brackets that open and close': halves(repeat('['), repeat(']')),
  'brackets in pairs': repeat('[]'),
  'brackets in pairs with words': repeat('[a] '),
  'brackets with words, nested': halves(repeat('[a'), repeat('b]')),
  'links that open': repeat('[a](b'),
  'links that open with an angle': repeat('[a](<b'),
  'links whose title never ends': repeat('[a](b "c'),
  'links inside links': halves(repeat('['), repeat('](a)')),
  'ends of links': repeat(']('),
  'links with brackets in their address': repeat('(', '[a](', ')'),
  links: repeat('[a](/b) '),
  'links with long titles': repeat('[a](/b "a\nb") '),
  'links by missing reference': repeat('[a][b] '),
  'links by missing references': numbered((index) => `[a][b${index}] `),
  'links by reference': repeat('[a][b] ', '[b]: /c\n\n'),
  'collapsed references': repeat('[b][] ', '[b]: /c\n\n'),
  'pictures that open': repeat('!['),
  'pictures inside pictures': halves(repeat('!['), repeat('](a)')),
  pictures: repeat('![a](b.svg) '),
  'pictures without a text': repeat('![](b.svg) '),

  definitions: numbered((index) => `[a${index}]: /b\n`),
  'definitions of one name': repeat('[a]: /b\n'),
  'definitions with titles that never end': repeat('[a]: /b "c\n'),
  'definitions with long names': numbered((index) => `[${'a'.repeat(900)}${index}]: /b\n`),
  'definitions that open': repeat('[a]:\n'),
  'definitions in quotations': numbered((index) => `> [a${index}]: /b\n\n`),
  'definitions and uses': halves(
    numbered((index) => `[a${index}]: /b\n`),
    numbered((index) => `\n[a${index}]`),
  ),

  footnotes: numbered((index) => `[^${index}]: a\n\n`),
  'footnotes and uses': halves(
    numbered((index) => `a[^${index}] `),
    (size) => '\n\n' + numbered((index) => `[^${index}]: a\n\n`)(size),
  ),
  'uses of one footnote': repeat('a[^1] ', '[^1]: a\n\n'),
  'uses of missing footnotes': repeat('a[^1] '),
  'uses of many missing footnotes': numbered((index) => `a[^${index}] `),
  'footnotes of one name': repeat('[^1]: a\n\n'),
  'footnotes in footnotes': numbered((index) => `[^${index}]: a[^${index + 1}]\n\n`),
  'footnotes that open': repeat('[^'),
  'footnotes nested in their text': repeat('[^a]:'),

  'a wide table': (size) =>
    `${'|a'.repeat(Math.floor(size / 7))}|\n${'|-'.repeat(Math.floor(size / 7))}|\n${'|b'.repeat(Math.floor(size / 7))}|`,
  'a table of wide rows under a narrow head': repeat('|a', '|a|\n|-|\n'),
  'a wide head and short rows': (size) =>
    `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b\n'.repeat(Math.floor(size / 3))}`,
  'a long table': repeat('|a|b|\n', '|a|b|\n|-|-|\n'),
  bars: repeat('|'),
  'lines of bars': repeat('|a\n'),
  'heads of tables': repeat('|a|\n|-|\n\n'),
  'heads of tables without an end': repeat('|a|\n|-|\n'),
  'underlines of tables': repeat('|-', 'a\n'),
  'rules of tables': repeat('|-|\n'),
  'lines of hyphens and bars': repeat('a|b\n-|-|\n'),
  'escaped bars': repeat('\\|', '|a|\n|-|\n|', '|'),

  headings: repeat('# a\n'),
  'headings of one name': repeat('## The same words\n\n'),
  'headings of many names': numbered((index) => `## a ${index}\n\n`),
  'headings without words': repeat('#\n'),
  'headings of emoji': repeat('## 😀\n'),
  'number signs': repeat('#'),
  'number signs at the end': repeat('#', '# a '),
  'number signs with spaces': repeat(' #', '# a'),
  'underlined headings': repeat('a\n=\n'),
  underlines: repeat('=\n', 'a\n'),
  'a long underline': repeat('=', 'a\n'),
  rules: repeat('***\n'),
  'rules with spaces': repeat('* ', '', '\n'),
  hyphens: repeat('-'),
  'lines of hyphens': repeat('---\n'),

  fences: repeat('```\n'),
  'fences of tildes': repeat('~~~\n'),
  'fences that grow': numbered((index) => `${'`'.repeat(index + 3)}\n`),
  'fences in quotations': repeat('> ```\n'),
  'a fence that never ends': repeat('a\n', '```\n'),
  'code by indentation': repeat('    a\n'),
  'code by indentation, and empty lines': repeat('    a\n\n\n'),

  entities: repeat('&amp;'),
  'entities without an end': repeat('&amp'),
  ampersands: repeat('&'),
  'numbers of characters': repeat('&#97;'),
  'numbers without an end': repeat('&#1'),
  backslashes: repeat('\\'),
  escapes: repeat('\\*'),
  'hard breaks': repeat('a\\\n'),
  'hard breaks of spaces': repeat('a  \n'),
  'spaces before a break': repeat(`a${' '.repeat(1000)}b\n`),

  addresses: repeat('https://example.org/a '),
  'addresses with brackets': repeat('(', 'https://example.org/'),
  'addresses that end with brackets': repeat(')', 'https://example.org/'),
  'addresses that end with marks': repeat('.', 'https://example.org/a'),
  'addresses that end with entities': repeat('&a;', 'https://example.org/'),
  'beginnings of addresses': repeat('https://'),
  www: repeat('www.'),
  'www with words': repeat('www.a.b '),
  mail: repeat('a@b.example '),
  'mail without an end': repeat('a', '', '@'),
  'at signs': repeat('a@'),
  'mail of dots': repeat('a.', '', '@b.example'),
  'mail after dots': repeat('.', 'a@b'),
  'addresses in angles': repeat('<https://a.b> '),
  'angles that open': repeat('<'),
  'angles that open before words': repeat('<a '),
  'angles that open before addresses': repeat('<https://a'),
  'angles that open before mail': repeat('<a@b'),
  'angles that close': repeat('>', 'a'),

  'tags of HTML': repeat('<b>'),
  'ends of HTML': repeat('</b>'),
  'blocks of HTML': repeat('<div>\n\n'),
  'tags of HTML that open': repeat('<a href='),
  'attributes of HTML': repeat(' a="b"', '<a', '>'),
  'attributes of HTML without an end': repeat(' a="b"', '<a'),
  comments: repeat('<!-- a -->'),
  'comments on lines': repeat('<!-- a -->\n\n'),
  'comments that open': repeat('<!--'),
  'comments that open on lines': repeat('a <!-- b\n'),
  'comments that close': repeat('-->', 'a'),
  'comments in braces': repeat('{/* a */}'),
  'comments in braces that open': repeat('{/*'),
  'comments in braces that close': repeat('*/}', 'a'),
  'comments, then code': repeat('<!-- ` -->'),
  'comments and code that open': repeat('`<!--'),
  instructions: repeat('<?'),
  declarations: repeat('<!A '),
  'sections of characters': repeat('<![CDATA['),
  braces: repeat('{'),

  'elements that open': repeat('<FactBox title="a">\n'),
  'elements that close': repeat('</FactBox>\n'),
  elements: repeat('<FactBox title="a">\na\n</FactBox>\n\n'),
  'pictures of elements': repeat('<Figure src="a.svg" alt="b" />\n\n'),
  'elements that are not known': repeat('<Fact>\n'),
  'elements in a line': repeat('a <FactBox> '),
  'tags that never end': repeat('<FactBox '),
  'tags that never end, on lines': repeat('<FactBox\n'),
  attributes: repeat(' a="b"', '<FactBox', '>'),
  'attributes without a value': repeat(' a', '<FactBox', '>'),
  'attributes on lines': repeat(' a="b"\n', '<FactBox', '>'),
  'one attribute that never ends': repeat('a ', '<FactBox title="'),
  'one attribute that never ends, on lines': repeat('a\n', '<FactBox title="'),
  'attributes that never end, on lines': repeat('<FactBox title="\n\n'),
  'a tag of quotes': repeat('"', '<FactBox ', '>'),
  'a tag of signs': repeat('=', '<FactBox ', '>'),
  'a tag of slashes': repeat('/', '<FactBox ', '>'),
  'a tag of spaces': repeat(' ', '<FactBox', '>'),
  'a tag with a long name': repeat('A', '<', '>'),
  'elements in quotations': repeat('> <FactBox title="a">\n\n'),
  'elements in items': repeat('- <FactBox title="a">\n'),

  'marks of a conflict': repeat('<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n'),
  'beginnings of conflicts': repeat('<<<<<<< a\n'),
  'ends of conflicts': repeat('>>>>>>> a\n'),
  'control characters': repeat('a\u0001'),
  'characters that change the direction': repeat('a\u202e'),
  isolates: repeat('\u2066a'),
  noncharacters: repeat('\uffff'),
  'numbers of control characters': repeat('&#1;'),
  returns: repeat('a\r'),

  'emphasis among entities': repeat('*a* &amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp; '),
  'brackets among entities': repeat('[a] &amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp; '),
  'entities, then emphasis': halves(repeat('&amp;'), repeat('*a* ')),
  'code among entities': repeat('`a` &amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp; '),

  'every mark by turns': repeat('*_`~[]()<>!#&|\\-+=: \n'),
  'marks and words by turns': repeat('a *b* [c](d) `e` ~~f~~ ![g](h.svg) &amp; \\* <i> '),
  'blocks by turns': repeat('# a\n\n- b\n\n> c\n\n1. d\n\n***\n\n| e |\n|---|\n\n```\nf\n```\n\n'),
};
