import { gateStated } from '../../newsroom/intake/gate-marks.ts';
import { isRecord } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import { instantOf } from './dates.ts';
import { labelsOf } from './labels.ts';
import { fieldKey, type StatedField, type StatedFields } from './stated-fields.ts';

/**
 * The fields by which other systems keep a post from the public. What can mean "not public" or "not public yet" makes a
 * draft, an embargo or an end. An unknown value makes a draft. A date that cannot be read is a fault.
 */

/** What a value of a field means. */
type Meaning =
  /** Yes hides the post. Words in `harmless` say nothing about it. */
  | { kind: 'hides'; harmless?: readonly string[] }
  /** Only yes shows the post. */
  | { kind: 'shows' }
  /** Any word other than these hides the post. */
  | { kind: 'state'; public: readonly string[] }
  /** Only words that say "not public", or that name `readers`, hide the post: other systems use the field for other things. */
  | { kind: 'word'; readers?: RegExp }
  /** Only a tag such as `draft` hides the post. */
  | { kind: 'tag' }
  /** No hides the post. Other values say nothing. */
  | { kind: 'off' }
  /** Any value but no hides the post. */
  | { kind: 'secret' }
  /** The post is public from this instant on. */
  | { kind: 'opens' }
  /** The same if the value is a date. Other values say nothing: `release: v1.2`. */
  | { kind: 'mayOpen' }
  /** The post is public until this instant. */
  | { kind: 'closes' }
  /** A map of Hugo: how the page is built. */
  | { kind: 'build' };

const PUBLIC_STATES = [
  'published',
  'publish',
  'public',
  'live',
  'released',
  'posted',
  'online',
  'active',
  'visible',
  'final',
  'usable',
  'featured',
];
const PUBLIC_ACCESS = [
  'public',
  'everyone',
  'everybody',
  'anyone',
  'all',
  'open',
  'free',
  'visible',
  'published',
  'world',
  'unrestricted',
];

const PUBLIC_APPROVALS = [
  ...PUBLIC_STATES,
  'approved',
  'accepted',
  'granted',
  'passed',
  'cleared',
  'done',
  'ok',
  'complete',
  'completed',
];
/** Groups of readers that are not everybody. */
const SOME_READERS =
  /^(?:staff|members?|subscribers?|admins?|administrators?|editors?|employees?|registered|logged ?in|paid|paying|premium|vip|board|team|insiders?|donors?|patrons?|testers?|reviewers?)$/;

const table = (meaning: Meaning, names: string): [string, Meaning][] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, meaning]);

