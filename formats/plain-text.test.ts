import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../newsroom/intake/body.ts';
import { bodyText, clean } from './plain-text.ts';

function told(markdown: string, figures = true): string {
  return bodyText(readBody('test.mdx', markdown, 1).body, { figures });
}

test('a paragraph is one line, a crosshead stands between dashes, marks are gone', () => {
  assert.equal(
    told('One *two*\n**three** [four](/topics).[^1]\n\n## A crosshead\n\nA line\\\nbroken.\n\n[^1]: The note.'),
    'One two three four. [1]\n\n- A crosshead -\n\nA line\nbroken.\n\n[1] The note.',
  );
});

test('lists, quotations, code and rules keep their shape', () => {
  assert.equal(
    told(
      '3. three\n   - nested\n\n     more\n4. four\n\n- [x] done\n\n> quoted\n>\n> twice\n\n```\ncode\n\n  here\n```\n\n---',
    ),
    '3. three\n   - nested\n     more\n4. four\n\n- [x] done\n\n> quoted\n>\n> twice\n\n    code\n\n      here\n\n* * *',
  );
});

test('elements are told with their titles; pictures by their words, or not at all', () => {
  const body =
    '<Figure src="a.svg" alt="A field" caption="In May." credit="B. Blott" />\n\n<FactBox title="Facts">\nOne.\n</FactBox>\n\n<Timeline title="Then">\n- **2025** It began.\n</Timeline>\n\n<PullQuote by="Ada">\nLifted.\n</PullQuote>';
  const rest = '| Facts\n|\n| One.\n\nThen\n\n- 2025: It began.\n\n> Lifted.\n>\n> — Ada';
  assert.equal(told(body), `[Picture: A field]\nIn May. (B. Blott)\n\n${rest}`);
  assert.equal(told(body, false), rest);
});

test('nothing in a text can steer a terminal', () => {
  assert.equal(clean('a\u001b[31mb\u0007\u009bc\td\ne'), 'a [31mb  c d\ne');
});
