import { z } from 'zod';
import { codePoint } from '../model/characters.ts';
import { describe } from '../model/field-types.ts';
import { problem, severities, type Problem, type ProblemCode, type Severity } from '../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';
import { gateStated, typingErrors } from './gate-marks.ts';
import { LeftOut } from './left-out.ts';

/** What was read of the fields of a file. */
export interface FieldsReading<T extends z.ZodObject> {
  /** Undefined where an error refuses the file. */
  fields: z.output<T> | undefined;
  /** There may be errors beside `fields`: of values that are left out. */
  problems: Problem[];
  /** The path in the file of a path in `fields`: items of lists that are left out count in the file. */
  writtenPath(path: readonly PropertyKey[]): PropertyKey[];
}

/**
 * Checks front matter against the schema of its file. Every wrong field is reported. A field that the schema does not
 * have is reported too, and left out; so is a bad value where the schema says so (`leavesOut`).
 */
export function readFields<T extends z.ZodObject>(schema: T, file: string, matter: FrontMatter): FieldsReading<T> {
  const problems: Problem[] = [...matter.warnings];
  const ofOtherFiles: Problem[] = [];
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(matter.data)) {
    if (Object.hasOwn(schema.shape, name)) {
      // `field:` without a value means the same as no such line, except for a gate whose value may be forgotten.
      if (value !== null) known[name] = value;
      else if (schema.shape[name]?.meta()?.hides === true && schema.shape[name].safeParse(undefined).success)
        problems.push(emptyGate(name, file, matter));
    } else if (Object.hasOwn(schema.meta()?.elsewhere ?? {}, name))
      ofOtherFiles.push(ofOtherFile(schema, name, file, matter));
    else problems.push(unknownField(schema, name, file, matter));
  }
  let result = schema.safeParse(known, { reportInput: true });
  const leftOut = new LeftOut();
  // Of a value that is a text or has parts, the unknown parts are known only when the others are right.
  for (let round = 0; round < 3 && !result.success; round += 1) {
    const unknown = result.error.issues.flatMap((issue) => unknownParts(schema, issue));
    if (unknown.length === 0) break;
    for (const path of unknown) {
      problems.push(unknownPart(schema, path, valueAt(known, path), file, matter));
      leftOut.add(path);
    }
    result = schema.safeParse(leftOut.takenFrom(known), { reportInput: true });
  }
  const isRefused = problems.some(({ severity }) => severity === 'error');
  problems.push(...ofOtherFiles);
  const values = leftOut.isEmpty ? known : leftOut.takenFrom(known);
  for (const issue of result.success ? [] : result.error.issues) {
    const severity = leavesOut(schema, issue);
    if (severity === undefined) continue;
    const found = fromIssue(schema, issue, file, matter, values);
    problems.push({ ...found, severity, why: `${found.why} It is left out.` });
    // A place without its country would be another place, and that is an error: all of such an item is left out.
    leftOut.add(severity === 'warning' ? smallest(schema, issue, values) : itemOrField(issue));
  }
  if (!leftOut.isEmpty) result = schema.safeParse(leftOut.takenFrom(known), { reportInput: true });
  for (const issue of result.success ? [] : result.error.issues)
    problems.push(fromIssue(schema, issue, file, matter, known));
  return {
    fields: result.success && !isRefused ? result.data : undefined,
    problems,
    writtenPath: (path) => leftOut.writtenPath(path),
  };
}

/** The severity of the problem with which a bad value is left out; `undefined` where it refuses the file. */
function leavesOut(schema: z.ZodObject, { path: [name] }: z.core.$ZodIssue): Severity | undefined {
  const field = schema.shape[String(name)];
  const ofFile = field?.safeParse(undefined).success ? schema.meta()?.leavesOut : undefined;
  return field?.meta()?.leavesOut ?? ofFile;
}

/** The paths of the parts that nothing reads and that are left out, where an issue is about them. */
function unknownParts(schema: z.ZodObject, issue: z.core.$ZodIssue): PropertyKey[][] {
  const inner = deepest(issue);
  const isDropped = schema.meta()?.dropsParts === true || leavesOut(schema, issue) !== undefined;
  return isDropped && inner.code === 'unrecognized_keys' ? inner.keys.map((key) => [...inner.path, key]) : [];
}

