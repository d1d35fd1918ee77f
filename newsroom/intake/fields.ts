import type { z } from 'zod';
import { problem, severities, type Problem, type ProblemCode } from '../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';

/**
 * Checks front matter against its schema. Every field that is wrong is named; a field that nobody knows is
 * named too, and left out, since a typing error in `embargo` must not pass in silence.
 */
export function readFields<T extends z.ZodObject>(
  schema: T,
  file: string,
  matter: FrontMatter,
): { fields: z.output<T> | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(matter.data)) {
    if (Object.hasOwn(schema.shape, name)) {
      // `field:` with nothing behind it means the same as no such line.
      if (value !== null) known[name] = value;
    } else {
      const near = nearest(name, Object.keys(schema.shape));
      problems.push(
        problem(
          near !== undefined && gates.has(near) ? 'field-misspelt' : 'field-unknown',
          { file, field: name, ...matter.placeOf([name]) },
          {
            message: `There is no field “${name}”.`,
            why: 'A field that nothing reads is most often one that was misspelt.',
            fix: near ? `Write “${near}”, or take the line out.` : 'Take the line out.',
          },
        ),
      );
    }
  }
  const result = schema.safeParse(known, { reportInput: true });
  if (result.success)
    return { fields: problems.some(({ severity }) => severity === 'error') ? undefined : result.data, problems };
  for (const issue of result.error.issues) problems.push(fromIssue(issue, file, matter, known));
  return { fields: undefined, problems };
}

function fromIssue(issue: z.core.$ZodIssue, file: string, matter: FrontMatter, data: Record<string, unknown>): Problem {
  const inner = deepest(issue);
  const path = inner.path;
  const field = path.map(String).join('.');
  const top = path[0];
  const place = { file, field, ...matter.placeOf(path) };
  if (path.length === 1 && top !== undefined && data[String(top)] === undefined) {
    return problem(
      'field-missing',
      { ...place, line: 1, column: 1 },
      {
        message: `The field “${field}” is missing.`,
        why: 'It is required: nothing sensible can stand in for it.',
        fix: examples[field] ?? `Add a line \`${field}: …\`.`,
      },
    );
  }
  const unknownKeys = inner.code === 'unrecognized_keys' ? inner.keys : [];
  if (unknownKeys.length > 0) {
    return problem(
      'field-invalid',
      { ...place, ...matter.placeOf([...path, unknownKeys[0] ?? '']) },
      {
        message: `“${field}” has no part “${unknownKeys.join('”, “')}”.`,
        why: 'A part that nothing reads is most often one that was misspelt.',
        fix: 'Take it out, or write its name as docs/writing.md has it.',
      },
    );
  }
  return problem(codeOf(inner), place, {
    message: `“${field}”: ${inner.message}.`,
    why: `The value as it stands cannot be used${shown(inner.input)}.`,
    fix: examples[String(top)] ?? 'Write it as docs/writing.md shows it.',
  });
}

/** The issue that says most: a union's own message, unless one branch got further than its first step. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const further = issue.errors
    .flat()
    .filter(
      ({ path, code }) =>
        path.length > 0 || code === 'unrecognized_keys' || (typeof issue.input === 'string' && code === 'custom'),
    )
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return further ? { ...further, path: [...issue.path, ...further.path] } : issue;
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof code === 'string' && isCode(code) ? code : 'field-invalid';
}

function isCode(code: string): code is ProblemCode {
  return code in severities;
}

function shown(input: unknown): string {
  if (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean') return '';
  const text = String(input);
  return `: “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

/** Fields that hide: one of them misspelt would publish what was meant to wait, so the file is not taken in. */
const gates = new Set(['embargo', 'expires', 'status', 'published']);

const examples: Record<string, string> = {
  id: 'Add `id: urn:uuid:…`; `npx dateline new` mints one.',
  headline: 'Add `headline: …`, in quotes where it holds a colon.',
  published: 'Write a day, a time and an offset: `published: 2026-01-13T18:30:00+09:00`.',
  updated: 'Write a day, a time and an offset: `updated: 2026-01-13T18:30:00+09:00`.',
  embargo:
    'Write a day, a time and an offset: `embargo: 2026-01-13T18:30:00+09:00`. Until then the article stays hidden.',
  expires: 'Write a day, a time and an offset: `expires: 2026-01-13T18:30:00+09:00`.',
  topics: 'Write a list of files under topics/: `topics: [superpowers, east-asia]`.',
  byline: 'Write `byline: [world-desk]` for a file under people/, or `byline: [{ name: Ann Example }]`.',
  title: 'Add `title: …`, in quotes where it holds a colon.',
  name: 'Add `name: …`.',
};

/** The known name that is at most two typing errors away. */
function nearest(name: string, names: readonly string[]): string | undefined {
  return names
    .map((known) => ({ known, distance: distance(name.toLowerCase(), known.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= 2 && candidate.distance < candidate.known.length / 2)
    .toSorted((a, b) => a.distance - b.distance)[0]?.known;
}

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
