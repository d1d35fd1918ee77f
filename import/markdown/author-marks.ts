import type { LogEntry } from '../import-item.ts';
import { maskMatches } from './masked-code.ts';
import { isHidingClass, isRestricted } from './restricted-names.ts';

/**
 * Marks that are no Markdown: attribute lists of Kramdown and Pandoc, containers of Docusaurus and MkDocs, links of wikis,
 * and shortcodes of WordPress. Their text stays, the marks go.
 */

const RAW = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;

/** Replaces all these marks. `text` has no code and no comments. */
export function withoutAuthorMarks(text: string, log: LogEntry[]): string {
  const raw = maskMatches(text, RAW);
  const steps = [withoutContainers, withoutAttributeLists, withoutWikiLinks, withoutWordPress];
  return raw.restore(steps.reduce((rest, step) => step(rest, log), raw.text));
}

/** What is between the braces of an attribute list of Pandoc. */
const PANDOC = String.raw`\{[^\S\n]*(?:[#.][\w:.-]+|-|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))(?:[^\S\n]+(?:[#.][\w:.-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)))*[^\S\n]*\}`;

const LISTS: readonly RegExp[] = [
  // A table of contents takes the place of the list above it.
  /^[^\S\n]*(?:[*+-]|\d+\.)[^\S\n][^\n]*\n[^\S\n]*\{:[^{}\n]*\btoc\b[^{}\n]*\}[^\S\n]*$/gm,
  /[^\S\n]*\{::?\/?(?:nomarkdown|options|toc)?\b[^{}\n]*\/?\}|\{:\/\}/g,
  /[^\S\n]*\{:[^{}\n]*\}/g,
  // After a heading, on a line by itself, and after a link, a picture, a span or code.
  new RegExp(String.raw`^(#{1,6}[^\S\n][^\n]*?)[^\S\n]*${PANDOC}[^\S\n]*#*[^\S\n]*$`, 'gm'),
  new RegExp(String.raw`^[^\S\n]*${PANDOC}[^\S\n]*$`, 'gm'),
  new RegExp(String.raw`(?<=[)\]\u{F0001}*_>])${PANDOC}`, 'gu'),
];

function withoutAttributeLists(text: string, log: LogEntry[]): string {
  if (!text.includes('{')) return text;
  return LISTS.reduce(
    (rest, pattern) =>
      rest.replace(pattern, (source: string, before: unknown) => {
        // Only the pattern for headings has a group.
        const heading = typeof before === 'string' ? before : '';
        const list = source.slice(heading.length).trim();
        if (hidesInList(list)) log.push({ rule: 'not-public', text: list });
        return heading;
      }),
    text,
  );
}

/** Whether an attribute list hides what it belongs to: `{: .hidden}`, `{.members-only}`, `{style="display:none"}`. */
const hidesInList = (list: string): boolean =>
  [...list.matchAll(/\.([\w-]+)|\bclass=["']?([\w -]+)/g)].some(([, name = '', names = '']) =>
    [name, ...names.split(/\s+/)].some(isHidingClass),
  ) || /display\s*:\s*none|visibility\s*:\s*hidden|[\s{:]hidden\b(?!-)|aria-hidden="?true/i.test(list);

const FENCE = /^[^\S\n]*(:{3,})[^\S\n]*([^\n]*)$/;
const MKDOCS = /^[^\S\n]*(?:!!!|\?\?\?\+?)[^\S\n]+([\w-]+(?:[^\S\n]+[\w-]+)*)?[^\S\n]*(?:"([^"\n]*)")?[^\S\n]*$/;

/** Containers: `:::note[Title]` to `:::`, `!!! note "Title"`, `> [!NOTE]`. A restricted container is removed up to its end. */
function withoutContainers(text: string, log: LogEntry[]): string {
  if (!/^[^\S\n]*(?::{3}|!{3}|\?{3}|>)/m.test(text)) return text;
  const out: string[] = [];
  let depth = 0;
  let hiddenFrom = 0;
  for (const line of text.split('\n')) {
    const [, fence, rest = ''] = FENCE.exec(line) ?? [];
    if (fence !== undefined && rest.trim() === '') {
      if (depth > 0) depth -= 1;
      if (hiddenFrom > 0 && depth < hiddenFrom) hiddenFrom = 0;
      out.push('');
    } else if (fence !== undefined) {
      depth += 1;
      const [, name = '', attributes = ''] = /^(\{?[\w.-]*)([\s\S]*)$/.exec(rest) ?? [];
      if (hiddenFrom === 0 && (isRestricted(name) || hidesInList(`{${rest}`))) {
        hiddenFrom = depth;
        log.push({ rule: 'hidden-removed', text: line.trim().slice(0, 80) });
      } else if (hiddenFrom === 0) {
        const title = /\[([^\]]*)\]/.exec(attributes)?.[1] ?? attributes.replace(/\{[^}]*\}?|^[^\S\n]*\}/g, '').trim();
        out.push('', ...titleLines(name.startsWith('{') ? '' : title));
      }
    } else if (hiddenFrom === 0) {
      const [mark, kind = '', title = ''] = MKDOCS.exec(line) ?? [];
      if (mark !== undefined) {
        if (isRestricted(kind)) log.push({ rule: 'not-public', text: line.trim() });
        out.push('', ...titleLines(title));
      } else out.push(line.replace(/^((?:[^\S\n]*>)+[^\S\n]*)\[!\w+\][+-]?[^\S\n]*/, '$1'));
    }
  }
  if (hiddenFrom > 0) log.push({ rule: 'not-public', text: 'a container without an end' });
  return out.join('\n');
}

