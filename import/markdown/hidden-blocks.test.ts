import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarkdown } from './read.ts';

/** The body of a post, its status, and the rules in its log. */
function read(markdown: string, path = 'levee.md'): { body: string; status: string; rules: string[] } {
  const text = `---\ntitle: Levee\ndate: 2026-01-10\n---\n${markdown}\n`;
  const { results } = readMarkdown([{ path, bytes: new TextEncoder().encode(text) }], {
    date: null,
    collectionSources: [],
  });
  const [result] = results;
  return {
    body: result?.article?.body ?? '',
    status: result?.article?.fields.status ?? 'public',
    rules: (result?.log ?? []).map(({ rule }) => rule),
  };
}

const REMOVED: [string, string, string?][] = [
  ['a condition of Jekyll', '{% if jekyll.environment == "development" %}hush{% endif %}'],
  ['both branches', '{% if page.internal %}hush{% else %}hush{% endif %}'],
  ['conditions inside each other', '{% if a %}hush{% if b %}hush{% endif %}hush{% endif %}'],
  ['a condition on several lines', '{%- if a -%}\n\nhush\n\n- hush\n\n{%- endif -%}'],
  ['a condition with code', '{% if a %}\n```\nhush\n```\n{% endif %}'],
  ['unless', '{% unless page.public %}hush{% endunless %}'],
  ['case', '{% case page.plan %}{% when "gold" %}hush{% endcase %}'],
  ['capture', '{% capture note %}hush{% endcapture %}'],
  ['a loop', '{% for post in site.posts %}hush{% endfor %}'],
  ['set', '{% set note %}hush{% endset %}'],
  ['a block for members in Liquid', '{% members %}hush{% endmembers %}'],
  ['a shortcode for drafts', '{{< if-draft >}}hush{{< /if-draft >}}'],
  ['a shortcode for members', '{{< members >}}hush{{< /members >}}'],
  ['a shortcode with arguments', '{{% paywall plan="gold" %}}\n\nhush\n\n{{% /paywall %}}'],
  ['Handlebars', '{{#if draft}}hush{{else}}hush{{/if}}'],
  ['Mustache', '{{^public}}hush{{/public}}'],
  ['WordPress', '[members_only]hush[/members_only]'],
  ['WordPress with an argument', '[restrict userlevel="editor"]\n\nhush\n\n[/restrict]'],
  ['WordPress, another plugin', '[pmpro_membership_x level="0"][/pmpro_membership_x][premium]hush[/premium]'],
  ['MDX', '{false && <p>hush</p>}', 'levee.mdx'],
  ['MDX on several lines', '{props.draft ? (\n  <p>{"hush"}</p>\n) : null}', 'levee.mdx'],
  ['MDX, an attribute', "<p style={{ color: 'red', display: 'none' }}>hush</p>", 'levee.mdx'],
  ['a component', '<MembersOnly>\n\nhush\n\n</MembersOnly>', 'levee.mdx'],
  ['the class d-none', '<div class="box d-none">hush</div>'],
  ['the class hidden', '<span class="hidden">hush</span>'],
  ['the class members-only', '<div class="members-only">\n\nhush\n\n</div>'],
  ['className', '<p className="sr-only">hush</p>', 'levee.mdx'],
  ['a class of a module', '<p className={styles.hidden}>hush</p>', 'levee.mdx'],
  ['the attribute hidden', '<p hidden>hush</p>'],
  ['aria-hidden', '<span aria-hidden="true">hush</span>'],
  ['a style', '<span style="opacity: 0">hush</span>'],
  ['an important style', '<p style="DISPLAY : NONE !important">hush</p>'],
  ['Vue', '<p v-if="draft">hush</p>'],
];
for (const [name, markdown, path] of REMOVED) {
  test(`removed: ${name}`, () => {
    const { body, status, rules } = read(`One\n\n${markdown}\n\ntwo`, path);
    assert.equal(body, 'One\n\ntwo');
    assert.equal(status, 'public');
    assert.ok(rules.includes('hidden-removed'), rules.join());
  });
}

