import type { Chance } from '../../bench/random.ts';
import type { TemporaryNewsroom } from '../newsroom.ts';
import { removeArticle, writeArticle, writeCollections } from './files.ts';
import type { Generator, Life } from './generate.ts';
import { stateOf, type Gates, type Plan, type PlannedArticle } from './plan.ts';

/** One edit that an editor makes while the site runs. */
export interface Edit {
  what: string;
  /** The newsroom after it. */
  plan: Plan;
  /** The articles as they were and as they are. */
  touched: readonly PlannedArticle[];
  /** Changes the files. */
  write: (newsroom: TemporaryNewsroom) => void;
}

const kinds = [
  'kill', 'kill', 'bring back', 'withhold', 'withhold', 'release', 'release', 'set under embargo', 'end at once', 'delete', 'add', 'add', 'rewrite', 'move',
] as const; // prettier-ignore
const added: readonly Life[] = [
  'draft',
  'withheld',
  'scheduled',
  'embargoed',
  'public',
  'killed before publication',
  'passing',
];

/** A random edit; `undefined` if there is no article for it. */
export function editOf(plan: Plan, now: number, last: number, chance: Chance, generator: Generator): Edit | undefined {
  const kind = chance.pick(kinds);
  const some = (fits: (article: PlannedArticle) => boolean): PlannedArticle | undefined => {
    const fitting = [...plan.articles.values()].filter((article) => !isBeacon(article) && fits(article));
    return fitting.length === 0 ? undefined : chance.pick(fitting);
  };
  const isPublic = ({ gates }: PlannedArticle): boolean => stateOf(gates, now) === 'public';
  const regated = (article: PlannedArticle | undefined, change: (gates: Gates) => Gates): Edit | undefined =>
    article && replaced(kind, plan, article, { ...article, gates: change(article.gates) });
  switch (kind) {
    case 'kill':
      return regated(some(isPublic), (gates) => ({ ...gates, status: 'killed' }));
    case 'bring back':
      return regated(
        some(({ gates }) => gates.status === 'killed'),
        withoutStatus,
      );
    case 'withhold':
      return regated(
        some((article) => isPublic(article) || chance.happens(0.05)),
        (gates) => ({ ...gates, status: chance.happens(0.5) ? 'withheld' : 'draft' }),
      );
    case 'release':
      return regated(
        some(({ gates: { status } }) => status === 'draft' || status === 'withheld'),
        withoutStatus,
      );
    case 'set under embargo':
      return regated(some(isPublic), (gates) => ({ ...gates, embargo: last }));
    case 'end at once':
      return regated(some(isPublic), (gates) => ({ ...gates, expires: Math.floor(now / 1000) * 1000 }));
    case 'delete': {
      const article = some(() => true);
      return article && without(kind, plan, [article]);
    }
    case 'add': {
      const { plan: after, article } = generator.add(plan, chance.pick(added));
      return {
        what: kind,
        plan: after,
        touched: [article],
        write(newsroom) {
          const more = [...after.collections].filter(([key]) => !plan.collections.has(key));
          writeCollections(
            newsroom,
            after,
            more.map(([, collection]) => collection),
          );
          writeArticle(newsroom, article);
        },
      };
    }
    case 'rewrite': {
      const article = some(() => true);
      return article && replaced(kind, plan, article, rewritten(article));
    }
    case 'move': {
      const article = some(({ address }) => !address.endsWith('-moved'));
      return article && moved(plan, article);
    }
  }
}

/**
 * Deletes all articles that are hidden. An article that was public and is gone stays. So does one with an alias: without
 * it, links by that alias would change.
 */
export function withoutHidden(plan: Plan, now: number): Edit {
  const hidden = [...plan.articles.values()].filter(
    ({ gates, aliases }) => stateOf(gates, now) === 'hidden' && aliases.length === 0,
  );
  return without('take out what is hidden', plan, hidden);
}

/** Writes the same articles again, with another text. */
export function withHiddenRewritten(plan: Plan, hidden: readonly PlannedArticle[]): Edit {
  const articles = hidden.map(rewritten);
  return {
    what: 'put back what is hidden',
    plan: { ...plan, articles: new Map([...plan.articles, ...articles.map((each) => [each.address, each] as const)]) },
    touched: articles,
    write(newsroom) {
      for (const article of articles) writeArticle(newsroom, article);
    },
  };
}

function isBeacon({ collections }: PlannedArticle): boolean {
  return collections.some(({ slug }) => slug === 'beacon');
}

function withoutStatus({ published, embargo, expires }: Gates): Gates {
  return { published, ...(embargo !== undefined && { embargo }), ...(expires !== undefined && { expires }) };
}

/** An article that was edited after the last commit has no history that the plan knows. */
function withoutFormer(article: PlannedArticle): PlannedArticle {
  const { former, ...rest } = article;
  return former === undefined ? article : rest;
}

function rewritten(article: PlannedArticle): PlannedArticle {
  return { ...article, body: `${article.body}\n\nAnother paragraph.` };
}

function replaced(what: string, plan: Plan, before: PlannedArticle, after: PlannedArticle): Edit {
  return {
    what,
    plan: { ...plan, articles: new Map([...plan.articles, [after.address, withoutFormer(after)]]) },
    touched: [before],
    write: (newsroom) => writeArticle(newsroom, after),
  };
}

function without(what: string, plan: Plan, gone: readonly PlannedArticle[]): Edit {
  const addresses = new Set(gone.map(({ address }) => address));
  return {
    what,
    plan: { ...plan, articles: new Map([...plan.articles].filter(([address]) => !addresses.has(address))) },
    touched: gone,
    write(newsroom) {
      for (const article of gone) removeArticle(newsroom, article);
    },
  };
}

/** Gives an article another address on the same day; the old address redirects. */
function moved(plan: Plan, article: PlannedArticle): Edit {
  const after = {
    ...article,
    address: `${article.address}-moved`,
    aliases: [...article.aliases, article.address],
    fields: { ...article.fields, aliases: [...article.aliases, article.address] },
  };
  const articles = new Map([...plan.articles].filter(([address]) => address !== article.address));
  return {
    what: 'move',
    plan: { ...plan, articles: articles.set(after.address, withoutFormer(after)) },
    touched: [article, after],
    write(newsroom) {
      removeArticle(newsroom, article);
      writeArticle(newsroom, after);
    },
  };
}
