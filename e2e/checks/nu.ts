import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Check, Walked } from './check.ts';

const jar = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** Whether the checker can run: it is a Java program. */
export const hasJava = spawnSync('java', ['-version']).status === 0;

/** Pages, and the pictures among what they load that are markup too, as the W3C's Nu HTML checker reads them. */
export const nuCheck: Check = {
  says: 'the W3C’s checker finds no error, nothing to warn of and nothing to remark',
  find: nuFaults,
};

interface Message {
  type: string;
  subType?: string;
  url: string;
  message: string;
  extract?: string;
}

/** All that the checker says of a site, in one run. It says the same to everyone: https://validator.w3.org/nu/. */
function nuFaults({ crawl }: Walked): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-nu-'));
  try {
    const paths = new Map<string, string>();
    const styles = new Set<string>();
    const pages = join(folder, 'pages');
    mkdirSync(pages);
    for (const { path, answer, markup } of crawl.found.values()) {
      const isSvg = answer.headers['content-type']?.startsWith('image/svg+xml') ?? false;
      if (!markup && !isSvg) continue;
      const name = `${paths.size}.${markup ? 'html' : 'svg'}`;
      paths.set(name, path);
      writeFileSync(join(pages, name), markup ? withNewStyles(answer.text, styles) : answer.body);
    }
    const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--also-check-svg'];
    const { stdout, stderr } = spawnSync('java', ['-Xss2m', '-jar', jar, ...options, pages], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (!stdout.startsWith('{')) return [`The checker did not run: ${stderr}`];
    const { messages }: { messages: Message[] } = JSON.parse(stdout);
    return messages.map(({ type, subType, url, message, extract = '' }) => {
      const path = paths.get(url.slice(url.lastIndexOf('/') + 1)) ?? url;
      return `${decodeURI(path)}: ${subType ?? type}: ${message} «${extract.replace(/\s+/g, ' ')}»`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page without those of its styles that have been seen on another: to read them again takes most of the time. */
function withNewStyles(html: string, seen: Set<string>): string {
  return html.replace(/<style>[^<]*<\/style>/g, (style) => {
    if (seen.has(style)) return '<style></style>';
    seen.add(style);
    return style;
  });
}
