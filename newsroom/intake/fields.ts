import type { z } from 'zod';
import { codePoint } from '../model/characters.ts';
import { describe } from '../model/field-types.ts';
import { problem, severities, type Problem, type ProblemCode } from '../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { gateStated, typingErrors } from './gate-marks.ts';

/**
 * Checks front matter against the schema of its file. Every wrong field is reported. A field that the schema does not
 * have is reported too, and left out. `fields` is undefined where there is an error.
 */
export function readFields<T extends z.ZodObject>(
  schema: T,
  file: string,
  matter: FrontMatter,
): { fields: z.output<T> | undefined; problems: Problem[] } {
  const problems: Problem[] = [...matter.warnings];
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(matter.data)) {
    if (Object.hasOwn(schema.shape, name)) {
      // `field:` without a value means the same as no such line, except for a gate whose value may be forgotten.
      if (value !== null) known[name] = value;
      else if (schema.shape[name]?.meta()?.hides === true && schema.shape[name].safeParse(undefined).success)
        problems.push(emptyGate(name, file, matter));
    } else problems.push(unknownField(schema, name, file, matter));
  }
  let result = schema.safeParse(known, { reportInput: true });
  const isLeftOut = ({ path }: z.core.$ZodIssue): boolean => schema.shape[String(path[0])]?.meta()?.leavesOut === true;
  const leftOut = result.success ? [] : result.error.issues.filter(isLeftOut);
  if (leftOut.length > 0) {
    for (const issue of leftOut)
      problems.push({ ...fromIssue(schema, issue, file, matter, known), severity: 'warning' });
    result = schema.safeParse(without(known, leftOut), { reportInput: true });
  }
  if (result.success) {
    const refused = problems.some(({ severity }) => severity === 'error');
    return { fields: refused ? undefined : result.data, problems };
  }
  for (const issue of result.error.issues) problems.push(fromIssue(schema, issue, file, matter, known));
  return { fields: undefined, problems };
}

/** Fields without the items, or the values, that have issues. */
function without(known: Record<string, unknown>, issues: readonly z.core.$ZodIssue[]): Record<string, unknown> {
  const rest = { ...known };
  for (const {
    path: [field],
  } of issues) {
    const name = String(field);
    const value = known[name];
    const bad = new Set(issues.filter(({ path }) => path[0] === field).map(({ path }) => path[1]));
    if (Array.isArray(value) && !bad.has(undefined)) rest[name] = value.filter((_, index) => !bad.has(index));
    else delete rest[name];
  }
  return rest;
}

function emptyGate(name: string, file: string, matter: FrontMatter): Problem {
  const what = name === 'status' ? 'the status' : 'the instant';
  return problem(
    'field-invalid',
    { file, field: name, ...matter.positionOf([name]) },
    {
      message: `“${name}” has no value.`,
      why: 'It may be forgotten, so the article is not public.',
      fix: `Write ${what} after the colon, or take the line out.`,
    },
  );
}

/** A misspelt field that hides an article is an error: the article would be public before it should be. */
function unknownField(schema: z.ZodObject, name: string, file: string, matter: FrontMatter): Problem {
  const hides = (known: string | undefined): boolean =>
    known !== undefined && schema.shape[known]?.meta()?.hides === true;
  const gate = gateStated(name, matter.data[name]);
  const near = hides(gate) ? gate : nearest(name, Object.keys(schema.shape));
  return problem(
    hides(near) && near === gate ? 'field-misspelt' : 'field-unknown',
    { file, field: name, ...matter.positionOf([name]) },
    {
      message: `There is no field “${name}”.`,
      why: 'A field that nothing reads is most often a misspelt one.',
      fix: near ? `Write “${meant(near, name, matter.data[name])}”, or take the line out.` : 'Take the line out.',
    },
  );
}

/** The field to write for a name that is like `near`: a status has no instant, but an embargo or an expiry has one. */
function meant(near: string, name: string, value: unknown): string {
  if (near !== 'status' || typeof value !== 'string' || !/^\d{4}-\d\d/.test(value)) return near;
  return /^(?:is)?(?:publi(?:c|sh)|visible|listed|render|live|active|enabled|online)$/i.test(name)
    ? 'embargo'
    : 'expires';
}

