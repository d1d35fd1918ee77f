import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupProblems, problem, type ProblemCode } from './problem.ts';

function problems(count: number, code: ProblemCode, file = 'a.mdx'): ReturnType<typeof groupProblems> {
  return Array.from({ length: count }, (_, index) =>
    problem(code, { file, line: index + 1 }, { message: 'Wrong.', why: '', fix: '' }),
  );
}

test('of many problems of one kind in one file the first ten are listed', () => {
  const all = [
    ...problems(2000, 'element-unclosed'),
    ...problems(3, 'link-invalid'),
    ...problems(12, 'link-invalid', 'b.mdx'),
  ];
  const listed = groupProblems(all);
  assert.deepEqual(
    listed.map(({ file, code, line }) => `${file}:${line} ${code}`),
    [
      ...Array.from({ length: 10 }, (_, index) => `a.mdx:${index + 1} element-unclosed`),
      ...Array.from({ length: 3 }, (_, index) => `a.mdx:${index + 1} link-invalid`),
      ...Array.from({ length: 10 }, (_, index) => `b.mdx:${index + 1} link-invalid`),
    ],
  );
  assert.equal(listed[8]?.message, 'Wrong.');
  assert.equal(listed[9]?.message, 'Wrong. There are 1,990 more problems of this kind in the file.');
  assert.equal(listed[22]?.message, 'Wrong. There are 2 more problems of this kind in the file.');
});

test('ten problems of one kind are all listed as they are', () => {
  const all = problems(10, 'element-unclosed');
  assert.deepEqual(groupProblems(all), all);
});