/** Every field by its normal name, and what it means. `isDraft` is `draft`. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ...table(
    { kind: 'hides' },
    `draft drafts drafted private hidden unlisted archived protected headless unpublished unpublish nopublish notpublished
     notpublic nonpublic donotpublish dontpublish skippublish wip workinprogress internal internalonly confidential secret
     onhold hold held trash trashed deleted removed withdrawn withheld retracted spiked killed expired disabled inactive
     eleventyexcludefromcollections excludefromcollections excludefromsite excludefrombuild membersonly memberonly
     subscribersonly subscriberonly paidonly premium paywall paywalled paid restricted staffonly devonly previewonly
     loginrequired requirelogin requireslogin authrequired requireauth requiresauth requiresauthentication encrypted encrypt
     pending pendingreview needsreview inreview underreview legalhold legalreviewpending presshold donotrun dontrun
     notforpublication notforrelease notready unfinished unreleased unapproved offline
     brouillon entwurf borrador rascunho bozza utkast luonnos szkic kladde
     privat privé prive privado privato versteckt caché oculto escondido nascosto verborgen`,
  ),
  ...table(
    {
      kind: 'hides',
      // MkDocs and Docusaurus hide parts of a page by the same fields.
      harmless:
        `navigation nav toc footer header path tags feedback title sidebar date author breadcrumbs comments image
        meta search sitemap feed rss menu`.split(/\s+/),
    },
    'hide exclude excluded',
  ),
  ...table(
    { kind: 'shows' },
    `published publish public visible listed publié publie publicado publicato veröffentlicht veroeffentlicht gepubliceerd`,
  ),
  ...table(
    { kind: 'state', public: PUBLIC_STATES },
    `status poststatus articlestatus contentstatus publishstatus publishedstatus publicationstatus publishingstatus pubstatus
     workflowstatus entrystatus`,
  ),
  ...table({ kind: 'state', public: PUBLIC_ACCESS }, 'visibility access accesslevel tier tiers privacy visibleto'),
  ...table(
    { kind: 'state', public: PUBLIC_APPROVALS },
    `approval approvalstatus approvalstate approvals reviewstatus reviewstate legalstatus legalreview legalreviewstatus
     editorialstatus editorialstate clearance signoff`,
  ),
  ...table(
    { kind: 'state', public: PUBLIC_ACCESS },
    'usergroups usergroup allowedgroups allowedgroup allowedroles allowedrole requiredrole requiredroles allowedusers viewers acl restrictto',
  ),
  ...table(
    { kind: 'word', readers: SOME_READERS },
    'groups group audience audiences permission permissions readers accessgroups readergroups',
  ),
  ...table(
    { kind: 'word' },
    `review reviewstage state stage workflow workflowstate poststate lifecycle phase progress layout type posttype contenttype kind
     classification sensitivity`,
  ),
  ...table(
    { kind: 'off' },
    `permalink render rendered routable output enabled active approved ready readytopublish online publishable released
     cleared signedoff okayed legalapproved editorapproved editorialapproved`,
  ),
  ...table({ kind: 'secret' }, 'password passphrase passcode passwd postpassword encryptpassword accesscode'),
  ...table(
    { kind: 'opens' },
    `publishdate publisheddate publishingdate publicationdate publishat publishedat publishon publishedon publishtime
     publishedtime publishafter publishfrom publishup pubdate datepublished datepublish postdate releasedate releaseat releaseon
     releasetime releaseafter golive goliveat golivedate livedate livefrom liveat embargo embargoed embargountil embargoeduntil
     embargodate embargoend embargoends embargoenddate embargolift embargolifts embargolifted embargotime embargoexpires
     embargoat holduntil heldforrelease notbefore availablefrom availableat availableon availableafter visiblefrom visibleafter
     validfrom startpublishing scheduled scheduledat scheduledfor scheduleddate scheduledtime scheduledon scheduleat schedulefor
     scheduledate scheduledpublish publishschedule showafter displayfrom hideuntil hiddenuntil draftuntil privateuntil onlinefrom
     dateavailable`,
  ),
  ...table(
    { kind: 'closes' },
    `expirydate expiry expiryat expires expiresat expireson expire expireat expireon expiresafter expiration expirationdate
     expirationtime expiredate expiretime expiresdate dateexpires unpublishdate unpublishat unpublishon unpublishtime
     unpublishafter publishdown publishuntil publisheduntil publishend validuntil validto validthrough availableuntil
     availableto visibleuntil liveuntil onlineuntil showuntil displayuntil removeon removeat removeafter removaldate takedown
     takedowndate takedownat hideafter deleteon deleteat deleteafter endpublishing`,
  ),
  ...table({ kind: 'mayOpen' }, 'release releases'),
  ...table({ kind: 'tag' }, 'tags tag categories category keywords labels label flags flag'),
  ...table({ kind: 'build' }, 'build'),
]);

const STATE_NAMES = [...MEANINGS].flatMap(([name, { kind }]) =>
  (kind === 'state' || kind === 'word') && name.length > 5 ? [name] : [],
);

/** Fields whose names resemble those of gates, and that say nothing about the public. */
const OTHERS = new Set(
  `commentstatus pingstatus commentsstatus showdate showdates series seriestitle seriesname section sport league topic
   position`.split(/\s+/),
);
/** Maps about other things than the post: who may see its comments or its place says nothing about the post. */
const OTHER_MAPS = new Set(
  `comments comment toc tableofcontents social socials share sharing event events location locations venue map maps header
   footer sidebar nav navigation menu menus image images cover hero banner thumbnail photo photos picture gallery video
   audio podcast episode seo sitemap robots og opengraph twitter analytics product offer offers project person contact
   newsletter breadcrumbs breadcrumb pagination pager search disqus giscus utterances cta links resources references related
   ads advert math lightbox weather poll quiz form theme`.split(/\s+/),
);
const MISSPELT = ['draft', 'drafts', 'hidden', 'private', 'unlisted', 'protected', 'password'];

