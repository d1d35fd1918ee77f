import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrosshead } from './crosshead.ts';

const CASES: [string, string | null][] = [
  ['- Old wounds -', 'Old wounds'],
  ['-- Old wounds --', 'Old wounds'],
  ['— Old wounds —', 'Old wounds'],
  ['– Old wounds –', 'Old wounds'],
  ["- 'No way back' -", "'No way back'"],
  ['*Old wounds*', 'Old wounds'],
  ['OLD WOUNDS', 'OLD WOUNDS'],
  ['Old wounds:', 'Old wounds'],
  ['- yes - he said', null],
  ['- yes - he said -', null],
  ['- 12 - 14 -', null],
  ['- - -', null],
  ['---', null],
  ['-- --', null],
  ['He said:', null],
  ['The statement read:', null],
  ['Among them, these:', null],
  ['NATO', null],
  ['5 - 3', null],
  ['* * *', null],
  ['Old wounds', null],
  ['- a first item of a list that goes on and on until nobody would set it as a crosshead -', null],
];
for (const [text, title] of CASES)
  test(`crosshead: ${text}`, () => assert.equal(readCrosshead(text)?.title ?? null, title));
