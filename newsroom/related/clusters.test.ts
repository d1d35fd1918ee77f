import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { Clusters, type ClusterArticle } from './clusters.ts';
import { scan } from '../text-analysis/runs.ts';
import { keyTermsOf, readTerms, termsOfText } from './key-terms.ts';
import { packKeyTerms } from './packing.ts';

const day = 86_400_000;

function articleOf(text: string, at: number, fields: Partial<ClusterArticle> = {}): ClusterArticle {
  const { uses, length } = readTerms(['', text].map(scan));
  return {
    published: at * day,
    length,
    topics: [],
    storyline: undefined,
    terms: packKeyTerms(keyTermsOf(uses)),
    ...fields,
  };
}

/** Texts that share no word with each other or with those of a test: so many that chance has to be reckoned with. */
const strangers = Array.from({ length: 450 }, (_, index) =>
  articleOf(`lone${index} only${index} single${index} solitary${index}`, 30),
);

function groupsOf(...articles: ClusterArticle[]): number[][] {
  const sorted = [...articles, ...strangers].toSorted((a, b) => a.published - b.published);
  return new Clusters(sorted).all().map(({ members }) => members);
}

test('articles that share rare words are together, the others alone', () => {
  deepEqual(
    groupsOf(articleOf('dam crack water', 1), articleOf('dam crack engineer', 2), articleOf('opera tenor', 3)),
    [[0, 1]],
  );
  deepEqual(groupsOf(), []);
  deepEqual(new Clusters([]).all(), []);
});

test('a chain, of which each is like the next one alone, is no group', () => {
  const words = ['a1 a2 b1 b2', 'b1 b2 c1 c2', 'c1 c2 d1 d2', 'd1 d2 e1 e2', 'e1 e2 f1 f2'];
  const sizes = groupsOf(...words.map((text) => articleOf(text, 1))).map(({ length }) => length);
  deepEqual(sizes, [2, 2]);
});

test('two storylines are never one group, and topics and days count', () => {
  const text = 'dam crack water engineer';
  deepEqual(groupsOf(articleOf(text, 1, { storyline: 'a' }), articleOf(text, 1, { storyline: 'b' })), []);
  deepEqual(groupsOf(articleOf(text, 1, { storyline: 'a' }), articleOf(text, 1)), [[0, 1]]);
  const like = ['dam crack water1 engineer1', 'dam crack water2 engineer2'] as const;
  const score = (gap: number, topics: string[]): number => {
    const articles = [articleOf(like[0], 1, { topics }), articleOf(like[1], 1 + gap, { topics })];
    const [group] = new Clusters([...articles, ...strangers]).all();
    return group?.score ?? 0;
  };
  ok(score(0, ['t']) > score(0, []));
  ok(score(3, ['t']) < score(0, ['t']));
  equal(score(40, ['t']), 0);
});

test('what articles have in common: the terms of at least half, and copies count once', () => {
  const articles = ['dam crack water', 'dam crack engineer', 'dam crack engineer', 'dam tenor'].map((text) =>
    articleOf(text, 1),
  );
  const { shared, texts } = new Clusters([...articles, ...strangers]).common([0, 1, 2, 3]);
  const terms = [...termsOfText('', ['dam crack engineer']).uses.keys()];
  deepEqual(new Set(shared.map(({ term }) => term)), new Set(terms));
  equal(texts, 3);
});

test('what few articles share counts more, and everyday words hardly count in any archive', () => {
  const like = ['Velden dam water1 council1 old1 boat1 fish1', 'Velden dam water2 council2 old2 boat2 fish2'] as const;
  const pair = (one: string, other: string): ClusterArticle[] => [articleOf(one, 1), articleOf(other, 1)];
  const scores = [0, 20, 450].map(
    (others) => new Clusters([...pair(...like), ...strangers.slice(0, others)]).all()[0]?.score ?? 0,
  );
  const [alone = 0, small = 0, large = 0] = scores;
  ok(alone > small && small > large, scores.join(', '));
  const dull = like.map((text) => text.replace('Velden dam', 'Monday several'));
  deepEqual(new Clusters(pair(dull[0] ?? '', dull[1] ?? '')).all(), []);
});

test('an article alone is put beside the three of a storyline that are nearest, or beside both of two', () => {
  const found = (...articles: ClusterArticle[]): number[][] => groupsOf(...articles).filter(({ length }) => length > 2);
  const line = (text: string, at: number): ClusterArticle => articleOf(text, at, { storyline: 'dam' });
  // The storyline in the mean is not like the article.
  const parts = ['dam crack', 'dam water', 'dam boat', 'harvest fish', 'opera tenor', 'clock railway'];
  const texts = parts.map((part, index) => line(`${part} x${index} y${index}`, index));
  deepEqual(found(...texts, articleOf('dam crack water boat', 7)), [[0, 1, 2, 6]]);
  deepEqual(found(...texts, articleOf('fish opera clock', 7)), []);
  deepEqual(found(...texts.slice(0, 2), articleOf('dam crack water', 7)), [[0, 1, 2]]);
  deepEqual(found(...texts.slice(0, 1), ...texts.slice(3), articleOf('dam boat crack', 7)), []);
  // The nearer one of two storylines.
  const of = (storyline: string): ClusterArticle[] =>
    parts.slice(0, 3).map((part, at) => articleOf(`${part} ${storyline} z${at}`, at, { storyline }));
  deepEqual(
    new Set(found(...of('alfa'), ...of('beta'), articleOf('dam crack water beta harvest fish', 7))),
    new Set([
      [0, 2, 4],
      [1, 3, 5, 6],
    ]),
  );
});