/**
 * Whether a field that no system has can only be a misspelt gate that is meant to hide the post: `drfat: true`,
 * `pubished: false`, `statsu: draft`.
 */
export function isMisspeltGate(key: string, { written, value }: StatedField): boolean {
  if (OTHERS.has(key) || (OTHER_MAPS.has(key) && typeof value === 'object')) return false;
  // `visiblity: private`
  const isHidden = wordsIn(value).some((word) => HIDING.test(word.replace(/[_-]/g, ' ')));
  if (isHidden && STATE_NAMES.some((name) => isOneTypo(key, name))) return true;
  const isYes = wordsIn(value).some((word) => YES.has(word));
  return gateStated(written, value) !== undefined || (isYes && MISSPELT.some((name) => isOneTypo(key, name)));
}

/** Whether two different words differ by one letter, or by two that changed places, and begin with the same letter. */
function isOneTypo(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  const [restOfLong, restOfShort] = [long.slice(at + 1), short.slice(at)];
  return long.length > short.length
    ? restOfLong === restOfShort
    : restOfLong === restOfShort.slice(1) ||
        (long[at] === short[at + 1] && long[at + 1] === short[at] && restOfLong.slice(1) === restOfShort.slice(2));
}

/** Whether a field can hide a post, by its normal name. */
export const isGate = (key: string): boolean => gateOf(key) !== undefined || key.startsWith('build.');

/** What a field means, by its normal name; undefined if it is no gate. */
export function gateOf(key: string): Meaning | undefined {
  return MEANINGS.get(key) ?? (key.startsWith('is') ? MEANINGS.get(key.slice(2)) : undefined);
}

const YES = new Set(['true', 'yes', 'y', 'on', '1', 't', 'x']);
const OFF = new Set(['false', 'no', 'n', 'off', '0', 'f', 'never']);
const NO = new Set(['false', 'no', 'n', 'off', '0', 'f', 'null', 'nil', '~', '', 'never', 'none']);
/** Words that can only say that a post is not public, in fields that are for other things too. */
const HIDING =
  /^(?:drafts?|private|hidden|unlisted|unpublished|pending(?: ?review)?|in ?review|future|scheduled|embargoed|trash(?:ed)?|deleted|withdrawn|withheld|killed|spiked|internal|confidential|secret|restricted|staff ?only|members ?only|auto ?draft|inherit|wip|work ?in ?progress|not ?published|on ?hold|password|protected|archived)$/;

const HIDING_TAG =
  /^(?:(?:status|state|publish|workflow)[/:])?(?:draft|private|unpublished|wip|do[ -]?not[ -]?publish)$/i;

/** What the fields say about when a post is public. */
export interface Gates {
  draft: boolean;
  /** The latest instant before which the post is not public, and the earliest from which it is not; null if there is none. */
  opens: string | null;
  closes: string | null;
  log: LogEntry[];
  /** A field with a date that cannot be read. */
  fault: { field: string; value: string } | null;
}

/** Reads the gates. */
export function readGates(fields: StatedFields): Gates {
  const gates: Gates = { draft: false, opens: null, closes: null, log: [], fault: null };
  for (const [key, stated] of fields) {
    const meaning = gateOf(key) ?? (key.startsWith('build.') ? ({ kind: 'build' } as const) : undefined);
    if (meaning !== undefined) for (const field of stated) apply(meaning, key, field, gates);
    // `publication: { date: 2099-03-01 }`
    if (key === 'date')
      for (const field of stated)
        if (/(?:^|\.)publi[a-z]*\.date$/i.test(field.written)) apply({ kind: 'mayOpen' }, key, field, gates);
  }
  return gates;
}

