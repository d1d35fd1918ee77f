import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from './read.ts';

/** The body of an article from that of a post. */
function bodyOf(markdown: string): string {
  const text = `---\ntitle: Levee\ndate: 2026-01-10\n---\n${markdown}\n`;
  const { results } = readMarkdown([{ path: 'levee.md', bytes: new TextEncoder().encode(text) }], {
    date: null,
    collectionSources: [],
  });
  return results[0]?.article?.body ?? '';
}

const COMMENTS: [string, string][] = [
  ['Hugo', '{{/* hush */}}'],
  ['Hugo with hyphens', '{{- /* hush */ -}}'],
  ['Hugo on several lines', '{{/*\nhush\n\n- hush\n*/}}'],
  ['Hugo, shortcode', '{{< comment >}}hush{{< /comment >}}'],
  ['Hugo, shortcode with per cent signs', '{{% comment %}}\nhush\n\nhush\n{{% /comment %}}'],
  ['Hugo, shortcode with an argument', '{{< comment "why" >}}hush{{< /comment >}}'],
  ['Hugo, shortcodes inside each other', '{{< comment >}}hush{{< comment >}}hush{{< /comment >}}hush{{< /comment >}}'],
  ['Hugo, shortcode without an end', '{{< comment >}}hush'],
  ['Hugo, another name', '{{< private >}}hush{{< /private >}}'],
  ['Liquid', '{% comment %}hush{% endcomment %}'],
  ['Liquid with hyphens', '{%- comment -%}\nhush\n{%- endcomment -%}'],
  ['Liquid, inside each other', '{% comment %}hush{% comment %}hush{% endcomment %}hush{% endcomment %}'],
  ['Liquid in one tag', '{% # hush %}'],
  ['Liquid that is never true', '{% if false %}hush{% endif %}'],
  ['Jinja', '{# hush #}'],
  ['Jinja on several lines', '{#\nhush\n\nhush\n#}'],
  ['Jinja with hyphens', '{#- hush -#}'],
  ['HTML', '<!-- hush -->'],
  ['HTML with blank lines', '<!-- hush\n\nhush\n\n-->'],
  ['HTML without an end', '<!-- hush'],
  ['HTML that ends with an exclamation mark', '<!-- hush --!>'],
  ['MDX', '{/* hush */}'],
  ['MDX with blanks', '{ /* hush\n\nhush */ }'],
  ['Obsidian', '%%hush%%'],
  ['Obsidian on several lines', '%%\nhush\n\nhush\n%%'],
  ['Kramdown', '{::comment}\nhush\n{:/comment}'],
  ['Kramdown, short', '{::comment}hush{:/}'],
  ['CriticMarkup', '{>>hush<<}'],
  ['Handlebars', '{{!-- hush --}}'],
  ['ERB and EJS', '<%# hush %>'],
  ['JSP', '<%-- hush --%>'],
  ['a definition of a link', '\n\n[//]: # (hush (hush) hush)'],
  ['a definition with a name', '\n\n[comment]: <> "hush"'],
  ['an element that is not shown', '<div hidden>hush</div>'],
  ['an element with a style', '<p style="color: red; display:none">hush</p>'],
  ['a template', '<template>hush</template>'],
];
for (const [name, comment] of COMMENTS) {
  test(`comment: ${name}`, () => {
    assert.equal(bodyOf(`One ${comment}`), 'One');
    assert.equal(bodyOf(`${comment}\n`), '');
  });
}

const TEXTS: [string, string][] = [
  ['`<!-- text -->`', '`<!-- text -->`'],
  ['`{# text #}` and `{{/* text */}}`', '`{# text #}` and `{{/* text */}}`'],
  ['```\n<!-- text -->\n```', '```\n<!-- text -->\n```'],
  ['Write `<!--` first and `-->` last.', 'Write `<!--` first and `-->` last.'],
  ['A rise of 5 %, then 7 %', 'A rise of 5 %, then 7 %'],
  ['{% raw %}{# text #}{% endraw %}', '{# text #}'],
];
for (const [markdown, body] of TEXTS) test(`no comment: ${markdown}`, () => assert.equal(bodyOf(markdown), body));

test('a comment of Liquid in code', () => {
  assert.equal(bodyOf('`{% comment %}hush{% endcomment %}code`'), '`code`');
});

test('text between two comments stays', () => {
  assert.equal(bodyOf('<!-- a -->One<!-- b --> {# c #}two{# d #}'), 'One two');
  assert.equal(bodyOf('{{< comment >}}a{{< /comment >}}One {{< comment >}}b{{< /comment >}}two'), 'One two');
});
