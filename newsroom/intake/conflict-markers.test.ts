import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from './read-article.ts';
import { readEntity } from './read-entity.ts';

const fields = 'id: urn:x\nheadline: A\npublished: 2026-01-13T12:00:00Z\n';
const head = `---\n${fields}---\n\n`;

function problemsOf(text: string): string[] {
  return readArticle('articles/2026/01/13/x.mdx', text).problems.map(({ code, line }) => `${code} ${line}`);
}

test('the marks of a conflict are an error', async (t) => {
  const cases: [name: string, text: string, line: number][] = [
    ['in the text', `${head}A.\n<<<<<<< HEAD\nB.\n=======\nC.\n>>>>>>> other\n`, 8],
    ['with the common origin', `${head}<<<<<<< ours\nB.\n||||||| base\nC.\n=======\nD.\n>>>>>>> theirs\n`, 7],
    ['without names', `${head}<<<<<<<\nB.\n=======\nC.\n>>>>>>>\n`, 7],
    ['in the front matter', `---\n<<<<<<< HEAD\nid: urn:x\n=======\nid: urn:y\n>>>>>>> other\n---\n\nA.\n`, 2],
    ['the first line only', `${head}<<<<<<< HEAD\nB.\n`, 7],
    ['the last line only', `${head}B.\n>>>>>>> other\n`, 8],
    ['the line of the origin only', `${head}B.\n||||||| base\n`, 8],
    ['the last line after a quotation', `${head}> B.\n>>>>>>> other\n`, 8],
    ['a nested conflict', `${head}<<<<<<<<< Temporary merge branch 1\nB.\n=========\nC.\n>>>>>>>>> 2\n`, 7],
    ['a part of one in code', `${head}\`\`\`\n<<<<<<< HEAD\nB.\n\`\`\`\n`, 8],
    ['one that ends outside the code', `${head}\`\`\`\n<<<<<<< HEAD\nB.\n\`\`\`\n=======\nC.\n>>>>>>> other\n`, 8],
    ['a whole one in code that does not end', `${head}\`\`\`\n<<<<<<< HEAD\nB.\n=======\nC.\n>>>>>>> other\n`, 8],
    ['in a list', `${head}- A\n<<<<<<< HEAD\n- B\n=======\n- C\n>>>>>>> other\n`, 8],
  ];
  for (const [name, text, line] of cases)
    await t.test(name, () => assert.deepEqual(problemsOf(text), [`conflict-marker ${line}`]));
});

test('in every other file of content too', () => {
  const conflict = '<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n';
  for (const [kind, file, text, line] of [
    ['topic', 'topics/a.mdx', `---\n${conflict}---\n`, 2],
    ['person', 'people/a.mdx', `---\nname: A\n---\n${conflict}`, 4],
    ['page', 'about.mdx', `---\ntitle: A\n---\n${conflict}`, 4],
    ['site', 'site.yaml', conflict, 1],
  ] as const) {
    const { entity, problems } = readEntity(kind, file, text);
    assert.equal(entity, undefined);
    assert.deepEqual(
      problems.map((each) => `${each.code} ${each.line}`),
      [`conflict-marker ${line}`],
    );
  }
});

test('a conflict in the front matter that hides on one side hides the article', () => {
  const text = `---\n${fields}<<<<<<< HEAD\nstatus: withheld\n=======\n>>>>>>> other\n---\n\nA.\n`;
  const reading = readArticle('articles/2026/01/13/x.mdx', text);
  assert.ok(reading.article === undefined && reading.gates.hides);
});

test('what is no conflict', async (t) => {
  const cases: [name: string, text: string][] = [
    ['an underlined heading', 'Heading\n=======\n\nB.'],
    ['a whole conflict in a block of code', '```\n<<<<<<< HEAD\nB.\n=======\nC.\n>>>>>>> other\n```'],
    ['the same with the origin, and tildes', '~~~diff\n<<<<<<< a\nB\n||||||| b\nC\n=======\nD\n>>>>>>> c\n~~~'],
    ['code by indentation', '    <<<<<<< HEAD\n    B\n    =======\n    C\n    >>>>>>> other'],
    ['an answered e-mail', '>>>>>> A.\n>>>>>>> B.\n>>>>>>> C.'],
    ['fewer signs', '<<<<<< a\n\n>>>>>> b'],
    ['signs in a line', 'A <<<<<<< HEAD b'],
  ];
  for (const [name, text] of cases) await t.test(name, () => assert.deepEqual(problemsOf(`${head}${text}\n`), []));
});