function valueAt(data: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined) return data;
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? valueAt(Object.entries(data).find(([name]) => name === String(key))?.[1], rest)
    : undefined;
}

/** A part that nothing reads is left out, as such a field is. A misspelt name of a gate is an error. */
function unknownPart(
  schema: z.ZodObject,
  path: readonly PropertyKey[],
  value: unknown,
  file: string,
  matter: FrontMatter,
): Problem {
  const [top, name] = [String(path[0]), String(path.at(-1))];
  const gate = gateStated(name, value);
  const hides = gate !== undefined && schema.shape[gate]?.meta()?.hides === true;
  const near = nearest(name, partNames(schema.shape[top]));
  const docs = docsOf(schema, top);
  return problem(
    hides ? 'field-misspelt' : 'field-unknown',
    { file, field: path.map(String).join('.'), ...matter.positionOf(path) },
    {
      message: `${nameOf(path.slice(0, -1))} has no part “${name}”.`,
      why: hides
        ? 'It may mean that the article must not be seen, so the article is not public.'
        : 'A part that nothing reads is most often a misspelt one, or text that a comma or a colon divides. It is left out.',
      fix: hides
        ? `Write “${gate}” in a line of its own, or take it out.`
        : near !== undefined
          ? `Write “${near}”, or take it out.`
          : `Take it out, or write its name as ${docs} has it. If it is part of a text, put that text in quotes.`,
    },
  );
}

/** The names of all parts that a field can have, at any depth. */
function partNames(schema: z.core.$ZodType | undefined): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) => [name, ...partNames(part)]);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return partNames(schema.unwrap());
  if (schema instanceof z.ZodArray) return partNames(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(partNames);
  return schema instanceof z.ZodPipe ? [...partNames(schema.in), ...partNames(schema.out)] : [];
}

/** A path in the fields as an editor reads it, who counts from 1: `“numbers”, entry 2, “value”`. */
function nameOf(path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let isWord = false;
  for (const key of path) {
    if (typeof key === 'number') names.push(`entry ${key + 1}`);
    else if (isWord) names.push(`${(names.pop() ?? '').slice(0, -1)}.${String(key)}”`);
    else names.push(`“${String(key)}”`);
    isWord = typeof key !== 'number';
  }
  return names.join(', ');
}

function docsOf(schema: z.ZodObject, top: string): string {
  return schema.shape[top]?.meta()?.docs ?? 'docs/writing.md';
}

/** What is left out with an issue: an optional part of an item or a field, if the rest is right; or else all of it. */
function smallest(schema: z.ZodObject, issue: z.core.$ZodIssue, values: Record<string, unknown>): PropertyKey[] {
  const whole = itemOrField(issue);
  const part = deepest(issue).path.slice(0, whole.length + 1);
  if (part.length === whole.length) return whole;
  const { error } = schema.safeParse(withValue(values, part, undefined));
  const isRight = !error?.issues.some(({ path }) => whole.every((key, index) => path[index] === key));
  return isRight ? part : whole;
}

/** The innermost item of a list that an issue is about, or else the field. */
function itemOrField(issue: z.core.$ZodIssue): PropertyKey[] {
  const { path } = deepest(issue);
  const item = path.findLastIndex((key) => typeof key === 'number');
  return path.slice(0, Math.max(item + 1, 1));
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
  const { moved = {} } = schema.meta() ?? {};
  const near = hides(gate) ? gate : nearest(name, Object.keys(schema.shape));
  return problem(
    hides(near) && near === gate ? 'field-misspelt' : 'field-unknown',
    { file, field: name, ...matter.positionOf([name]) },
    {
      message: `There is no field “${name}”.`,
      why: 'A field that nothing reads is most often a misspelt one.',
      fix:
        (Object.hasOwn(moved, name) ? moved[name] : undefined) ??
        (near ? `Write “${meant(near, name, matter.data[name])}”, or take the line out.` : 'Take the line out.'),
    },
  );
}

