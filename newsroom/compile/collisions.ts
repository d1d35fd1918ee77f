import { isOwnAddress, type OwnAddresses } from '../model/own-addresses.ts';
import { problem, type Problem } from '../model/problem.ts';
import { entityPrecedence, precedence } from '../store/schema.ts';
import { textOf, type Row, type Store } from '../store/store.ts';
import { referencePosition } from './reference-position.ts';

/**
 * Aliases in the files of the table `checked` that are another file's address or alias, the address of their own file, or an
 * address of the site itself, which the writer has left out. An alias takes nothing from what is at its address; of several
 * files with one alias, one has it.
 */
export function collisions(store: Store, site: OwnAddresses | undefined): Problem[] {
  return store
    .all(
      // Of twins such as x.md and x.mdx only one counts.
      `SELECT file, target, line, "column" FROM checked CROSS JOIN reference ON reference.file = checked.value
       WHERE reference.kind = 'alias' AND (EXISTS (SELECT 1 FROM article WHERE article.file = reference.file)
         OR EXISTS (SELECT 1 FROM entity WHERE entity.file = reference.file))`,
    )
    .flatMap((row) => collisionOf(store, row, site) ?? []);
}

function collisionOf(store: Store, reference: Row, site: OwnAddresses | undefined): Problem | undefined {
  const alias = textOf(reference, 'target');
  const place = { ...referencePosition(reference), field: 'aliases' };
  const { file } = place;
  const [path = ''] = alias.split('?', 1);
  if (addressOf(file) === path) {
    const message = `The alias ${alias} is the address of the file itself, ${file}.`;
    const why = 'It leads nowhere else, and hides nothing.';
    return problem('address-collision', place, { message, why, fix: 'Remove it.' }, 'warning');
  }
  if (site && isOwnAddress(site, alias)) {
    const message = `The alias ${alias} is an address of the site itself.`;
    const why = 'It is left out: only the site answers there, so the old address never leads to this page.';
    return problem('address-collision', place, { message, why, fix: 'Remove it.' }, 'warning');
  }
  const owner = fileAt(store, path, file);
  if (owner !== undefined)
    return problem('address-collision', place, {
      message: `The alias ${alias} is the address of ${owner}.`,
      why: 'A page keeps its address, so a reader who follows the old one comes to another page.',
      fix: `Remove the alias, or rename ${owner}.`,
    });
  const other = fileWithAlias(store, alias, file);
  return other === undefined
    ? undefined
    : problem('address-collision', place, {
        message: `The alias ${alias} is also an alias of ${other}.`,
        why: 'An address can lead to one page only: to the first public article that has it, or else to a topic, a page, a person or a storyline.',
        fix: 'Remove it from one of the two files.',
      });
}

/** Pages of the newsroom in the files of the table `checked` whose address only the site has: nothing leads to them. */
export function takenPages(store: Store, site: OwnAddresses | undefined): Problem[] {
  return store
    .all("SELECT file, slug FROM checked CROSS JOIN entity ON entity.file = checked.value WHERE kind = 'page'")
    .flatMap((row) => {
      const address = `/${textOf(row, 'slug')}`;
      if (!site?.taken.test(address)) return [];
      const message = `The address of this page, ${address}, is one that the site itself uses.`;
      const why = 'Only the site answers there, so nobody can read the page.';
      return [
        problem(
          'address-collision',
          { file: textOf(row, 'file') },
          { message, why, fix: 'Rename the file or its folder.' },
        ),
      ];
    });
}

/** The address that a file's position in the folder gives it: `articles/2026/01/13/x.mdx`, `pages/x.mdx`, `topics/x.mdx`. */
export function addressOf(file: string): string {
  return `/${file.replace(/^(?:articles|pages)\//, '').replace(/\.mdx?$/, '')}`.normalize('NFC');
}

/** The file at an address, other than `file`; it may be hidden. */
export function fileAt(store: Store, address: string, file = ''): string | undefined {
  const article = `SELECT file FROM article WHERE address = :address AND file <> :file ${precedence} LIMIT 1`;
  const entity = `SELECT file FROM entity WHERE file <> :file
    AND (file IN (:stem || '.md', :stem || '.mdx') OR (kind = 'page' AND slug = :stem))`;
  const row = store.get(article, { address, file }) ?? store.get(entity, { stem: address.slice(1), file });
  return row && textOf(row, 'file');
}

/** The file that has an alias, other than `file`. */
function fileWithAlias(store: Store, alias: string, file: string): string | undefined {
  const article = `SELECT file FROM alias JOIN article ON article.key = alias.article
    WHERE alias.address = :alias AND file <> :file ${precedence} LIMIT 1`;
  const entity = `SELECT entity.file FROM entity_alias JOIN entity ON entity.file = entity_alias.file
    WHERE entity_alias.address = :alias AND entity.file <> :file ORDER BY ${entityPrecedence} LIMIT 1`;
  const row = store.get(article, { alias, file }) ?? store.get(entity, { alias, file });
  return row && textOf(row, 'file');
}
