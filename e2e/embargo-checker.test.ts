import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, judge, portraitOf, sightingsOf, type Exchange, type Fault } from './embargo/check.ts';
import { Chronicle } from './embargo/chronicle.ts';
import { stateOf, type Plan, type PlannedArticle } from './embargo/plan.ts';
import { sightingsIn } from './embargo/sightings.ts';
import { Words, type Script } from './embargo/words.ts';

const gate = Date.parse('2026-03-01T12:00:00Z');
const later = gate + 3_600_000;
const words = new Words(1);
const mint = (meaning: string, script: Script = 'latin'): string => words.mint(script, meaning);

const embargoed: PlannedArticle = {
  address: `/2026/03/01/${mint('slug')}`,
  gates: { published: gate - 3_600_000, embargo: gate, expires: later },
  fields: { headline: 'x' },
  body: '',
  shown: [mint('headline'), mint('body', 'cyrillic')],
  carried: [mint('alias')],
  slug: '',
  id: mint('id'),
  corrections: [{ at: gate + 60_000, word: mint('correction') }],
  aims: [],
  collections: [{ kind: 'topic', slug: 'only' }],
  aliases: ['/old/address'],
  pictures: ['picture.svg'],
};
embargoed.slug = embargoed.address.slice('/2026/03/01/'.length);
const killed: PlannedArticle = {
  ...embargoed,
  address: `/2026/03/01/${mint('slug of the killed')}`,
  gates: { published: gate, status: 'killed' },
  shown: [mint('headline of the killed')],
  carried: [],
  slug: '',
  id: mint('id of the killed'),
  reason: mint('reason'),
  corrections: [],
  aliases: [],
  collections: [],
  pictures: [],
};
killed.slug = killed.address.slice('/2026/03/01/'.length);

const plan: Plan = {
  site: {},
  about: { body: '', aims: [] },
  articles: new Map([embargoed, killed].map((article) => [article.address, article])),
  collections: new Map([
    ['topic only', { kind: 'topic', slug: 'only', fields: {}, body: '', shown: [], carried: [], aims: [] }],
  ]),
};

function exchange(target: string, status: number, text = '', headers: Exchange['headers'] = []): Exchange {
  return { method: 'GET', target, status, statusText: 'x', headers, text };
}

/** What is found wrong with an answer that was asked for at one instant and came at another. */
function faultsOf(answer: Exchange, asked: number, answered = asked): Fault['kind'][] {
  const chronicle = new Chronicle(plan);
  const worlds = chronicle.between(chronicle.moment(asked), chronicle.moment(answered));
  return [...new Set(judge(answer, sightingsOf(answer, words), worlds, words).map(({ kind }) => kind))];
}

const whole = [...embargoed.shown, embargoed.slug].join(' ');

test('a canary is seen in every form that a text may give it', () => {
  for (const script of ['latin', 'cyrillic', 'kana', 'arabic'] as const) {
    const word = mint(`a word in ${script}`, script);
    const forms = {
      plain: `A story on ${word}.`,
      capitals: word.toUpperCase(),
      'percent-encoded': encodeURIComponent(word),
      'percent-encoded in small letters': encodeURIComponent(word).toLowerCase(),
      'percent-encoded twice': encodeURIComponent(encodeURIComponent(word)),
      'references in tens': [...word].map((sign) => `&#${sign.codePointAt(0)};`).join(''),
      'references in sixteens': [...word].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
      'references to references': [...word].map((sign) => `&amp;#${sign.codePointAt(0)};`).join(''),
      JSON: [...word].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      'markup in between': `${word.slice(0, 4)}<mark>${word.slice(4, 7)}</mark>${word.slice(7)}`,
      'hyphens that nobody sees': [...word].join('\u00ad'),
      'its beginning': `${word.slice(0, -1)}…`,
      'in an address': `https://paper.example/2026/03/01/${word}-2/related?x#y`,
    };
    for (const [name, text] of Object.entries(forms))
      assert.deepEqual([...sightingsIn(text, words)], [word], `${script}: ${name}`);
    assert.deepEqual([...sightingsIn(`${word.slice(0, 6)} and qzq, aGVsbG8gd29ybGQ= %zz &#0;`, words)], []);
  }
});

