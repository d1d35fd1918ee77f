import { problem, type Problem } from '../model/problem.ts';
import { precedence } from '../store/schema.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';

/**
 * Aliases of the files in `looked` that say what another file says already, or what is said without them. An alias takes
 * nothing from an article that stands at its address; of two articles with one alias, the first that is public has it.
 */
export function collisions(store: Store): Problem[] {
  return store
    .all(
      `SELECT * FROM (
         SELECT reference.file AS file, target, line, "column", own.address AS own,
           (SELECT file FROM article WHERE article.address = target AND article.file <> reference.file
            ${precedence} LIMIT 1) AS stands,
           (SELECT other.file FROM alias JOIN article AS other ON other.key = alias.article
            WHERE alias.address = target AND other.file <> reference.file
            ${precedence} LIMIT 1) AS shares
         FROM checked CROSS JOIN reference ON reference.file = checked.value AND reference.kind = 'alias'
           JOIN article AS own ON own.file = reference.file
       ) WHERE own = target OR stands IS NOT NULL OR shares IS NOT NULL`,
    )
    .map((row) => {
      const alias = textOf(row, 'target');
      const file = textOf(row, 'file');
      const place = { file, line: numberOf(row, 'line'), column: numberOf(row, 'column'), field: 'aliases' };
      if (textOf(row, 'own') === alias) {
        const message = `The alias ${alias} is the address of the article itself, ${file}.`;
        const why = 'It leads nowhere else, and hides nothing.';
        return problem('address-collision', place, { message, why, fix: 'Take it out.' }, 'warning');
      }
      const { stands, shares } = row;
      return typeof stands === 'string'
        ? problem('address-collision', place, {
            message: `The alias ${alias} is the address of ${stands}.`,
            why: 'The article that stands at an address keeps it, so whoever follows the old one comes to another story.',
            fix: `Take the alias out, or rename ${stands}.`,
          })
        : problem('address-collision', place, {
            message: `The alias ${alias} is also an alias of ${String(shares)}.`,
            why: 'An address can lead to one article only: it leads to the first that is public.',
            fix: 'Take it out of one of the two files.',
          });
    });
}