function fromIssue(
  schema: z.ZodObject,
  issue: z.core.$ZodIssue,
  file: string,
  matter: FrontMatter,
  data: Record<string, unknown>,
): Problem {
  const inner = deepest(issue);
  const { path } = inner;
  const field = path.map(String).join('.');
  const top = String(path[0] ?? '');
  const fix = fixOf(inner) ?? schema.shape[top]?.meta()?.fix;
  const position = { file, field, ...matter.positionOf(path) };
  const written = matter.writtenAt(path);
  if (path.length === 1 && data[top] === undefined && written === undefined) {
    return problem(
      'field-missing',
      { ...position, line: 1, column: 1 },
      {
        message: `The field “${field}” is missing.`,
        why: 'It is required, and no other value can be used instead.',
        fix: fix ?? `Add a line \`${field}: …\`.`,
      },
    );
  }
  if (written !== undefined && typeof inner.input !== 'string' && accepts(schema, data, path, written)) {
    const name = path.findLast((each) => typeof each === 'string');
    const quoted = `"${written.replaceAll('"', '\\"')}"`;
    return problem('field-invalid', position, {
      message: `“${field}”: ${written} without quotes is ${inYaml(inner.input)}, not text.`,
      why: 'YAML reads some words and all numbers as something else than text.',
      fix: `Put it in quotes: \`${typeof path.at(-1) === 'string' ? `${String(name)}: ${quoted}` : quoted}\`.`,
    });
  }
  const unknownKeys = inner.code === 'unrecognized_keys' ? inner.keys : [];
  if (unknownKeys.length > 0) {
    return problem(
      'field-invalid',
      { ...position, ...matter.positionOf([...path, unknownKeys[0] ?? '']) },
      {
        message: `“${field}” has no part “${unknownKeys.join('”, “')}”.`,
        why: 'A part that nothing reads is most often a misspelt one, or text that a comma or a colon divides.',
        fix: 'Take it out, or write its name as docs/writing.md has it. If it is part of a text, put that text in quotes.',
      },
    );
  }
  return problem(codeOf(inner), position, {
    message: `${sentenceOf(field, inner)}.`,
    why: `The value cannot be used${shown(inner.input)}.`,
    fix: isText(inner, schema, data)
      ? 'Put the text in quotes: a colon and a blank in it make a field of it.'
      : (fix ?? 'Write it as docs/writing.md shows it.'),
  });
}

function fixOf(issue: z.core.$ZodIssue): string | undefined {
  const fix: unknown = issue.code === 'custom' ? issue.params?.['fix'] : undefined;
  return typeof fix === 'string' ? fix : undefined;
}

/** What is wrong with a field. Messages of Zod itself are in the terms of a programmer. */
function sentenceOf(field: string, issue: z.core.$ZodIssue): string {
  const { message, input } = issue;
  if (issue.code === 'invalid_type' && message.startsWith('Invalid input'))
    return `“${field}”: expected ${inWords[issue.expected] ?? issue.expected}, found ${describe(input)}`;
  if (issue.code === 'invalid_value' && message.startsWith('Invalid'))
    return `“${field}”: expected one of: ${issue.values.map(String).join(', ')}`;
  return `“${field}”${/^(?:is|holds|has) /.test(message) ? '' : ':'} ${message}`;
}

const inWords: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'parts with names, in braces',
  record: 'parts with names, in braces',
};

/** What YAML makes of a value without quotes. */
function inYaml(value: unknown): string {
  if (value === null || value === undefined) return 'no value';
  return typeof value === 'boolean' ? `the value ${value}` : `the number ${String(value)}`;
}

/** Whether text was expected where a map was found, as `- Nara: a summit` makes one. */
function isText(issue: z.core.$ZodIssue, schema: z.ZodObject, data: Record<string, unknown>): boolean {
  const { input, path } = issue;
  const isMap = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isMap && issue.code === 'invalid_type' && issue.expected === 'string' && accepts(schema, data, path, 'text');
}

/** Whether a value could be used at a path, whatever else is wrong. */
function accepts(
  schema: z.ZodObject,
  data: Record<string, unknown>,
  path: readonly PropertyKey[],
  value: unknown,
): boolean {
  const result = schema.safeParse(withValue(data, path, value));
  const at = path.map(String).join('.');
  return (
    result.success ||
    !result.error.issues.some((issue) => `${deepest(issue).path.map(String).join('.')}.`.startsWith(`${at}.`))
  );
}

/** A copy of `data` with another value at a path. */
function withValue(data: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data))
    return data.map((each: unknown, index) => (index === key ? withValue(each, rest, value) : each));
  const fields: Record<PropertyKey, unknown> = typeof data === 'object' && data !== null ? { ...data } : {};
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}

/** The most precise issue: that of the union itself, unless one of its branches failed deeper inside the value. */
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
  const text = String(input).replace(/[\t\n]/g, codePoint);
  return `: “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

/** The known name that is at most two typing errors away. */
function nearest(name: string, names: readonly string[]): string | undefined {
  return names
    .map((known) => ({ known, errors: typingErrors(name.toLowerCase(), known.toLowerCase(), 2) }))
    .filter(({ known, errors }) => errors <= 2 && errors < known.length / 2)
    .toSorted((a, b) => a.errors - b.errors)[0]?.known;
}
