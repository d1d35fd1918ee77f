import type { Edition } from '../../newsroom/edition/edition.ts';
import { alternateFormats, alternatePath, type AlternateFormat } from '../../site/addresses/alternates.ts';
import { routeOf } from '../../site/addresses/routes.ts';
import type { Moved, Output } from '../output.ts';
import { gatherFacts, type ArticleFacts } from './article-data.ts';
import { articleFormats, type ArticleFormat } from './formats.ts';

const documents: Record<AlternateFormat['ending'], { type: string; format: ArticleFormat }> = {
  '.txt': { type: 'text/plain; charset=utf-8', format: 'text' },
  '.md': { type: 'text/markdown; charset=utf-8', format: 'markdown' },
  // Its text is UTF-8 by definition, so the type takes no charset (RFC 8259).
  '.json': { type: 'application/json', format: 'ninjs' },
};

/** What the address of an alternate answers; `undefined` where it is that of none, or of an article that nobody may see. */
export function alternateAt(edition: Edition, path: string): Output | Moved | undefined {
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
    case 'gone':
      return { type: 'text/plain; charset=utf-8', body: goneText(found.reason), status: 410 };
    case 'public': {
      const facts = gatherFacts(edition, found.story);
      const document = documents[format.ending];
      return { type: document.type, body: articleFormats[document.format].write(facts), headers: headersOf(facts) };
    }
  }
}

function goneText(reason: string | undefined): string {
  return `This story has been withdrawn.\n${reason === undefined ? '' : `${reason}\n`}`;
}

/** A search engine that finds the alternate is led to the page (rule C1), and told when both will go (rule R2). */
function headersOf({ canonical, story }: ArticleFacts): Record<string, string> {
  return {
    Link: `<${canonical}>; rel="canonical"`,
    ...(story.expires !== undefined && { 'X-Robots-Tag': `unavailable_after: ${story.expires}` }),
  };
}
