import { isRecord, textOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import type { ProblemText } from '../problem.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import { findOrderInNote } from '../wire/handling.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isWrittenByDateline } from './origin.ts';
import { handlingUnread, notForPublic, unknownStatus, unreadableGate } from './problems.ts';

/** What an item says about who may see it, and from when until when. */
export interface Gates {
  status: PublishingStatus;
  /** An instant. */
  embargo?: string;
  /** Words about an embargo in a field for them. */
  embargoNote?: { field: string; text: string };
  /** Instants from which the item may be public, in fields that are no embargo: `releaseDate`. They count if they are later than the publication. */
  releases: string[];
  /** An instant. */
  expires?: string;
  log: LogEntry[];
}

/** The publishing status of ninjs, from the least strict to the strictest. */
const statuses = ['usable', 'withheld', 'canceled'] as const;
type PublishingStatus = (typeof statuses)[number];

/** The words for a status in ninjs, in NewsML-G2 and in the systems that write ninjs. */
const statusWords: ReadonlyMap<string, PublishingStatus> = new Map([
  ...[
    'usable',
    'public',
    'published',
    'live',
    'active',
    'approved',
    'final',
    'released',
    'complete',
    'new',
    'update',
  ].map((word) => [word, 'usable'] as const),
  ...['updated', 'corrected', 'correction'].map((word) => [word, 'usable'] as const),
  ...['withheld', 'embargoed', 'held', 'hold', 'on hold', 'draft', 'scheduled', 'private', 'unpublished'].map(
    (word) => [word, 'withheld'] as const,
  ),
  ...['canceled', 'cancelled', 'killed', 'kill', 'recalled', 'retracted', 'withdrawn', 'spiked', 'deleted'].map(
    (word) => [word, 'canceled'] as const,
  ),
]);

/** What a field means for who may see the item, by its name in lower case without other signs. */
type GateKind = 'status' | 'embargoNote' | 'embargo' | 'release' | 'expires' | 'hides' | 'shows' | 'word' | 'handling';

const gateKinds: Readonly<Record<GateKind, RegExp>> = {
  status:
    /^(?:pub(?:lish(?:ing)?|lication)?|edit(?:orial)?|workflow|content|news|article|item)?stat(?:us|e)$|^visibility$/,
  /** Words beside an embargo. Without an instant in another field they are an embargo that cannot be read. */
  embargoNote: /embargo.*(?:reason|note|comment|text|description|message|by)$/,
  embargo: /embargo/,
  release:
    /^(?:utc)?(?:release(?:d?ate|time|at|on|after|datetime)|not(?:valid|published?)?before|(?:valid|available|visible|public|usable)from|hold(?:until|till|to)|publish(?:at|on|after|date|from|schedule|time)|schedule(?:d(?:at|for|date|time|publishing|publication)?)?|golive(?:at|date)?)$/,
  expires:
    /^(?:utc)?(?:expir(?:es|y|ed|ation)(?:at|on|date|datetime|time)?|unpublish(?:at|on|date)?|not(?:valid)?after|(?:valid|available|visible|public|usable)(?:to|until|till)|kill(?:at|date|on)|removeafter)$/,
  hides:
    /^(?:is)?(?:draft|private|hidden|unlisted|withheld|killed|cancell?ed|deleted|retracted|recalled|withdrawn|spiked|confidential|internal|unpublished)$|^(?:donot|no|dontp?)(?:publish|use)$|^notfor(?:publication|release|use)$/,
  shows: /^(?:is)?(?:published|publish|public|publishable|visible|usable)$/,
  /** Fields for other things, in which a word such as `hold` or `embargo` is an order. */
  word: /^(?:signals?|workflow|stage|profile|services?|desk|slugline)$/,
  handling:
    /^(?:ed(?:itors?|itorial)?(?:note|msg|message)s?|usage(?:terms|notes?)?|(?:special)?instructions?|notes?|advisory|handling|copyrightnotice|headlines?.*|descriptions?.*)$/,
};

/** Fields whose objects are about something else than the item, such as the state that a place lies in. */
const otherThings =
  /^(?:associations|bod(?:y|ies).*|subjects?|places?|people|person|organi[sz]ations?|events?|objects?|authors?|located|dateline|renditions|altids|infosources?|genres?)$/;

/**
 * Reads the gates of an item from all fields that can be one, at whatever depth, in whatever form: a text, a list or a
 * map. What can only mean "not public" and cannot be read is a problem, because the article would be public without it.
 */
export function readGates(item: NinjsObject): Gates | ProblemText {
  const gates: Gates = { status: 'usable', releases: [], log: [] };
  // The notes of Dateline are its corrections, and say nothing about who may see the item.
  const ownNotes = isWrittenByDateline(item);
  for (const { kind, field, value } of gateFields(item.entries(), 0)) {
    if (kind === 'handling' && ownNotes) continue;
    const problem = readers[kind](field, value, gates);
    if (problem) return problem;
  }
  const { embargoNote, embargo, releases } = gates;
  if (embargoNote && embargo === undefined && releases.length === 0)
    return unreadableGate(embargoNote.field, embargoNote.text);
  return gates;
}

interface GateField {
  kind: GateKind;
  field: string;
  value: unknown;
}

/** Objects that are deeper in an item than this are not about its publication. */
const greatestDepth = 6;

