import type { ProblemText } from '../problem.ts';

/** The problems for which an item of ninjs is not imported. */

export const noJson = (message: string): ProblemText => ({
  code: 'ninjs-json',
  message: `The file is not JSON: ${message}.`,
  why: 'Nothing can be read from it.',
  fix: 'Check that the file is complete.',
});
export const noObject: ProblemText = {
  code: 'ninjs-object',
  message: 'There is no news object in the file.',
  why: 'ninjs is an object, or a list of objects, with fields such as `uri` and `headlines`.',
  fix: 'Check that the file is ninjs.',
};
export const noUri: ProblemText = {
  code: 'ninjs-uri-missing',
  field: 'uri',
  message: 'The item has no `uri`.',
  why: 'It is the only field that ninjs requires. Without it a later version or a kill could not find its article.',
  fix: 'Give the item the id that its source uses for it.',
};
export const otherType = (type: string): ProblemText => ({
  code: 'ninjs-type',
  field: 'type',
  message: `The item is of type “${type}”, and is not an article.`,
  why: 'An article is text. Pictures, sound and plans have no page.',
  fix: 'Leave it out, or import the article that it belongs to.',
});
export const unknownStatus = (field: string, status: string): ProblemText => ({
  code: 'ninjs-status',
  field,
  message: `“${status}” is not a publishing status.`,
  why: 'An unknown status can mean that nobody may see the article.',
  fix: 'Write usable, withheld or canceled.',
});
export const notForPublic = (field: string, value: string): ProblemText => ({
  code: 'ninjs-status',
  field,
  message: `\`${field}\` is “${value}”: the item is not for the public.`,
  why: 'The article would be public when it must not be.',
  fix: 'Write `pubStatus: withheld` or an `embargoedUntil`, or remove the field if the article may be public.',
});
export const handlingUnread = (field: string, means: string, text: string): ProblemText => ({
  code: 'ninjs-handling-unread',
  field,
  message: `\`${field}\` states ${means}: “${text}”.`,
  why: 'The import cannot read this order, and the article would be public when it must not be.',
  fix: 'Write `embargoedUntil` or `pubStatus`, and remove the order.',
});
export const unreadableGate = (field: string, text: string): ProblemText => ({
  code: 'ninjs-date',
  field,
  message: `The \`${field}\` of the item is “${text}”, which is not an instant.`,
  why: 'Without it the article would be public when it must not be.',
  fix: 'Write a day, a time and an offset: 2026-01-13T18:30:00+09:00.',
});
export const noDate: ProblemText = {
  code: 'ninjs-date-missing',
  field: 'versionCreated',
  message: 'The item states no date.',
  why: 'A missing date never means today.',
  fix: 'Give the day with `--date 2026-01-13`, or the day and the time: `--date 2026-01-13T18:30:00+09:00`.',
};
export const noHeadline: ProblemText = {
  code: 'ninjs-headline-missing',
  field: 'headlines',
  message: 'The item has no headline from which an address can be made.',
  why: 'An article without a headline cannot be listed.',
  fix: 'Give it a headline.',
};
export const noBody: ProblemText = {
  code: 'ninjs-body-missing',
  field: 'bodies',
  message: 'The item has no text.',
  why: 'Its page would show only a headline.',
  fix: 'Check that the item is the full article, and not only a notice of it.',
};
export const invalidField = (field: string, message: string): ProblemText => ({
  code: 'ninjs-field',
  field,
  message: `The article’s \`${field}\` would not be valid: ${message}.`,
  why: 'The newsroom would refuse the article.',
  fix: 'Correct the item.',
});
