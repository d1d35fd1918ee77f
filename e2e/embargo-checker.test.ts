import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable, differences, judge, sightingsOf, type Exchange, type Fault } from './embargo/check.ts';
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
const [portrait, number] = [mint('portrait of a topic'), mint('number on the front page')];
killed.slug = killed.address.slice('/2026/03/01/'.length);

const plan: Plan = {
  front: { fields: {}, aims: [{ target: embargoed.address, word: number, shown: true }] },
  site: {},
  about: { body: '', aims: [] },
  articles: new Map([embargoed, killed].map((article) => [article.address, article])),
  collections: new Map([
    [
      'topic only',
      {
        kind: 'topic',
        slug: 'only',
        fields: {},
        body: '',
        shown: [],
        carried: [portrait],
        aims: [],
        aliases: ['/old/topic'],
        pictures: ['portrait.svg'],
      },
    ],
  ]),
};

function exchange(target: string, status: number, text = '', headers: Exchange['headers'] = []): Exchange {
  return { method: 'GET', target, status, statusText: 'x', headers, text };
}

/** The kinds of faults of an answer that was requested at one instant and received at another. */
function faultsOf(answer: Exchange, asked: number, answered = asked): Fault['kind'][] {
  const chronicle = new Chronicle(plan);
  const worlds = chronicle.between(chronicle.moment(asked), chronicle.moment(answered));
  return [...new Set(judge(answer, sightingsOf(answer, words), worlds, words).map(({ kind }) => kind))];
}

const fullText = [...embargoed.shown, embargoed.slug].join(' ');

test('a canary is found in every form in which a text may hold it', () => {
  for (const script of ['latin', 'cyrillic', 'kana', 'arabic'] as const) {
    const word = mint(`a word in ${script}`, script);
    const forms = {
      plain: `A story on ${word}.`,
      capitals: word.toUpperCase(),
      'percent-encoded': encodeURIComponent(word),
      'percent-encoded in small letters': encodeURIComponent(word).toLowerCase(),
      'percent-encoded twice': encodeURIComponent(encodeURIComponent(word)),
      'decimal references': [...word].map((character) => `&#${character.codePointAt(0)};`).join(''),
      'hexadecimal references': [...word].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(''),
      'escaped references': [...word].map((character) => `&amp;#${character.codePointAt(0)};`).join(''),
      JSON: [...word].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      'markup in between': `${word.slice(0, 4)}<mark>${word.slice(4, 7)}</mark>${word.slice(7)}`,
      'soft hyphens': [...word].join('\u00ad'),
      'its beginning': `${word.slice(0, -1)}…`,
      'in an address': `https://paper.example/2026/03/01/${word}-2/related?x#y`,
    };
    for (const [name, text] of Object.entries(forms))
      assert.deepEqual([...sightingsIn(text, words)], [word], `${script}: ${name}`);
    assert.deepEqual([...sightingsIn(`${word.slice(0, 6)} and qzq, aGVsbG8gd29ybGQ= %zz &#0;`, words)], []);
  }
});

test('the state of an article follows from its fields and the clock', () => {
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

test('hidden words must not be in an answer, and public ones must', () => {
  const { address } = embargoed;
  assert.deepEqual(faultsOf(exchange(address, 404), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(address, 200, fullText), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange('/', 200, embargoed.slug), gate - 1), ['leak']);
  assert.deepEqual(
    faultsOf(exchange('/nowhere', 200, '', [['X-Next', encodeURIComponent(embargoed.slug)]]), gate - 1),
    ['leak'],
  );
  assert.deepEqual(faultsOf(exchange(address, 200, fullText), gate), []);
  assert.deepEqual(faultsOf(exchange(address, 200, 'An empty page.'), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange(address, 404), gate), ['status']);
  assert.deepEqual(faultsOf(exchange('/', 200, ''), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange(address, 410), later), []);
  assert.deepEqual(faultsOf(exchange(address, 200, fullText), later), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 500), gate - 1), ['fault', 'status']);
});

