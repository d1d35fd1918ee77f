import { problem, type Problem } from '../model/problem.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import { referencePosition } from './reference-position.ts';

/**
 * The files whose numbers may be right or wrong now that parts of series were added or removed: those with the same number
 * and those with the next one. `parts` as in `Touched`. A series may be long, so the others are not read.
 */
export function filesBesideParts(store: Store, parts: Iterable<string>): string[] {
  return [...parts].flatMap((each) => {
    const [series, part]: [string, number] = JSON.parse(each);
    const sql = `SELECT file FROM series_part JOIN article ON key = article WHERE series = :series AND part IN (
      :part, (SELECT min(part) FROM series_part WHERE series = :series AND part > :part))`;
    return store.all(sql, { series, part }).map((row) => textOf(row, 'file'));
  });
}

/** In the files of the table `checked`: numbers that another file of the series has too, and numbers after a gap. */
export function seriesProblems(store: Store): Problem[] {
  return store
    .all(
      `SELECT own.file, own.detail ->> '$.series.name' AS name, series, part, line, column, field,
         (SELECT article.file FROM series_part AS twin JOIN article ON article.key = twin.article
          WHERE twin.series = place.series AND twin.part = place.part AND twin.article <> place.article
          ORDER BY article.file LIMIT 1) AS twin,
         (SELECT max(part) FROM series_part AS earlier
          WHERE earlier.series = place.series AND earlier.part < place.part) AS previous
       FROM checked CROSS JOIN article AS own ON own.file = checked.value
       JOIN series_part AS place ON place.article = own.key
       JOIN reference ON reference.file = own.file AND reference.kind = 'series'
       ORDER BY own.file`,
    )
    .flatMap((row) => {
      const { twin, previous } = row;
      const part = numberOf(row, 'part');
      const before = typeof previous === 'number' ? previous : 0;
      const series = `the series “${textOf(row, 'name')}”`;
      const place = { ...referencePosition(row), field: textOf(row, 'field') };
      const found: Problem[] = [];
      if (typeof twin === 'string')
        found.push(
          problem('series-part', place, {
            message: `Part ${part} of ${series} is also ${twin}.`,
            why: 'Two parts have one number, so readers do not see how many parts there are.',
            fix: 'Give one of them another number.',
          }),
        );
      if (before < part - 1)
        found.push(
          problem('series-part', place, {
            message: `This is part ${part} of ${series}, and there is no part ${part - 1}.`,
            why:
              before === 0
                ? 'The series has no earlier part, so readers do not see how many parts there are.'
                : `The part before it is part ${before}, so readers do not see how many parts there are.`,
            fix: `Correct the number, or write part ${part - 1}. A draft counts here, too.`,
          }),
        );
      return found;
    });
}