const DRAFTS: [string, string][] = [
  ['Ghost', 'One\n\n<!--members-only-->\n\nhush'],
  ['Ghost with blanks', 'One\n\n<!-- members-only -->\n\nhush'],
  ['Ghost, a card', 'One\n\n<!--kg-card-begin: paywall-->\n\nhush'],
  ['Ghost, another name', 'One\n\n<!-- paid members only -->\n\nhush'],
  ['WordPress', 'One\n\n<!-- wp:restrict-content {"plan":"gold"} -->\n\nhush'],
  ['a condition without an end', 'One\n\n{% if page.internal %}\n\nhush'],
  ['an end without a condition', 'One\n\nhush\n\n{% endif %}'],
  ['a shortcode without an end', 'One\n\n{{< paywall >}}\n\nhush'],
  ['a shortcode of WordPress without an end', 'One\n\n[members_only]\n\nhush'],
  ['embedded Ruby', 'One\n\n<% if draft %>hush<% end %>'],
];
for (const [name, markdown] of DRAFTS) {
  test(`draft: ${name}`, () => {
    const { status, rules } = read(markdown);
    assert.equal(status, 'draft');
    assert.ok(rules.includes('not-public'), rules.join());
  });
}

const SHOWN: [string, string, string?][] = [
  ['`{% if a %}b{% endif %}` and `<!--members-only-->`', '`{% if a %}b{% endif %}` and `<!--members-only-->`'],
  ['```liquid\n{% if a %}b{{ c }}{% endif %}\n```', '```liquid\n{% if a %}b{{ c }}{% endif %}\n```'],
  ['{% raw %}{% if a %}b{% endif %}{% endraw %}', '{% if a %}b{% endif %}'],
  ['One [private] two', 'One [private] two'],
  ['{"One"} two', 'One two', 'levee.mdx'],
  ['<p class="lead hidden-gem">One</p>', 'One'],
  ['<div aria-hidden="true"><img src="a.png" alt="A"><p>One</p></div>', 'One'],
  ['<!--more-->\n\nOne', 'One'],
  ['A note[^1].\n\n[^1]: One.', 'A note[^1].\n\n[^1]: One.'],
];
for (const [markdown, body, path] of SHOWN) {
  test(`shown: ${markdown}`, () => {
    const article = read(markdown, path);
    assert.deepEqual([article.body, article.status], [body, 'public']);
  });
}

const CODE: [string, string][] = [
  ['{% highlight ruby %}\nputs "{{ a }}" <!-- b -->\n{% endhighlight %}', '```ruby\nputs "{{ a }}" <!-- b -->\n```'],
  ['{% highlight ruby linenos %}\nputs\n{% endhighlight %}', '```ruby\nputs\n```'],
  [
    'One\n{%- highlight c++ -%}\n{% raw %}{{ a }}{% endraw %}\n{%- endhighlight -%}\ntwo',
    'One\n\n```c++\n{{ a }}\n```\n\ntwo',
  ],
  ['{{< highlight go >}}\n\tx := "{% if a %}"\n{{< /highlight >}}', '```go\n\tx := "{% if a %}"\n```'],
  ['{{% highlight lang="go" opts="linenos=true" %}}\nx\n{{% /highlight %}}', '```go\nx\n```'],
  ['{{< highlight go "linenos=table,hl_lines=2" >}}\nx\n{{</ highlight >}}', '```go\nx\n```'],
  ['{% codeblock Title lang:js %}\nx\n{% endcodeblock %}', '```js\nx\n```'],
];
for (const [markdown, body] of CODE) test(`code: ${markdown}`, () => assert.equal(read(markdown).body, body));

const TEXTS: [string, string, string?][] = [
  ['pct 50%% off and 20%% more', 'pct 50%% off and 20%% more'],
  ['One %%two%% three', 'One %%two%% three', '_posts/2026-01-10-levee.md'],
  ['One %% two %% {% link a.md %}', 'One %% two %% import:gone'],
  ['Write {{</* ref "x" */>}} or {{%/* note */%}}.', 'Write {{< ref "x" >}} or {{% note %}}.'],
];
for (const [markdown, body, path] of TEXTS)
  test(`text: ${markdown}`, () => assert.equal(read(markdown, path).body, body));
