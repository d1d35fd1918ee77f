import { printInstant } from '../model/instant.ts';
import { isOwnAddress, type OwnAddresses } from '../model/own-addresses.ts';
import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import { never, precedence } from '../store/schema.ts';
import { numberOf, textOf, type Row, type Store } from '../store/store.ts';
import { kindAt } from './content-names.ts';
import { referencePosition } from './reference-position.ts';
import { filesNamed, refusedFile } from './refused-files.ts';

/** The fields in which an editor picks articles by their addresses, as a list of SQL. */
export const pickFields = "('related', 'essential')";

interface Words {
  code: ProblemCode;
  message: string;
  why: string;
  fix: string;
}

/**
 * Picks in the files of the table `checked` that show no link, or not yet, or only because the address leads on. `now` in
 * milliseconds. `site`: the addresses that the site answers itself. Only editors see these problems, so they name what is
 * hidden.
 */
export function pickProblems(store: Store, now: number, site: OwnAddresses | undefined): Problem[] {
  return store
    .all(
      `SELECT file, target, line, "column", field FROM checked CROSS JOIN reference ON reference.file = checked.value
       WHERE kind = 'article' AND field IN ${pickFields}`,
    )
    .flatMap((row) => {
      const place = { ...referencePosition(row), field: textOf(row, 'field') };
      const found = wordsOf(store, place.file, textOf(row, 'target'), now, site);
      if (!found) return [];
      const { code, ...words } = found;
      return [problem(code, place, words)];
    });
}

function wordsOf(
  store: Store,
  file: string,
  address: string,
  now: number,
  site: OwnAddresses | undefined,
): Words | undefined {
  const columns = 'SELECT article.file, article.address, status, opens, closes FROM';
  const own = store.get(`${columns} article WHERE file = ?`, file);
  const there = store.get(`${columns} article WHERE address = ? ${precedence} LIMIT 1`, address);
  const byAlias =
    there ??
    store.get(
      `${columns} alias JOIN article ON article.key = alias.article WHERE alias.address = ? ${precedence} LIMIT 1`,
      address,
    );
  const target =
    byAlias ??
    store.get(`${columns} once_public JOIN article USING (id) WHERE once_public.address = ? LIMIT 1`, address);
  if (!target) return missingWords(store, address, site);
  if (textOf(target, 'file') === file)
    return {
      code: 'related-missing',
      message: `${address} is this article itself.`,
      why: 'No article is related to itself, so the link is left out.',
      fix: 'Remove it, or correct the address.',
    };
  const hidden = hiddenWords(target, Math.max(now, own ? numberOf(own, 'opens') : 0), now);
  if (hidden) return hidden;
  if (there) return undefined;
  const present = textOf(target, 'address');
  return {
    code: 'related-moved',
    message: `The article is at ${present} now.`,
    why: byAlias
      ? 'The link leads there, because the article has this address as an alias.'
      : 'The link leads there only as long as this store knows where the article was. Another store does not know it.',
    fix: `Write ${present}.`,
  };
}

/** Why readers do not see a link to an article, from the instant on from which they see the page that has it. */
function hiddenWords(target: Row, from: number, now: number): Words | undefined {
  const file = textOf(target, 'file');
  const [opens, closes] = [numberOf(target, 'opens'), numberOf(target, 'closes')];
  const hidden = (what: string, fix: string): Words => ({
    code: 'related-hidden',
    message: `${file} ${what}.`,
    why: 'Readers do not see a link to an article that is not public.',
    fix,
  });
  const { status } = target;
  if (status === 'killed') return hidden('is killed', 'Remove the link, or pick another article.');
  if (closes <= now) return hidden('has expired', 'Remove the link, or pick another article.');
  if (opens <= from) return undefined;
  if (opens < never)
    return hidden(
      `is not public before ${printInstant(opens)}`,
      'The link appears then. Pick another article if readers need one before.',
    );
  const what = status === 'draft' ? 'is a draft' : status === 'withheld' ? 'is withheld' : 'is hidden by an error';
  return hidden(what, 'Publish it, or remove the link.');
}

/** What is at an address at which there is no article. */
function missingWords(store: Store, address: string, site: OwnAddresses | undefined): Words {
  const words = { code: 'related-missing', why: 'Only an article can be picked. The link is left out.' } as const;
  const refused = refusedFile(store, filesNamed('article', address));
  if (refused !== undefined)
    return {
      ...words,
      message: `${refused} cannot be read: it has an error.`,
      why: 'The link would lead nowhere, and is left out.',
      fix: `Mend ${refused} first.`,
    };
  const kind = kindOfPage(store, address);
  const fix = 'Remove it. A link in the text can lead there.';
  if (kind !== undefined) {
    const message = `${address} is the page of a ${kind}, not an article.`;
    return { ...words, message, fix: kind === 'topic' ? 'Remove it. `topics` leads to topics.' : fix };
  }
  if (site && isOwnAddress(site, address))
    return { ...words, message: `${address} is a page of the site itself, not an article.`, fix };
  return {
    ...words,
    message: `There is no article at ${address}.`,
    why: 'The link would lead nowhere, and is left out.',
    fix: 'Correct the address, or remove the link.',
  };
}

/** What kind of thing has a file whose page is, or was, at an address. */
function kindOfPage(store: Store, address: string): string | undefined {
  const [, , slug = '', ...below] = address.split('/');
  const kind = kindAt(address.slice(1));
  const own = "SELECT kind FROM entity WHERE kind = ? AND slug = ? AND kind IN ('topic', 'person', 'storyline')";
  const row =
    store.get('SELECT kind FROM entity_alias WHERE address = ? LIMIT 1', address) ??
    (below.length === 0 && kind !== undefined ? store.get(own, kind, slug) : undefined);
  return row && textOf(row, 'kind');
}