test('an article is what its fields and the clock make it', () => {
  const states = (gates: Parameters<typeof stateOf>[0]): string =>
    [gate - 1, gate, later].map((now) => stateOf(gates, now)).join(' ');
  const published = gate - 1000;
  assert.equal(states({ published }), 'public public public');
  assert.equal(states({ published: gate }), 'hidden public public');
  assert.equal(states({ published, embargo: gate, expires: later }), 'hidden public gone');
  assert.equal(states({ published: gate, embargo: published }), 'hidden public public');
  assert.equal(states({ published, embargo: later, expires: gate }), 'hidden hidden hidden');
  assert.equal(states({ published, expires: gate }), 'public gone gone');
  assert.equal(states({ published, status: 'draft' }), 'hidden hidden hidden');
  assert.equal(states({ published, status: 'withheld' }), 'hidden hidden hidden');
  assert.equal(states({ published, status: 'killed' }), 'gone gone gone');
  assert.equal(states({ published: gate, status: 'killed' }), 'hidden gone gone');
  assert.equal(states({ published, embargo: later, expires: gate, status: 'killed' }), 'hidden hidden hidden');
});

test('what is hidden must not be seen, and what is public must', () => {
  const { address } = embargoed;
  assert.deepEqual(faultsOf(exchange(address, 404), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(address, 200, whole), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange('/', 200, embargoed.slug), gate - 1), ['leak']);
  assert.deepEqual(
    faultsOf(exchange('/nowhere', 200, '', [['X-Next', encodeURIComponent(embargoed.slug)]]), gate - 1),
    ['leak'],
  );
  assert.deepEqual(faultsOf(exchange(address, 200, whole), gate), []);
  assert.deepEqual(faultsOf(exchange(address, 200, 'An empty page.'), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange(address, 404), gate), ['status']);
  assert.deepEqual(faultsOf(exchange('/', 200, ''), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange(address, 410), later), []);
  assert.deepEqual(faultsOf(exchange(address, 200, whole), later), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 500), gate - 1), ['fault', 'status']);
});

test('so with what hangs on it: collections, pictures, old addresses, archives, the count', () => {
  for (const [target, answers] of [
    ['/topics/only', 200],
    ['/topics/only/feed.xml', 200],
    ['/topics/only/links', 200],
    ['/images/picture.svg', 200],
    ['/2026/03/01', 200],
    ['/2026', 200],
    ['/sitemaps/2026-03.xml', 200],
  ] as const) {
    assert.deepEqual(faultsOf(exchange(target, 404), gate - 1), [], target);
    assert.deepEqual(faultsOf(exchange(target, answers), gate - 1), ['status'], target);
    assert.deepEqual(faultsOf(exchange(target, 404), gate), ['status'], target);
    assert.deepEqual(faultsOf(exchange(target, answers, [embargoed.slug, embargoed.id].join(' ')), gate), [], target);
  }
  const moved = (to: string): Exchange => exchange('/old/address', 308, '', [['Location', to]]);
  assert.deepEqual(faultsOf(exchange('/old/address', 404), gate - 1), []);
  assert.deepEqual(faultsOf(moved(embargoed.address), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(moved(embargoed.address), gate), []);
  assert.deepEqual(faultsOf(moved('/'), gate), ['location']);
  assert.deepEqual(faultsOf(exchange('/healthz', 200, '{"status":"ok","articles":0}'), gate - 1), []);
  assert.deepEqual(faultsOf(exchange('/healthz', 200, '{"status":"ok","articles":1}'), gate - 1), ['count']);
  const scanned = '{"status":"ok","articles":0,"lastScan":"2026-03-01T00:00:00.000Z"}';
  assert.deepEqual(faultsOf(exchange('/healthz', 200, scanned), gate - 1), []);
});

test('a correction has its own gate, and a kill’s reason a place and a time', () => {
  const [correction] = embargoed.corrections;
  const corrected = `${whole} ${correction?.word}`;
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, corrected), gate), ['leak']);
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, corrected), gate + 60_000), []);
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, whole), gate + 60_000), ['missing']);
  const { address, reason = '', id } = killed;
  assert.deepEqual(faultsOf(exchange(address, 410, reason), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 410, reason), gate), []);
  assert.deepEqual(faultsOf(exchange(address, 410), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange('/about', 200, reason), gate), ['leak']);
  // RFC 6721: a feed may tell programs to drop it.
  assert.deepEqual(faultsOf(exchange('/atom.xml', 200, `${embargoed.id} ${id}`), gate), []);
  assert.deepEqual(faultsOf(exchange('/feed.xml', 200, `${embargoed.id} ${id}`), gate), ['leak']);
});

