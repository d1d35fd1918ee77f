/** Tags for code of Jekyll, Hugo and Hexo as fenced code with its language. */

const TAGS: readonly RegExp[] = [
  /(?<indent>^[^\S\n]*)?\{%-?\s*(?<tag>highlight|codeblock)\b(?<rest>(?:(?!%\})[^\n])*?)-?%\}(?<code>[\s\S]*?)\{%-?\s*end\k<tag>\s*-?%\}/gm,
  /(?<indent>^[^\S\n]*)?\{\{[<%]\s*(?<tag>highlight|code)\b(?<rest>(?:(?!\}\})[^\n])*?)(?<!\/)\s*[>%]\}\}(?<code>[\s\S]*?)\{\{[<%]\s*\/\s*\k<tag>\s*[>%]\}\}/gm,
];

/** Replaces the tags. `text` has no other code. */
export function withFencedCode(text: string): string {
  return TAGS.reduce(
    (all, pattern) =>
      all.replace(pattern, (...args) => {
        const groups: unknown = args.at(-1);
        const part = (name: string): string =>
          typeof groups === 'object' && groups !== null && name in groups
            ? String(Reflect.get(groups, name) ?? '')
            : '';
        const [indent, rest, code] = [part('indent'), part('rest'), part('code')];
        const words = rest.replace(/[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|\S+)/g, '');
        const language =
          /\b(?:lang|language)\s*[:=]\s*["']?([\w+#.-]+)/.exec(rest)?.[1] ??
          (part('tag') === 'codeblock' ? '' : (/^\s*["'`]?([\w+#.-]+)/.exec(words)?.[1] ?? ''));
        // Hugo and Hexo take code on one line for code in a sentence, too.
        const lines = code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '').replace(/^[^\S\n]*\n|\n?[^\S\n]*$/g, '');
        const fence = '`'.repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
        return `\n\n${indent}${fence}${language}\n${lines}\n${indent}${fence}\n\n`;
      }),
    text,
  );
}
