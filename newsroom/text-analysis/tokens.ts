import { formsAt, type WordForms } from './forms.ts';
import { jointSigns, type Run, type ScannedText } from './runs.ts';

/** A word of a text. Its folded form is not empty. */
export interface Token extends Run {
  forms: WordForms;
}

const betweenJoints = new RegExp(`[^${jointSigns}]+`, 'g');
/** By the dictionaries of ICU, which are the same for every locale. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text, in order. The result depends on nothing else; the time is linear in the length of the text. */
export function tokensOf({ text, runs }: ScannedText): readonly Token[] {
  if (runs.every(isWord)) return runs;
  const found: Token[] = [];
  for (const run of runs) {
    if (isWord(run)) {
      found.push(run);
      continue;
    }
    const { start } = run;
    for (const { 0: part, index: from } of text.slice(start, run.end).matchAll(betweenJoints))
      for (const { segment, index } of segmenter.segment(part)) {
        const place = { start: start + from + index, end: start + from + index + segment.length };
        const forms = formsAt(text, place.start, place.end);
        if (forms.folded !== '') found.push({ ...place, forms });
      }
  }
  return found;
}

function isWord(run: Run): run is Token {
  return run.forms !== undefined;
}