test('the same holds for what depends on an article: collections, pictures, old addresses, archives, the count', () => {
  for (const [target, answers] of [
    ['/topics/only', 200],
    ['/topics/only/feed.xml', 200],
    ['/topics/only/links', 200],
    ['/images/picture.svg', 200],
    ['/images/portrait.svg', 200],
    ['/2026/03/01', 200],
    ['/2026', 200],
    ['/sitemaps/2026-03.xml', 200],
  ] as const) {
    assert.deepEqual(faultsOf(exchange(target, 404), gate - 1), [], target);
    assert.deepEqual(faultsOf(exchange(target, answers), gate - 1), ['status'], target);
    assert.deepEqual(faultsOf(exchange(target, 404), gate), ['status'], target);
    assert.deepEqual(faultsOf(exchange(target, answers, [embargoed.slug, embargoed.id].join(' ')), gate), [], target);
  }
  assert.deepEqual(faultsOf(exchange('/about', 200, `${portrait} ${number}`), gate - 1), ['leak']);
  assert.deepEqual(faultsOf(exchange('/about', 200, `${portrait} ${number}`), gate), []);
  assert.deepEqual(faultsOf(exchange('/', 200, embargoed.slug), gate), ['missing']);
  const topic = exchange('/old/topic', 308, '', [['Location', '/topics/only']]);
  assert.deepEqual(faultsOf(topic, gate - 1), ['status']);
  assert.deepEqual(faultsOf(topic, gate), []);
  const redirect = (to: string): Exchange => exchange('/old/address', 308, '', [['Location', to]]);
  assert.deepEqual(faultsOf(exchange('/old/address', 404), gate - 1), []);
  assert.deepEqual(faultsOf(redirect(embargoed.address), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(redirect(embargoed.address), gate), []);
  assert.deepEqual(faultsOf(redirect('/'), gate), ['location']);
  assert.deepEqual(
    faultsOf(exchange('/healthz', 200, '{"status":"ok","live":true,"ready":true,"articles":0}'), gate - 1),
    [],
  );
  assert.deepEqual(
    faultsOf(exchange('/healthz', 200, '{"status":"ok","live":true,"ready":true,"articles":1}'), gate - 1),
    ['count'],
  );
  const scanned = '{"status":"ok","live":true,"ready":true,"articles":0,"lastScan":"2026-03-01T00:00:00.000Z"}';
  assert.deepEqual(faultsOf(exchange('/healthz', 200, scanned), gate - 1), []);
});

test('a correction has its own gate, and the reason of a kill may be seen on its page only, from the kill on', () => {
  const [correction] = embargoed.corrections;
  const corrected = `${fullText} ${correction?.word}`;
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, corrected), gate), ['leak']);
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, corrected), gate + 60_000), []);
  assert.deepEqual(faultsOf(exchange(embargoed.address, 200, fullText), gate + 60_000), ['missing']);
  const { address, reason = '', id } = killed;
  assert.deepEqual(faultsOf(exchange(address, 410, reason), gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 410, reason), gate), []);
  assert.deepEqual(faultsOf(exchange(address, 410), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange('/about', 200, reason), gate), ['leak']);
  // RFC 6721: a feed may ask programs to delete it.
  assert.deepEqual(faultsOf(exchange('/atom.xml', 200, `${embargoed.id} ${id}`), gate), []);
  assert.deepEqual(faultsOf(exchange('/feed.xml', 200, `${embargoed.id} ${id}`), gate), ['leak']);
});

test('while a gate passes, an answer may be from before or after it; otherwise from one side only', () => {
  const { address } = embargoed;
  for (const answer of [exchange(address, 404), exchange(address, 200, fullText)])
    assert.deepEqual(faultsOf(answer, gate - 5, gate + 5), []);
  assert.deepEqual(faultsOf(exchange(address, 200, fullText), gate - 9, gate - 1), ['leak', 'status']);
  assert.deepEqual(faultsOf(exchange(address, 404), gate, gate + 9), ['status']);
  // An answer that mixes both sides is wrong.
  assert.deepEqual(faultsOf(exchange(address, 200, 'Nothing.'), gate - 5, gate + 5), ['missing']);
});

