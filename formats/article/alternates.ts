import type { Edition } from '../../newsroom/edition/edition.ts';
import { alternateFormats, alternatePath, type AlternateFormat } from '../../site/addresses/alternates.ts';
import { routeOf } from '../../site/addresses/routes.ts';
import { storyAddresses } from '../../site/paths.ts';
import type { Redirect, Output } from '../output.ts';
import { articleData, type ArticleData } from './article-data.ts';
import { articleFormats, type ArticleFormat } from './formats.ts';

/** The Content-Type and the format of each alternate. */
const documents: Record<AlternateFormat['ending'], { type: string; format: ArticleFormat }> = {
  '.txt': { type: 'text/plain; charset=utf-8', format: 'text' },
  '.md': { type: 'text/markdown; charset=utf-8', format: 'markdown' },
  // JSON is always UTF-8, so its type has no charset (RFC 8259).
  '.json': { type: 'application/json', format: 'ninjs' },
};

/** What the address of an alternate answers; undefined if it is not such an address, or if nobody may see the article. */
export function alternateAt(edition: Edition, path: string): Output | Redirect | undefined {
  const format = alternateFormats.find(({ ending }) => path.endsWith(ending));
  if (!format) return undefined;
  const address = path.slice(0, -format.ending.length);
  if (routeOf(address)?.page !== 'article') {
    const to = edition.redirectFrom(address);
    return to === undefined ? undefined : { to: alternatePath(to, format) };
  }
  const found = edition.lookup(address);
  switch (found.state) {
    case 'none':
      return undefined;
    case 'redirect':
      return { to: alternatePath(found.to, format) };
    case 'elsewhere':
      return { to: found.title.href + alternatePath(found.address, format) };
    case 'gone':
      return { type: 'text/plain; charset=utf-8', body: goneText(found.reason), status: 410 };
    case 'public': {
      const article = articleData(edition, found.story);
      const { type, format: name } = documents[format.ending];
      return { type, body: articleFormats[name].write(article), headers: headersOf(article) };
    }
  }
}

/** The paths of the alternates of all public articles. */
export function* alternatePaths(edition: Edition): Generator<string> {
  for (const address of storyAddresses(edition)) yield* alternatesOf(address);
}

/** The paths of the alternates of an article. */
export function alternatesOf(address: string): string[] {
  return alternateFormats.map((format) => alternatePath(address, format));
}

function goneText(reason: string | undefined): string {
  return `This story has been withdrawn.\n${reason === undefined ? '' : `${reason}\n`}`;
}

/** Headers for search engines: the address of the page (rule C1), and when both will expire (rule R2). */
function headersOf({ canonical, story }: ArticleData): Record<string, string> {
  return {
    Link: `<${canonical}>; rel="canonical"`,
    ...(story.expires !== undefined && { 'X-Robots-Tag': `unavailable_after: ${story.expires}` }),
  };
}
