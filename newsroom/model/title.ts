import { z } from 'zod';
import { list, name, siteOrigin, slug, text } from './field-types.ts';
import { frontSchema } from './front.ts';
import { siteSchema } from './site.ts';

/** What a title carries: stories that have any of these, and of them only those in its languages. */
const carries = z.strictObject({
  /** Topics without one above them, with all below them. */
  sections: list(slug),
  /** Topics, with all below them. */
  topics: list(slug),
  storylines: list(slug),
  /** Names of agencies, as articles write them. */
  agencies: list(text),
  /** Tags of languages. */
  languages: list(text),
});

const shared = siteSchema.shape;

/**
 * The fields of a file under `titles/`: a site of the newsroom. What it does not say, `site.yaml` says for all titles.
 */
export const titleSchema = z
  .strictObject({
    name,
    url: siteOrigin.meta({ fix: 'Write `https://` and a host: `url: https://news.example`.' }),
    /** Its place among the titles: the lowest is first. */
    order: z.number().optional(),
    /** Without it the title carries everything. */
    carries: carries.optional(),
    front: frontSchema.optional(),
    id: shared.id,
    language: shared.language.optional(),
    description: shared.description,
    logo: shared.logo,
    icon: shared.icon,
    accent: shared.accent,
  })
  .meta({ leavesOut: 'error' });

export type Carries = z.output<typeof carries>;
export type Title = z.output<typeof titleSchema> & { slug: string };
