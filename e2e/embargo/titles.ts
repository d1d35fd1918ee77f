import { siteUrl } from '../site.ts';
import { writtenUrl } from './generate.ts';
import type { Plan } from './plan.ts';

/** A title of a generated newsroom. */
export interface PlannedTitle {
  slug: string;
  /** Absolute, without a slash at the end. */
  url: string;
  /** What it carries: articles in one of these collections, by kind and slug; all, where it is missing. */
  lists?: ReadonlySet<string>;
  /** The content of its file. */
  fields: Record<string, unknown>;
}

/** Three titles: the first carries everything, and the others overlap. */
export function titlesOf({ front }: Pick<Plan, 'front'>): PlannedTitle[] {
  const title = (slug: string, url: string, fields: Record<string, unknown>): PlannedTitle => ({
    slug,
    url,
    fields: { name: `The ${slug}`, url, ...fields },
  });
  return [
    { ...title('whole', writtenUrl, { order: 1, front: front.fields }), url: siteUrl },
    {
      ...title('shore', 'https://shore.example', { order: 2, carries: { sections: ['harbours'] } }),
      lists: new Set(['topic harbours']),
    },
    {
      ...title('wire', 'https://wire.example', {
        order: 3,
        carries: { topics: ['councils-bridges', 'harbours-budgets'], agencies: ['AFP'] },
      }),
      lists: new Set(['topic councils-bridges', 'topic harbours-budgets', 'agency afp']),
    },
  ];
}