function gateFields(entries: Iterable<[string, unknown]>, depth: number): GateField[] {
  return [...entries].flatMap(([field, value]): GateField[] => {
    const name = simpleName(field);
    if (otherThings.test(name)) return [];
    const kind = kinds.find((each) => gateKinds[each].test(name));
    if (kind !== undefined && (depth === 0 || !ambiguous.has(kind))) return [{ kind, field, value }];
    if (depth >= greatestDepth) return [];
    const objects = (Array.isArray(value) ? value : [value]).filter(isRecord);
    return objects.flatMap((each) => gateFields(Object.entries(each), depth + 1));
  });
}

/** A state or a mark inside an object can be about that object. */
const ambiguous: ReadonlySet<GateKind> = new Set(['status', 'hides', 'shows', 'word']);

const kinds: readonly GateKind[] = [
  'embargoNote',
  'embargo',
  'expires',
  'release',
  'status',
  'hides',
  'shows',
  'word',
  'handling',
];

/** `nar:pub_status` → `pubstatus` */
function simpleName(field: string): string {
  return field
    .toLowerCase()
    .replace(/^.*:/, '')
    .replace(/[^a-z\d]/g, '');
}

type GateReader = (field: string, value: unknown, gates: Gates) => ProblemText | undefined;

const readers: Readonly<Record<GateKind, GateReader>> = {
  status(field, value, gates) {
    if (value === null || value === undefined || value === '') return undefined;
    const words = textsIn(value)
      .map(statusWord)
      .filter((word) => word !== '');
    if (words.length === 0) return unknownStatus(field, JSON.stringify(value));
    for (const word of words) {
      const status = statusWords.get(word);
      if (status === undefined) return unknownStatus(field, word);
      if (statuses.indexOf(status) > statuses.indexOf(gates.status)) gates.status = status;
    }
    return undefined;
  },
  embargoNote(field, value, gates) {
    if (!saysNothing(value)) gates.embargoNote = { field, text: shown(value) };
    return undefined;
  },
  embargo(field, value, gates) {
    const instants = instantsIn(value);
    if (instants === undefined) return unreadableGate(field, shown(value));
    for (const instant of instants)
      if (gates.embargo === undefined || later(instant, gates.embargo)) gates.embargo = instant;
    return undefined;
  },
  release(field, value, gates) {
    // A release without an offset is read at the latest offset, because many systems state the plain date of publication so.
    const instants = instantsIn(value, '-12:00');
    if (instants === undefined) return unreadableGate(field, shown(value));
    gates.releases.push(...instants);
    return undefined;
  },
  expires(field, value, gates) {
    const instants = instantsIn(value);
    if (instants === undefined) return unreadableGate(field, shown(value));
    for (const instant of instants)
      if (gates.expires === undefined || later(gates.expires, instant)) gates.expires = instant;
    return undefined;
  },
  hides(field, value) {
    return saysNothing(value) ? undefined : notForPublic(field, shown(value));
  },
  shows(field, value) {
    return textsIn(value).some(saysNo) ? notForPublic(field, shown(value)) : undefined;
  },
  word(field, value) {
    const order = textsIn(value).find((text) =>
      text
        .split(/[^\p{L}]+/u)
        .some((word) => hidingWord.test(word) || statusWords.get(statusWord(text)) === 'withheld'),
    );
    return order === undefined ? undefined : notForPublic(field, order);
  },
  handling(field, value) {
    const mark = findOrderInNote(textsIn(value));
    return mark ? handlingUnread(field, mark.means, mark.text) : undefined;
  },
};

/** `stat:canceled`, `http://cv.iptc.org/newscodes/pubstatusg2/canceled` and `On_Hold` → `canceled`, `on hold` */
function statusWord(text: string): string {
  return text
    .replace(/^.*[:/#]/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The instants that a gate states; empty if it states none. Undefined if it cannot be read: a map with a day and a time
 * apart, or, if there is no `offset` for it, a time without an offset, which could be hours too early.
 */
function instantsIn(value: unknown, offset: string | null = null): string[] | undefined {
  if (saysNothing(value)) return [];
  if (Array.isArray(value)) {
    const instants = value.map((each) => instantsIn(each, offset));
    return value.length > 0 && instants.every((each) => each !== undefined) ? instants.flat() : undefined;
  }
  if (isRecord(value)) {
    const [only, ...more] = Object.values(value).filter((each) => !saysNothing(each));
    return more.length === 0 && only !== undefined ? instantsIn(only, offset) : undefined;
  }
  const time = parseStatedTime(textOf(value));
  if (time === null || (time.offset === null && offset === null)) return undefined;
  // The day of `published` is no gate: an embargo may end at any hour of it.
  if (time.time === null && time.offset !== null) return undefined;
  return [toInstant({ ...time, offset: time.offset ?? offset })];
}

/** All texts in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isRecord(value)) return Object.values(value).flatMap(textsIn);
  const text = textOf(value);
  return text === '' ? [] : [text];
}

const saysNo = (text: string): boolean => /^(?:false|no|off|n|0)$/i.test(text);

/** Whether a field has no value, or one that says that there is no such gate. */
function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'object') return false;
  const text = textOf(value);
  return text === '' || saysNo(text) || /^(?:none|null)$/i.test(text);
}

const hidingWord = /^embargo(?:ed)?$/i;
const later = (first: string, second: string): boolean => Date.parse(first) > Date.parse(second);
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);
