import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Check, Walked } from './check.ts';

const jar = join(root, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** The W3C's Nu HTML checker, on pages and on the SVG pictures among what they load. It is a Java program. */
export const nuCheck: Check = {
  says: 'the W3C’s checker finds no error, no warning and no remark',
  find: (walked) => nuFaults([walked])[0] ?? [],
};

interface Message {
  type: string;
  subType?: string;
  url: string;
  message: string;
  extract?: string;
}

/** Parts of CSS that browsers have known for years, and the checker does not know yet. */
const unknownToChecker =
  /^(?:Unrecognized at-rule “@container”|“(?:container|animation-timeline|paint-order)”: Property “[^”]*” doesn't exist\.)$/;

/**
 * The messages of the checker on sites, for each site in the order given. It runs once for all of them: a new Java
 * process has to compile its own code and its schemas anew. It gives the same messages as https://validator.w3.org/nu/.
 */
export function nuFaults(sites: readonly Walked[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-nu-'));
  try {
    const faults = sites.map((): string[] => []);
    const pages = new Map<string, { path: string; site: number }>();
    const styles = new Set<string>();
    for (const [site, { crawl }] of sites.entries())
      for (const { path, answer, markup } of crawl.found.values()) {
        const isSvg = answer.headers['content-type']?.startsWith('image/svg+xml') ?? false;
        if (!markup && !isSvg) continue;
        const name = `${pages.size}.${markup ? 'html' : 'svg'}`;
        pages.set(name, { path, site });
        writeFileSync(join(folder, name), markup ? withNewStyles(answer.text, styles) : answer.body);
      }
    const options = ['--format', 'json', '--stdout', '--exit-zero-always', '--also-check-svg'];
    const { stdout, stderr } = spawnSync('java', ['-Xss2m', '-jar', jar, ...options, folder], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (!stdout.startsWith('{')) return sites.map(() => [`The checker did not run: ${stderr}`]);
    const { messages }: { messages: Message[] } = JSON.parse(stdout);
    for (const { type, subType, url, message, extract = '' } of messages) {
      if (unknownToChecker.test(message.replace(/^CSS: /, ''))) continue;
      const { path, site } = pages.get(url.slice(url.lastIndexOf('/') + 1)) ?? { path: url, site: 0 };
      faults[site]?.push(`${decodeURI(path)}: ${subType ?? type}: ${message} «${extract.replace(/\s+/g, ' ')}»`);
    }
    return faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A page without the styles that an earlier page had too: to check them again takes most of the time. */
function withNewStyles(html: string, seen: Set<string>): string {
  return html.replace(/<style>[^<]*<\/style>/g, (style) => {
    if (seen.has(style)) return '<style></style>';
    seen.add(style);
    return style;
  });
}