/** A field that belongs in another file. */
function ofOtherFile(schema: z.ZodObject, name: string, file: string, matter: FrontMatter): Problem {
  return problem(
    'field-invalid',
    { file, field: name, ...matter.positionOf([name]) },
    {
      message: `“${name}” is no field of this file.`,
      why: 'It belongs in another file. It is left out.',
      fix: schema.meta()?.elsewhere?.[name] ?? 'Take the line out.',
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
  const name = nameOf(path);
  const top = String(path[0] ?? '');
  const own = schema.shape[top]?.meta()?.fix;
  const fix = fixOf(inner) ?? (path.length === 1 ? own : undefined) ?? fixOfWords(inner) ?? own;
  const docs = docsOf(schema, top);
  const position = { file, field, ...matter.positionOf(path) };
  const written = matter.writtenAt(path);
  if (path.length === 1 && data[top] === undefined && written === undefined) {
    return problem(
      'field-missing',
      { ...position, line: 1, column: 1 },
      {
        message: `The field ${name} is missing.`,
        why: 'It is required, and no other value can be used instead.',
        fix: fix ?? `Add a line \`${field}: …\`.`,
      },
    );
  }
  if (written !== undefined && typeof inner.input !== 'string' && accepts(schema, data, path, written)) {
    const last = path.findLast((each) => typeof each === 'string');
    const quoted = `"${written.replaceAll('"', '\\"')}"`;
    return problem('field-invalid', position, {
      message: `${name}: ${written} without quotes is ${inYaml(inner.input)}, not text.`,
      why: 'YAML reads some words and all numbers as something else than text.',
      fix: `Put it in quotes: \`${typeof path.at(-1) === 'string' ? `${String(last)}: ${quoted}` : quoted}\`.`,
    });
  }
  const unknownKeys = inner.code === 'unrecognized_keys' ? inner.keys : [];
  if (unknownKeys.length > 0) {
    return problem(
      'field-invalid',
      { ...position, ...matter.positionOf([...path, unknownKeys[0] ?? '']) },
      {
        message: `${name} has no part “${unknownKeys.join('”, “')}”.`,
        why: 'A part that nothing reads is most often a misspelt one, or text that a comma or a colon divides.',
        fix: `Take it out, or write its name as ${docs} has it. If it is part of a text, put that text in quotes.`,
      },
    );
  }
  return problem(codeOf(inner), position, {
    message: `${sentenceOf(name, inner)}.`,
    why: `The value cannot be used${shown(inner.input)}.`,
    fix: isText(inner, schema, data)
      ? 'Put the text in quotes: a colon and a blank in it make a field of it.'
      : (fix ?? `Write it as ${docs} shows it.`),
  });
}

function fixOf(issue: z.core.$ZodIssue): string | undefined {
  const fix: unknown = issue.code === 'custom' ? issue.params?.['fix'] : undefined;
  return typeof fix === 'string' ? fix : undefined;
}

/** What to write in place of a word that is none of those that a field knows. */
function fixOfWords(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_value') return undefined;
  const words = issue.values.map(String);
  const near = typeof issue.input === 'string' ? nearest(issue.input, words) : undefined;
  return near === undefined ? `Write one of them: ${words.join(', ')}.` : `Write “${near}”, or another one of them.`;
}

/** What is wrong with a field, by its name in quotes. Messages of Zod itself are in the terms of a programmer. */
function sentenceOf(field: string, issue: z.core.$ZodIssue): string {
  const { message, input } = issue;
  if (issue.code === 'invalid_type' && message.startsWith('Invalid input'))
    return `${field}: expected ${inWords[issue.expected] ?? issue.expected}, found ${describe(input)}`;
  if (issue.code === 'invalid_value' && message.startsWith('Invalid'))
    return `${field}: expected one of: ${issue.values.map(String).join(', ')}`;
  return `${field}${/^(?:is|holds|has) /.test(message) ? '' : ':'} ${message}`;
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
export function nearest(name: string, names: readonly string[]): string | undefined {
  return names
    .map((known) => ({ known, errors: typingErrors(name.toLowerCase(), known.toLowerCase(), 2) }))
    .filter(({ known, errors }) => errors <= 2 && errors < known.length / 2)
    .toSorted((a, b) => a.errors - b.errors)[0]?.known;
}
