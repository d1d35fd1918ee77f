import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline, type Byline } from './byline.ts';

const people = (...authors: Byline['authors']): Byline => ({ authors, agency: null, dropped: [] });

const BYLINES: [string, Byline][] = [
  ['By Kenta MORIOKA', people({ name: 'Kenta Morioka' })],
  ['BY KENTA MORIOKA', people({ name: 'Kenta Morioka' })],
  ['by Staff Writers', people({ name: 'Staff Writers', kind: 'organization' })],
  ['By CHET BRAUN and JACK GILLIAM=', people({ name: 'Chet Braun' }, { name: 'Jack Gilliam' })],
  ['By Sam Lim, Defence Editor', people({ name: 'Sam Lim', role: 'Defence Editor' })],
  [
    'By Ann Lin in Seoul and Bob Rae in Tokyo',
    people({ name: 'Ann Lin', place: 'Seoul' }, { name: 'Bob Rae', place: 'Tokyo' }),
  ],
  ['By Dr. Jo de la Rua, Jr.', people({ name: 'Dr. Jo de la Rua, Jr.' })],
  ['By Ann Lin, Bob Rae and Mia Sund', people({ name: 'Ann Lin' }, { name: 'Bob Rae' }, { name: 'Mia Sund' })],
  ["By J.K. O'DOWD, Science Writer", people({ name: "J.K. O'Dowd", role: 'Science Writer' })],
  ['Par Zoé VAN DER BERG', people({ name: 'Zoé Van Der Berg' })],
  ['Di Anna Molinari', people({ name: 'Anna Molinari' })],
  ['di Anna Molinari e Bob Rae', people({ name: 'Anna Molinari' }, { name: 'Bob Rae' })],
  ['From Our Correspondent', people({ name: 'From Our Correspondent', kind: 'organization' })],
  ['By The Associated Press', { authors: [], agency: 'AP', dropped: [] }],
  ['AFP', { authors: [], agency: 'AFP', dropped: [] }],
  ['Associated Press=', { authors: [], agency: 'AP', dropped: [] }],
  ['Von Ann Lin, dpa', { authors: [{ name: 'Ann Lin' }], agency: 'dpa', dropped: [] }],
  ['By Ann Lin and Reuters', { authors: [{ name: 'Ann Lin' }], agency: 'Reuters', dropped: [] }],
  [
    'By Ann Lin (ann.lin@example.org)',
    { authors: [{ name: 'Ann Lin' }], agency: null, dropped: ['(ann.lin@example.org)'] },
  ],
];
for (const [line, byline] of BYLINES) test(`byline: ${line}`, () => assert.deepEqual(readByline(line), byline));

const PROSE = [
  'By Tuesday',
  'Di Maio',
  'di lunedì e di martedì',
  'By Tuesday the floods had gone.',
  'By then, officials said, it was late',
  'Byron Bay',
  'By the time they left',
  'Staff were told to go',
];
for (const line of PROSE) test(`not a byline: ${line}`, () => assert.equal(readByline(line), null));
