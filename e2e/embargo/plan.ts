import type { CollectionKind } from '../../newsroom/model/collection.ts';
import type { PlannedTitle } from './titles.ts';

/** The fields of a file that decide when the public may see its article. Milliseconds. */
export interface Gates {
  published: number;
  embargo?: number;
  expires?: number;
  status?: 'draft' | 'withheld' | 'killed';
}

export type State = 'hidden' | 'public' | 'gone';

/** The state of an article at an instant, by docs/publishing.md. Computed from the fields, without the code of the site. */
export function stateOf({ published, embargo = published, expires = Infinity, status }: Gates, now: number): State {
  const opens = Math.max(published, embargo);
  if (status === 'draft' || status === 'withheld' || now < opens || expires <= opens) return 'hidden';
  return status === 'killed' || now >= expires ? 'gone' : 'public';
}

/** A link to an article. */
export interface Aim {
  /** The address of the article that it leads to. */
  target: string;
  /** The canary in the link's title, if it has one. It belongs to the article that the link leads to. */
  word?: string;
  /** The canary in the alias, if the link uses one. */
  by?: string;
  /** Whether the page that has the link must show it, while the article may be seen. */
  shown: boolean;
}

/** A file of the newsroom with front matter and a text. */
interface Written {
  fields: Record<string, unknown>;
  body: string;
}

/** An article as the generator planned it. */
export interface PlannedArticle extends Written {
  /** `/YYYY/MM/DD/slug`, not encoded. */
  address: string;
  gates: Gates;
  /** Canaries that its own page shows while it is public. */
  shown: readonly string[];
  /** Canaries that any page may show while it is public, and that its own page need not show. */
  carried: readonly string[];
  /** The canary in its address. */
  slug: string;
  /** The canary in its id. */
  id: string;
  /** The canary in the reason that readers see when it is killed. */
  reason?: string;
  corrections: readonly { at: number; word: string }[];
  /** A canary that only an earlier version in git holds. It is in `carried` too if the article was public then. */
  former?: string;
  aims: readonly Aim[];
  /** The collections that list it, without the topics above its own. */
  collections: readonly { kind: CollectionKind; slug: string }[];
  aliases: readonly string[];
  /** Pictures under `images/` that it shows. */
  pictures: readonly string[];
}

/** A file under `topics/`, `people/` or `storylines/`, or an entry of `places.yaml`, which has no text. */
export interface PlannedCollection extends Written {
  kind: Exclude<CollectionKind, 'agency'>;
  slug: string;
  /** The slug of the topic above. */
  parent?: string;
  /** Canaries that its page shows while it is public. */
  shown: readonly string[];
  /** Canaries that any page may show while it is public. */
  carried: readonly string[];
  aims: readonly Aim[];
  /** Addresses that lead to its page while that is public. */
  aliases: readonly string[];
  /** Pictures under `images/` that are public while its page is. */
  pictures: readonly string[];
}

/** A newsroom at one state of its files. */
export interface Plan {
  /** None in a newsroom that is one site. */
  titles?: readonly PlannedTitle[];
  /** The content of `site.yaml`. */
  site: Record<string, unknown>;
  /** The content of `front.yaml`; the front page must show the words of its aims. */
  front: { fields: Record<string, unknown>; aims: readonly Aim[] };
  about: { body: string; aims: readonly Aim[] };
  articles: ReadonlyMap<string, PlannedArticle>;
  /** By `kind slug`. */
  collections: ReadonlyMap<string, PlannedCollection>;
}

/** Every instant at which something may change, in order. */
export function gatesIn(plan: Plan): number[] {
  const found = new Set<number>();
  for (const article of plan.articles.values()) for (const at of gatesOf(article)) found.add(at);
  return [...found].toSorted((a, b) => a - b);
}

/** The instants that an article names, whether they change anything or not. */
export function gatesOf({ gates: { published, embargo, expires }, corrections }: PlannedArticle): number[] {
  return [published, embargo, expires, ...corrections.map(({ at }) => at)].filter((at) => at !== undefined);
}
