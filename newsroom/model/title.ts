import { z } from 'zod';
import { language, list, name, siteOrigin, slug, text, url } from './field-types.ts';
import { frontSchema } from './front.ts';
import { compareText } from './problem.ts';
import { leftOut, siteLinks, siteSchema } from './site.ts';

/** Names in `carries`. A list that is written has names: an editor who empties one wants nothing of its kind, and not everything. */
const someNames = <T extends z.ZodType<string>>(of: T) =>
  list(of)
    .refine((all) => all.length > 0, {
      error: 'has no names in it',
      params: { fix: 'Write names, or take the line out. A title without any of these lines carries everything.' },
    })
    .optional();

/** What a title carries: stories that have any of these, and of them only those in its languages. */
const carries = z
  .strictObject({
    /** Topics without one above them, with all below them. */
    sections: someNames(slug),
    /** Topics, with all below them. */
    topics: someNames(slug),
    storylines: someNames(slug),
    /** Names of agencies, as articles write them. */
    agencies: someNames(text),
    /** Tags of languages. `pt` has `pt-BR` too. */
    languages: someNames(language),
  })
  .refine((all) => Object.keys(all).length > 0, {
    error: 'has no names in it',
    when: ({ issues }) => issues.length === 0,
    params: {
      fix: 'Write what the title carries: `carries: { sections: [space] }`. To carry everything, take the line out.',
    },
  });

const shared = siteSchema.shape;
const inSiteYaml = 'Write it in site.yaml: it is the same for all titles.';

/**
 * The fields of a file under `titles/`: a site of the newsroom. What it does not say, `site.yaml` says for all titles; `palette`
 * and `policies` are added to those of `site.yaml`, name by name. An error in what decides which stories the title has, or which
 * rights others have, refuses the file. Any other bad value is left out.
 */
export const titleSchema = z
  .strictObject({
    name,
    url: siteOrigin.meta({ fix: 'Write `https://` and a host: `url: https://news.example`.' }),
    /** Its place among the titles: the lowest is first. */
    order: z.number({ error: 'expected a number' }).optional().meta(leftOut),
    /** Without it the title carries everything. */
    carries: carries.optional(),
    /** Its front page, as `front.yaml` has it. */
    front: frontSchema.optional().meta(leftOut),
    /** The address by which feeds know the title. `url`, where it is missing. */
    id: shared.id,
    language: shared.language.optional(),
    description: shared.description,
    logo: shared.logo,
    icon: shared.icon,
    accent: shared.accent,
    palette: shared.palette,
    fonts: shared.fonts,
    publisher: shared.publisher,
    // A list of site.yaml is the title's own where the title has none, so a missing one and an empty one are not the same.
    menu: siteLinks.optional().meta(leftOut),
    footer: shared.footer,
    social: siteLinks.optional().meta(leftOut),
    newsletter: shared.newsletter,
    tips: shared.tips,
    counter: shared.counter,
    contact: shared.contact,
    policies: shared.policies,
    websub: z.array(url, { error: 'expected a list: ["https://hub.example/"]' }).optional().meta(leftOut),
    indexnow: shared.indexnow,
    license: shared.license,
    trust: shared.trust,
  })
  .meta({
    elsewhere: {
      timezone: inSiteYaml,
      related: inSiteYaml,
      released: inSiteYaml,
      titles: 'Write a file for each title: titles/NAME.yaml.',
      ...Object.fromEntries(
        Object.keys(carries.shape).map((part) => [
          part,
          `Write it under \`carries\`: \`carries: { ${part}: [ … ] }\`.`,
        ]),
      ),
    },
  });

export type Title = z.output<typeof titleSchema> & { slug: string };

/** The order of titles, for a sort. The first one is what readers see where nothing names a title. */
export function byOrder(a: Title, b: Title): number {
  const [first, second] = [a.order ?? Infinity, b.order ?? Infinity];
  return first === second ? compareText(a.slug, b.slug) : first - second;
}
