import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../newsroom/intake/body.ts';
import { bodyText, clean } from './plain-text.ts';

function written(markdown: string, figures = true): string {
  return bodyText(readBody('test.mdx', markdown, 1).body, { figures });
}

test('a paragraph is one line, a crosshead is between dashes, and marks are gone', () => {
  assert.equal(
    written('One *two*\n**three** [four](/topics).[^1]\n\n## A crosshead\n\nA line\\\nbroken.\n\n[^1]: The note.'),
    'One two three four. [1]\n\n- A crosshead -\n\nA line\nbroken.\n\n[1] The note.',
  );
});

test('lists, quotations, code and rules have a shape of their own', () => {
  assert.equal(
    written(
      '3. three\n   - nested\n\n     more\n4. four\n\n- [x] done\n\n> quoted\n>\n> twice\n\n```\ncode\n\n  here\n```\n\n---',
    ),
    '3. three\n   - nested\n     more\n4. four\n\n- [x] done\n\n> quoted\n>\n> twice\n\n    code\n\n      here\n\n* * *',
  );
});

test('elements have their titles, and pictures are described or left out', () => {
  const body =
    '<Figure src="a.svg" alt="A field" caption="In May." credit="B. Blott" />\n\n<FactBox title="Facts">\nOne.\n</FactBox>\n\n<Timeline title="Then">\n- **2025** It began.\n</Timeline>\n\n<PullQuote by="Ada">\nLifted.\n</PullQuote>';
  const rest = '| Facts\n|\n| One.\n\nThen\n\n- 2025: It began.\n\n> Lifted.\n>\n> — Ada';
  assert.equal(written(body), `[Picture: A field]\nIn May. (B. Blott)\n\n${rest}`);
  assert.equal(written(body, false), rest);
});

test('no text can steer a terminal', () => {
  assert.equal(clean('a\u001b[31mb\u0007\u009bc\td\ne'), 'a [31mb  c d\ne');
});
