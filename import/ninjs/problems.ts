import type { Problem } from '../imported-article.ts';

/** What keeps an item of ninjs out. */
export type Told = Pick<Problem, 'code' | 'message' | 'why' | 'fix'> & { field?: string };

export const noJson = (message: string): Told => ({
  code: 'ninjs-json',
  message: `The file is no JSON: ${message}.`,
  why: 'Nothing can be read from it.',
  fix: 'Check that the whole of the file arrived.',
});
export const noObject: Told = {
  code: 'ninjs-object',
  message: 'There is no news object in the file.',
  why: 'ninjs is an object, or a list of objects, with fields such as `uri` and `headlines`.',
  fix: 'Check that the file is ninjs.',
};
export const noUri: Told = {
  code: 'ninjs-uri-missing',
  field: 'uri',
  message: 'The item has no `uri`.',
  why: 'It is the one field that ninjs requires: a later version or a kill could not find its article.',
  fix: 'Give the item the name by which its source knows it.',
};
export const otherKind = (type: string): Told => ({
  code: 'ninjs-type',
  field: 'type',
  message: `The item is of type “${type}”, and no story.`,
  why: 'An article is text; pictures, sound and plans have no page of their own.',
  fix: 'Leave it out, or import the story that it belongs to.',
});
export const unknownStatus = (status: string): Told => ({
  code: 'ninjs-status',
  field: 'pubStatus',
  message: `“${status}” is no publishing status.`,
  why: 'What cannot be understood might mean that the story must not be seen.',
  fix: 'Write usable, withheld or canceled.',
});
export const unreadableGate = (field: string, text: string): Told => ({
  code: 'ninjs-date',
  field,
  message: `The \`${field}\` of the item is “${text}”, which is no instant.`,
  why: 'Without it the story would be public when it must not be.',
  fix: 'Write a day, a time and an offset: 2026-01-13T18:30:00+09:00.',
});
export const noDate: Told = {
  code: 'ninjs-date-missing',
  field: 'versionCreated',
  message: 'The item states no date.',
  why: 'A missing date is never taken to be today.',
  fix: 'Give the day with `--date 2026-01-13`, or a time with it: `--date 2026-01-13T18:30:00+09:00`.',
};
export const noHeadline: Told = {
  code: 'ninjs-headline-missing',
  field: 'headlines',
  message: 'The item has no headline that an address can be made of.',
  why: 'An article cannot be listed without one.',
  fix: 'Give it a headline.',
};
export const noBody: Told = {
  code: 'ninjs-body-missing',
  field: 'bodies',
  message: 'The item has no text.',
  why: 'Its page would show a headline and nothing else.',
  fix: 'Check that the item is the whole story, and no notice of it.',
};
export const unusable = (field: string, message: string): Told => ({
  code: 'ninjs-field',
  field,
  message: `What would be the article’s \`${field}\` cannot be: ${message}.`,
  why: 'The newsroom would refuse the article.',
  fix: 'Correct the item.',
});