const titleLines = (title: string): string[] => (title === '' ? [] : [`**${title}**`, '']);

/** `[[Other|label]]` is a link of Obsidian and others to a page by its name. */
function withoutWikiLinks(text: string, log: LogEntry[]): string {
  return text.replace(
    /(!?)\[\[([^[\]|\n]+)(?:\\?\|([^[\]\n]*))?\]\](?!\()/g,
    (_, embed: string, target: string, label: string | undefined) => {
      if (embed === '') return label?.trim() || target.replace(/#.*$/, '').trim() || target.replace(/^#/, '').trim();
      const isPicture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(target.trim());
      if (isPicture)
        return `![${label === undefined || /^\d+(?:x\d+)?$/.test(label) ? '' : label}](<${target.trim()}>)`;
      log.push({ rule: 'embed-dropped', text: target });
      return '';
    },
  );
}

const LONE =
  /(?<![!\\])\[\/?(gallery|playlist|contact-form(?:-7)?|ninja_form|gravityform|wpforms|toc|sitemap|ads?|newsletter|mc4wp_form|social|sharing|more|nextpage|audio|video|youtube|vimeo|embed|vc_\w+|et_pb_\w+|su_\w+|fusion_\w+|spacer|divider|row|columns?|one_half|one_third)((?:\s|=)[^[\]\n]*)?\/?\](?![(:[])/g;

/** Shortcodes of WordPress. */
function withoutWordPress(text: string, log: LogEntry[]): string {
  if (!/\[\/?\w/.test(text)) return text;
  return text
    .replace(
      /\[(embed|youtube|vimeo|video|audio)(?:\s[^[\]\n]*)?\]\s*(https?:\/\/[^\s[\]<>]+)\s*\[\/\1\]/gi,
      '\n\n<$2>\n\n',
    )
    .replace(
      /\[(?:wp_)?caption(?:\s[^[\]\n]*)?\]((?:(?!\[(?:wp_)?caption)[\s\S])*?)\[\/(?:wp_)?caption\]/gi,
      (_, inner: string) => {
        const picture =
          /^\s*(?:<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>|\[!\[[^\]\n]*\]\([^)\n]*\)\]\([^)\n]*\)|!\[[^\]\n]*\]\([^)\n]*\))/i.exec(
            inner,
          )?.[0] ?? '';
        return `\n\n${picture.trim()}\n\n${inner.slice(picture.length).trim()}\n\n`;
      },
    )
    .replace(LONE, (source: string, name: string, rest: string | undefined, at: number, all: string) => {
      // `[video]` in a sentence is text.
      const isAlone =
        /(?:^|\n)[^\S\n]*$/.test(all.slice(Math.max(0, at - 80), at)) &&
        /^[^\S\n]*(?:\n|$)/.test(all.slice(at + source.length, at + source.length + 80));
      if (!isAlone && !/[_=]/.test(name + (rest ?? ''))) return source;
      const address = /(?:\b(?:src|url|mp3|mp4)\s*=|=|\s)\s*["']?(https?:\/\/[^\s"'\]<>]+)/i.exec(source)?.[1];
      if (address !== undefined) return `\n\n<${address}>\n\n`;
      if (/[=\s_-]/.test(source) || !source.startsWith('[/')) log.push({ rule: 'shortcode-unknown', text: name });
      return '';
    });
}
