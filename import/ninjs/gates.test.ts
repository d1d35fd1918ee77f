import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNinjs } from './read.ts';

const least = { uri: 'urn:x:3', headline: 'A headline', versioncreated: '2026-01-13T10:00:00Z', body_text: 'Text.' };
const ahead = '2099-01-01T00:00:00Z';

/** What becomes of an item: `public`, `kill`, `hold`, its gates, or the code of the problem. */
function outcome(fields: Record<string, unknown>): string {
  const bytes = Buffer.from(JSON.stringify({ ...least, ...fields }));
  const { results } = readNinjs([{ path: 'a.json', bytes }], { date: null, collectionSources: [] });
  const [result] = results;
  assert.ok(result);
  if (result.withdrawal) return result.withdrawal.action;
  if (!result.article) return result.problems[0]?.code ?? 'nothing';
  const { status, embargo, expires } = result.article.fields;
  const gates = [
    status,
    embargo === undefined ? undefined : `embargo ${embargo}`,
    expires === undefined ? undefined : `expires ${expires}`,
  ].filter((each) => each !== undefined);
  return gates.length === 0 ? 'public' : gates.join(', ');
}

const table: [Record<string, unknown>, string][] = [
  // A status in every form, under every name.
  [{ pubStatus: 'usable' }, 'public'],
  [{ pubStatus: null }, 'public'],
  [{ pubstatus: '' }, 'public'],
  [{ pub_status: 'Canceled' }, 'kill'],
  [{ pubStatus: ['canceled'] }, 'kill'],
  [{ pubStatus: { code: 'canceled' } }, 'kill'],
  [{ pubStatus: [{ qcode: 'stat:canceled', name: 'canceled' }] }, 'kill'],
  [{ pubStatus: 'http://cv.iptc.org/newscodes/pubstatusg2/canceled' }, 'kill'],
  [{ pubStatus: ['usable', 'canceled'] }, 'kill'],
  [{ 'nar:pubStatus': 'stat:withheld' }, 'withheld'],
  [{ pubStatus: { literal: 'WITHHELD' } }, 'withheld'],
  [{ pubStatus: ' withheld ' }, 'withheld'],
  [{ publishingStatus: 'embargoed' }, 'withheld'],
  [{ status: 'draft' }, 'withheld'],
  [{ state: 'killed' }, 'kill'],
  [{ state: 'published' }, 'public'],
  [{ status: 'in review' }, 'ninjs-status'],
  [{ pubStatus: [] }, 'ninjs-status'],
  [{ pubStatus: {} }, 'ninjs-status'],
  [{ pubStatus: 7 }, 'ninjs-status'],
  [{ pubStatus: { name: 'Rather not' } }, 'ninjs-status'],
  [{ visibility: 'members' }, 'ninjs-status'],
  [{ visibility: 'public' }, 'public'],
  // An embargo under every name, at every depth.
  [{ embargo: ahead }, `embargo ${ahead}`],
  [{ Embargoed: ahead }, `embargo ${ahead}`],
  [{ embargoed_until: ahead }, `embargo ${ahead}`],
  [{ embargoDate: '2099-01-01T09:00:00+0900' }, 'embargo 2099-01-01T09:00:00+09:00'],
  [{ embargo: [ahead, '2099-02-01T00:00:00Z'] }, 'embargo 2099-02-01T00:00:00Z'],
  [{ embargo: { until: ahead } }, `embargo ${ahead}`],
  [{ extra: { embargo: ahead } }, `embargo ${ahead}`],
  [{ schedule_settings: { utc_embargo: ahead, time_zone: null } }, `embargo ${ahead}`],
  [{ rightsInfo: [{ embargoedUntil: ahead }] }, `embargo ${ahead}`],
  [{ embargo: null }, 'public'],
  [{ embargo: false }, 'public'],
  [{ embargo: 'none' }, 'public'],
  [{ embargo: true }, 'ninjs-date'],
  [{ embargo: 'yes' }, 'ninjs-date'],
  [{ embargo: 4070908800 }, 'ninjs-date'],
  [{ embargo: '2099-01-01' }, 'ninjs-date'],
  [{ embargo: '2099-01-01T00:00:00' }, 'ninjs-date'],
  [{ embargo: { date: '2099-01-01', time: '00:00' } }, 'ninjs-date'],
  [{ embargo: [] }, 'ninjs-date'],
  [{ embargo: [ahead, 'until further notice'] }, 'ninjs-date'],
  // A release that is ahead.
  [{ releaseDate: ahead }, `embargo ${ahead}`],
  [{ not_before: ahead }, `embargo ${ahead}`],
  [{ validFrom: ahead }, `embargo ${ahead}`],
  [{ schedule_settings: { utc_publish_schedule: ahead } }, `embargo ${ahead}`],
  [{ releaseDate: '2026-01-13T10:00:00Z' }, 'public'],
  [{ publishDate: '2026-01-12 10:00' }, 'public'],
  [{ publishDate: '2099-01-01' }, 'embargo 2099-01-01T00:00:00-12:00'],
  [{ holdUntil: 'Monday' }, 'ninjs-date'],
  // An end.
  [{ expiry: ahead }, `expires ${ahead}`],
  [{ valid_until: ahead }, `expires ${ahead}`],
  [{ expires: [ahead, '2098-01-01T00:00:00Z'] }, 'expires 2098-01-01T00:00:00Z'],
  [{ unpublishDate: 'soon' }, 'ninjs-date'],
  // Marks.
  [{ draft: true }, 'ninjs-status'],
  [{ isPrivate: 'yes' }, 'ninjs-status'],
  [{ deleted: 1 }, 'ninjs-status'],
  [{ not_for_publication: true }, 'ninjs-status'],
  [{ published: false }, 'ninjs-status'],
  [{ isPublic: 'no' }, 'ninjs-status'],
  [{ draft: false, hidden: 'no', published: true }, 'public'],
  [{ published: '2026-01-13T10:00:00Z' }, 'public'],
  // Orders in words.
  [{ edNote: 'EMBARGOED UNTIL 1 JAN 2099 0001 GMT' }, 'ninjs-handling-unread'],
  [{ ednote: 'Pictures follow.\nEmbargoed until Monday.' }, 'ninjs-handling-unread'],
  [{ editor_note: ['KILL KILL KILL'] }, 'ninjs-handling-unread'],
  [{ usageTerms: 'Not for publication before Sunday' }, 'ninjs-handling-unread'],
  [{ rightsInfo: { usageTerms: 'Not for publication before Sunday' } }, 'ninjs-handling-unread'],
  [{ slugline: 'EMBARGOED until 0001' }, 'ninjs-status'],
  [{ edNote: 'Adds a quotation in the third paragraph.' }, 'public'],
  [{ headline: 'Ministers lift the arms embargo' }, 'public'],
  [{ body_text: 'EMBARGOED UNTIL 0001 GMT MONDAY\n\nThe text begins here.' }, 'ninjs-handling-unread'],
  [
    { body_text: '', body_html: '<p>The text.</p><p><b>Editors: please kill this story.</b></p>' },
    'ninjs-handling-unread',
  ],
  [{ body_text: 'The embargo on arms ended on Monday, the ministry said.' }, 'public'],
  [{ pubStatus: 0 }, 'ninjs-status'],
  [{ embargoed: ahead, embargoedReason: 'The speech' }, `embargo ${ahead}`],
  [{ embargoedReason: 'The speech' }, 'ninjs-date'],
  [{ signal: 'embargo' }, 'ninjs-status'],
  [{ signal: [{ qcode: 'sig:update' }] }, 'public'],
  [{ workflow: 'hold' }, 'ninjs-status'],
  [{ profile: 'draft' }, 'ninjs-status'],
  [{ service: [{ code: 'hold' }] }, 'ninjs-status'],
  [{ service: [{ code: 'news', name: 'News' }], profile: 'article' }, 'public'],
  [{ keywords: ['oil', 'embargo'] }, 'public'],
  [{ slugline: 'BRIDGE-EMBARGO' }, 'ninjs-status'],
  [{ description_text: 'Embargoed until 6am' }, 'ninjs-handling-unread'],
  [{ description_text: 'The embargo on arms ended on Monday.' }, 'public'],
  // Fields of other things.
  [{ place: [{ name: 'Columbus', state: 'Ohio' }], dateline: { state: 'Ohio' } }, 'public'],
  [{ associations: [{ name: 'a', embargoed: ahead, pubStatus: 'canceled' }] }, 'public'],
];
for (const [fields, expected] of table)
  test(`the gates of ${JSON.stringify(fields)}`, () => assert.equal(outcome(fields), expected));