test('while a file is being changed, an answer may be of the old or the new state; afterwards of the new one', () => {
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
  const page = exchange(embargoed.address, 200, fullText);
  const nothing = exchange(embargoed.address, 404);
  const during = chronicle.moment(gate);
  for (const asked of [before, during]) assert.deepEqual([faults(page, asked), faults(nothing, asked)], [[], []]);
  chronicle.markLive();
  assert.deepEqual(faults(nothing, chronicle.moment(gate)), []);
  assert.ok(faults(page, chronicle.moment(gate)).includes('leak'));
});

test('a “not modified” is judged by the body that the reader has', () => {
  const held = { body: new Set([embargoed.slug, number]), headers: new Map() };
  const chronicle = new Chronicle(plan);
  const faults = (now: number): Fault['kind'][] =>
    judge(exchange('/', 304), held, [chronicle.at(now)], words).map(({ kind }) => kind);
  assert.deepEqual(faults(gate), []);
  assert.deepEqual(faults(later), ['leak', 'leak']);
});

test('a search may repeat the query, and nothing else that is hidden', () => {
  const [headline = '', text = ''] = embargoed.shown;
  assert.deepEqual(faultsOf(exchange(`/search?q=${headline}`, 200, `Nothing for ${headline}.`), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(`/search?q=${headline}`, 200, `${headline}: ${text}`), gate - 1), ['leak']);
  assert.deepEqual(faultsOf(exchange(`/search.xml?q=${headline}`, 200, headline), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(`/about?q=${headline}`, 200, headline), gate - 1), ['leak']);
});

test('a search for a word in a headline finds its article while that is public', () => {
  const [headline = ''] = embargoed.shown;
  const target = `/search?q=${headline}`;
  assert.deepEqual(faultsOf(exchange(target, 200, 'Nothing.'), gate - 1), []);
  assert.deepEqual(faultsOf(exchange(target, 200, 'Nothing.'), gate), ['missing']);
  assert.deepEqual(faultsOf(exchange(target, 200, embargoed.slug), gate), []);
  assert.deepEqual(faultsOf(exchange(target, 404, ''), gate), ['status']);
});

test('two answers are the same if all bytes are, except the time of day and the word in the query', () => {
  const answer = (text: string, date: string): Exchange =>
    exchange('/', 200, text, [
      ['Date', date],
      ['ETag', '"x"'],
    ]);
  const one = comparable(answer('one', 'Sun'));
  assert.equal(one, comparable(answer('one', 'Mon')));
  assert.notEqual(one, comparable(answer('two', 'Sun')));
  assert.notEqual(one, comparable({ ...answer('one', 'Sun'), headers: [['ETag', '"y"']] }));
  assert.notEqual(one, comparable({ ...answer('one', 'Sun'), status: 404 }));
  assert.equal(comparable(answer('No pebble.', ''), 'pebble'), comparable(answer('No stone.', ''), 'stone'));
  assert.notEqual(comparable(answer('1 pebble.', ''), 'pebble'), comparable(answer('No stone.', ''), 'stone'));
  const tagged = (text: string, word: string, tag: string): string =>
    comparable(
      exchange('/', 200, text, [
        ['ETag', tag],
        ['Content-Length', String(text.length)],
        ['Cache-Control', 'no-cache'],
      ]),
      word,
    );
  assert.equal(tagged('No pebble.', 'PEBBLE', '"x"'), tagged('No stone.', 'stone', '"y"'));
  assert.equal(tagged('No %D0%B6.', 'ж', '"x"'), tagged('No stone.', 'stone', '"y"'));
  assert.notEqual(tagged('No pebble.', '', '"x"'), tagged('No pebble.', '', '"y"'));
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
