import { markdownLineEnding } from 'micromark-util-character';
import type { Construct } from 'micromark-util-types';

/** The next line belongs to the same container, and is not a lazy continuation (CommonMark, 5.1). */
export const lineContinues = lineContinuing(true);

/** The same, and the line is not blank. */
export const textContinues = lineContinuing(false);

function lineContinuing(canBeBlank: boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const self = this;
      return (code) => {
        if (!markdownLineEnding(code)) return nok(code);
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return (next) =>
          self.parser.lazy[self.now().line] === true || next === null || (!canBeBlank && markdownLineEnding(next))
            ? nok(next)
            : ok(next);
      };
    },
  };
}
