import type { ReactNode } from 'react';
import { monthInWords } from '../words/dates.ts';
import { counted } from '../words/fill.ts';
import type { Words } from '../words/words.ts';
import type { Month } from './months.ts';

/** Months, each with the number of its stories. `level` is that of their names. */
export function MonthList({
  months,
  words,
  level: Heading,
}: {
  months: readonly Month[];
  words: Words;
  level: 'h2' | 'h3';
}): ReactNode {
  return (
    <ul className="periods">
      {months.map(({ month, count }) => (
        <li key={month}>
          <Heading>
            <a href={`/${month}`}>{monthInWords(month, words.lang)}</a>
          </Heading>
          <p className="reason">{counted(words, words.parts.articles, count)}</p>
        </li>
      ))}
    </ul>
  );
}