test('while a gate passes, an answer may be of either side; before and after, of one', () => {
  const { address } = embargoed;
  for (const answer of [exchange(address, 404), exchange(address, 200, whole)])
    assert.deepEqual(faultsOf(answer, gate - 5, gate + 5), []);
  assert.deepEqual(faultsOf(exchange(address, 200, whole), gate - 9, gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 404), gate, gate + 9), ['status']);
  // Of both sides at once it is of neither.
  assert.deepEqual(faultsOf(exchange(address, 200, 'Nothing.'), gate - 5, gate + 5), ['missing']);
});

test('while a file is being changed, an answer may be of either state; afterwards of the last', () => {
  const chronicle = new Chronicle(plan);
  const faults = (answer: Exchange, asked: ReturnType<Chronicle['moment']>): string[] =>
    judge(answer, sightingsOf(answer, words), chronicle.between(asked, chronicle.moment(gate)), words).map(
      ({ kind }) => kind,
    );
  const before = chronicle.moment(gate);
  chronicle.begin({
    ...plan,
    articles: new Map([[embargoed.address, { ...embargoed, gates: { ...embargoed.gates, status: 'withheld' } }]]),
  });
  const page = exchange(embargoed.address, 200, whole);
  const nothing = exchange(embargoed.address, 404);
  const during = chronicle.moment(gate);
  for (const asked of [before, during]) assert.deepEqual([faults(page, asked), faults(nothing, asked)], [[], []]);
  chronicle.settle();
  assert.deepEqual(faults(nothing, chronicle.moment(gate)), []);
  assert.ok(faults(page, chronicle.moment(gate)).includes('leak'));
});

test('a “not modified” is judged by what the reader holds', () => {
  const held = { body: new Set([embargoed.slug]), headers: new Map() };
  const chronicle = new Chronicle(plan);
  const faults = (now: number): Fault['kind'][] =>
    judge(exchange('/', 304), held, [chronicle.at(now)], words).map(({ kind }) => kind);
  assert.deepEqual(faults(gate), []);
  assert.deepEqual(faults(later), ['leak']);
});

test('a search says what was asked for, and nothing else that is hidden', () => {
  const [headline = '', text = ''] = embargoed.shown;
  assert.deepEqual(faultsOf(exchange(`/search?q=${headline}`, 200, `Nothing for ${headline}.`), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(`/search?q=${headline}`, 200, `${headline}: ${text}`), gate - 1), ['leak']);
  assert.deepEqual(faultsOf(exchange(`/about?q=${headline}`, 200, headline), gate - 1), ['leak']);
});

test('two answers are the same when every byte of them is, but for the time of day and the word that was asked for', () => {
  const answer = (text: string, date: string): Exchange =>
    exchange('/', 200, text, [
      ['Date', date],
      ['ETag', '"x"'],
    ]);
  const portrait = portraitOf(answer('one', 'Sun'));
  assert.equal(portrait, portraitOf(answer('one', 'Mon')));
  assert.notEqual(portrait, portraitOf(answer('two', 'Sun')));
  assert.notEqual(portrait, portraitOf({ ...answer('one', 'Sun'), headers: [['ETag', '"y"']] }));
  assert.notEqual(portrait, portraitOf({ ...answer('one', 'Sun'), status: 404 }));
  assert.equal(portraitOf(answer('No pebble.', ''), 'pebble'), portraitOf(answer('No stone.', ''), 'stone'));
  assert.notEqual(portraitOf(answer('1 pebble.', ''), 'pebble'), portraitOf(answer('No stone.', ''), 'stone'));
  const [changed, ...more] = differences(
    new Map([
      ['/', 'abc'],
      ['/x', 'same'],
    ]),
    new Map([
      ['/', 'abd'],
      ['/x', 'same'],
    ]),
  );
  assert.equal(changed?.target, '/');
  assert.deepEqual(more, []);
  assert.deepEqual(
    differences(new Map([['/', 'a']]), new Map()).map(({ target }) => target),
    ['/'],
  );
});