function apply(meaning: Meaning, key: string, { written, value }: StatedField, gates: Gates): void {
  const isWhole = meaning.kind === 'build' || meaning.kind === 'tag';
  if (!isWhole && isRecord(value)) {
    // `visibility: { private: true }`, `publish: { date: … }`
    for (const [name, each] of Object.entries(value)) {
      const inner = fieldKey(name);
      apply(gateOf(inner) ?? meaning, inner, { written: `${written}.${name}`, value: each }, gates);
    }
    return;
  }
  if (!isWhole && Array.isArray(value) && value.some((each) => typeof each === 'object')) {
    for (const each of value) apply(meaning, key, { written, value: each }, gates);
    return;
  }
  if (hides(meaning, key, written, value, gates)) {
    gates.draft = true;
    gates.log.push({ rule: 'not-public', text: `${written}: ${shown(value)}` });
  }
}

/** Whether a value of a field hides the post. Instants are added to the gates. */
function hides(meaning: Meaning, key: string, written: string, value: unknown, gates: Gates): boolean {
  const words = wordsIn(value);
  switch (meaning.kind) {
    case 'build':
      return hidesBuild(key, value);
    case 'hides':
      return words.some((word) => !NO.has(word) && !(meaning.harmless?.includes(word) ?? false));
    case 'shows': {
      const others = words.filter((word) => !YES.has(word));
      for (const word of others) open(instantOf(word), gates);
      return words.length === 0 || others.some((word) => instantOf(word) === null);
    }
    case 'state':
      return words.some((word) => word !== '' && !YES.has(word) && !meaning.public.includes(word));
    case 'word':
      return words
        .map((word) => word.replace(/[_-]/g, ' '))
        .some((word) => HIDING.test(word) || meaning.readers?.test(word) === true);
    case 'tag':
      return labelsOf(value, { spaces: true }).some((label) => HIDING_TAG.test(label));
    case 'off':
      return words.some((word) => OFF.has(word));
    case 'secret':
      return words.some((word) => !NO.has(word) || word === '0' || word === 'never');
    case 'mayOpen':
      for (const word of words) open(instantOf(word), gates);
      return words.some((word) => HIDING.test(word.replace(/[_-]/g, ' ')));
    case 'opens':
    case 'closes': {
      const stated = words.filter((word) => !NO.has(word));
      for (const word of stated) if (!YES.has(word)) addInstant(meaning.kind, word, written, gates);
      // `embargo: true` states no instant. Nobody knows when it is over.
      return stated.some((word) => YES.has(word));
    }
  }
}

function addInstant(kind: 'opens' | 'closes', word: string, field: string, gates: Gates): void {
  const instant = instantOf(word);
  if (instant === null) {
    gates.fault ??= { field, value: word };
    return;
  }
  if (kind === 'opens') open(instant, gates);
  else if (gates.closes === null || Date.parse(instant) < Date.parse(gates.closes)) gates.closes = instant;
}

function open(instant: string | null, gates: Gates): void {
  if (instant !== null && (gates.opens === null || Date.parse(instant) > Date.parse(gates.opens)))
    gates.opens = instant;
}

/** Whether `build` of Hugo keeps the page from being written, or from every list. */
function hidesBuild(key: string, value: unknown): boolean {
  const part = /^build\.(.+)$/.exec(key)?.[1];
  const parts: [string, unknown][] =
    part !== undefined ? [[part, value]] : isRecord(value) ? Object.entries(value) : [['render', value]];
  return parts.some(([name, each]) => {
    const words = wordsIn(each);
    return /^(?:render|list)$/i.test(name) && words.some((word) => word !== 'always' && word !== '' && !YES.has(word));
  });
}

/** A value, or the items of a list, in one form. */
function wordsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap(wordsIn) : [normalWord(value)];
}

/** A value in one form: `"True"`, `'true'`, `true` and `TRUE ` are one word. */
const normalWord = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .replace(/^(["'“”‘’`]+)(.*?)["'“”‘’`]+$/s, '$2')
    .trim()
    .toLowerCase();

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 120);
