import { randomInt } from 'node:crypto';
import { Chance } from '../../bench/random.ts';
import { siteUrl } from '../site.ts';
import type { Recipe } from './generate.ts';
import type { Script } from './words.ts';

/** The seed of a run: `E2E_SEED`, or a random one if that is `any`. The default is always the same, so that a build does not fail by chance. */
export const seed = process.env['E2E_SEED'] === 'any' ? randomInt(1_000_000_000) : numberFrom('E2E_SEED', 20_260_113);

/** How many gates a run crosses at least: `E2E_CROSSINGS`. */
export const crossings = numberFrom('E2E_CROSSINGS', 2000);

/** How many gates the articles of one newsroom cross at most. Each article crosses about two. */
const crossingsOfOne = 1000;

const languages = ['en', 'ru', 'ja', 'ar'];
const scripts: readonly Script[] = ['latin', 'latin', 'cyrillic', 'kana', 'arabic'];
const steps = [1000, 2000, 60_000, 3_600_000, 24 * 3_600_000, 9 * 24 * 3_600_000];

/** The newsrooms of a run. Every other one has a git repository. */
export function recipes(): Recipe[] {
  const count = Math.max(2, Math.ceil(crossings / crossingsOfOne));
  return Array.from({ length: count }, (_, index) => ({
    ...recipeOf(seed + 10 * index, Math.ceil(crossings / count / 2)),
    crossings: Math.ceil(crossings / count),
    git: index % 2 === 1,
  }));
}

/** A newsroom with gates that are seconds to days apart, over some weeks. */
export function recipeOf(own: number, articles: number): Recipe {
  const chance = new Chance(own);
  const start = Date.parse('2026-02-20T00:00:00Z') + chance.below(40 * 24 * 3600) * 1000;
  const gates: number[] = [];
  for (let at = start, number = 0; number < 8; number += 1) {
    at += chance.pick(steps) + 1000 * chance.below(3);
    gates.push(at);
  }
  return { seed: own, language: chance.pick(languages), scripts, articles, start, gates, url: siteUrl };
}

function numberFrom(name: string, otherwise: number): number {
  const value = process.env[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^\d{1,12}$/.test(value)) throw new Error(`${name} is “${value}”; it must be a whole number.`);
  return Number(value);
}
