import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../newsroom/compile/compile.ts';
import { editionsIn, folderFor } from '../newsroom/testing.ts';
import { shapeOf, type Shape } from '../site/article/shape.ts';
import { viewAt } from '../site/testing.ts';
import { town } from './town-copy.ts';
import { townDay, townPaper } from './town-paper.ts';

const shapes: Record<keyof typeof town, Shape> = {
  news: 'report',
  plain: 'report',
  opinion: 'opinion',
  explainer: 'explainer',
  interview: 'interview',
  longRead: 'long-read',
  release: 'press-release',
  corrected: 'report',
  photographs: 'picture-led',
};

for (const language of ['en', 'ar', 'ja'] as const)
  test(`the town's paper has the same shapes of articles in “${language}”`, async (t) => {
    const paper = await townPaper(language);
    t.after(() => paper.end());
    const data = folderFor(t);
    await compile({ content: paper.folder, data });
    const editions = editionsIn(data);
    t.after(() => editions.close());
    const found = editions.at(Date.parse(townDay), (edition) =>
      Object.entries(town).map(([name, address]) => [name, shapeOf(viewAt(edition, address, 'article').story)]),
    );
    deepEqual(Object.fromEntries(found), shapes);
  });
