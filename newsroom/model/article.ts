import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import {
  address,
  day,
  instant,
  instantOrDay,
  language,
  link,
  list,
  oldAddresses,
  oneOf,
  oneOrMore,
  slug,
  text,
  url,
} from './field-types.ts';
import { image } from './image.ts';

/** Types of work, after the Trust Indicators; each has its own class in structured data. */
export const articleTypes = [
  'news',
  'analysis',
  'opinion',
  'explainer',
  'interview',
  'live',
  'press-release',
  'sponsored',
  'review',
  'obituary',
] as const;
export type ArticleType = (typeof articleTypes)[number];

/** Types of work that explain, rather than report. */
export const explainingTypes: ReadonlySet<ArticleType> = new Set<ArticleType>([
  'explainer',
  'analysis',
  'interview',
  'opinion',
]);

/** The states that an editor sets by hand. The other states follow from instants. */
const statuses = ['draft', 'withheld', 'killed'] as const;

const fixInstant = (field: string): string =>
  `Write a day, a time and an offset: \`${field}: 2026-01-13T18:30:00+09:00\`.`;

/** An author: a file under `people/`, or a name without a page. */
const bylineEntry = z.union(
  [
    slug.transform((person) => ({ person })),
    z.strictObject({
      name: text,
      kind: z.enum(['person', 'organization']).default('person'),
      role: text.optional(),
      place: text.optional(),
    }),
  ],
  { error: 'expected a file under people/, or { name: … }' },
);

/** Place, country and date of filing. The agency is a field of the article. */
const dateline = z.strictObject({
  place: text.optional(),
  region: text.optional(),
  /** ISO 3166 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected two capital letters (ISO 3166), such as JP')
    .optional(),
  date: day.optional(),
});
export type Dateline = z.output<typeof dateline>;

export type ExternalLink = z.output<typeof link>;

/** A hand-picked article of this site. It is linked with its headline. */
interface PickedArticle {
  address: string;
  /** What the editor says about it. */
  note?: string | undefined;
}

const pickedLink = z
  .strictObject({ ...link.shape, title: text.optional() })
  .transform(({ url: to, title, source, note }, context): PickedArticle | ExternalLink => {
    const refuse = (path: string, message: string, input: unknown, fix?: string): never => {
      context.issues.push({
        code: 'custom',
        path: [path],
        message,
        input,
        ...(fix !== undefined && { params: { fix } }),
      });
      return z.NEVER;
    };
    if (!to.startsWith('/'))
      return title === undefined
        ? refuse('title', 'expected text, found nothing', title)
        : { url: to, title, source, note };
    if (title !== undefined || source !== undefined)
      return refuse(
        title === undefined ? 'source' : 'title',
        'is not for an article of this site, which is linked with its headline',
        title ?? source,
        'Take it out. A `note` can say more.',
      );
    const { data, error } = address.safeParse(to);
    return data === undefined ? refuse('url', error?.issues[0]?.message ?? '', to) : { address: data, note };
  });

/** A hand-picked related link: an article of this site, or a page elsewhere. */
const relatedEntry = z.union([address.transform((value): PickedArticle => ({ address: value })), pickedLink], {
  error: 'expected an address on this site, { url, note }, or { url, title, source }',
});
export type RelatedEntry = z.output<typeof relatedEntry>;

/** A list of related links shows at most so many, the picked ones included. */
export const mostRelated = 10;

/** A part of a series that has an end or a plan, unlike a storyline: its parts have numbers. */
const series = z.strictObject({
  name: text,
  part: z
    .int({ error: 'expected the number of the part, such as 2' })
    .min(1, 'expected the number of the part, from 1')
    .max(9999, 'expected the number of the part, at most 9999'),
});

const correction = z.strictObject({ at: instant, text });
export type Correction = z.output<typeof correction>;

/** What to write in place of fields that other systems have. */
const otherNames = Object.fromEntries(
  (
    [
      ['headline', ['title', 'name', 'headLine']],
      [
        'standfirst',
        ['subtitle', 'subheadline', 'deck', 'dek', 'summary', 'description', 'excerpt', 'abstract', 'lead', 'teaser'],
      ],
      ['byline', ['author', 'authors', 'writer', 'by']],
      ['published', ['date', 'pubDate', 'created']],
      ['updated', ['modified', 'lastmod']],
      ['topics', ['tags', 'categories', 'category', 'section', 'keywords']],
      ['image', ['picture', 'photo', 'cover', 'thumbnail']],
      ['lang', ['language', 'locale']],
    ] as const
  ).flatMap(([field, names]) => names.map((each) => [each, `Write “${field}”, or take the line out.`])),
);

/**
 * The fields of an article file, in the order in which an editor writes them. `SharedFields` in `import/` names those that
 * an import can write.
 */
export const articleSchema = z
  .strictObject({
    /** Permanent, never derived from the address. */
    id: text.meta({ fix: 'Add `id: urn:uuid:…`; `npx dateline new` makes one.' }),
    headline: text.meta({ fix: 'Add `headline: …`, in quotes where it holds a colon.' }),
    /** For search engines. */
    seoTitle: text.optional(),
    /** For cards in social networks. */
    socialTitle: text.optional(),
    kicker: text.optional(),
    standfirst: text.optional(),
    type: oneOf(articleTypes).default('news'),
    byline: oneOrMore(bylineEntry).meta({
      fix: 'Write `byline: [world-desk]` for a file under people/, or `byline: [{ name: Ann Example }]`.',
    }),
    /** The source of the copy, never an author. */
    agency: text.optional(),
    dateline: dateline.optional().meta({ fix: 'Write its parts: `dateline: { place: Nara, country: JP }`.' }),
    /** A day with its offset where the time is not known: its beginning, and the article is `dayOnly`. */
    published: instantOrDay.meta({
      fix: `${fixInstant('published')} Without a time, a day and an offset: \`published: 2026-01-13+09:00\`.`,
      hides: true,
    }),
    updated: instant.optional().meta({ fix: fixInstant('updated') }),
    embargo: instant
      .optional()
      .meta({ fix: `${fixInstant('embargo')} Until then the article stays hidden.`, hides: true }),
    expires: instant.optional().meta({ fix: fixInstant('expires'), hides: true }),
    status: oneOf(statuses).optional().meta({
      fix: 'Write draft, withheld or killed, or take the line out: without it the article is public.',
      hides: true,
    }),
    /** Why the article was killed, for readers. */
    reason: text.optional(),
    /** The IPTC's scale of news value, from 1 (flash) to 9; a story without one counts as 5. The front page is made by it. */
    urgency: z
      .int({ error: 'expected a number from 1 to 9' })
      .min(1, 'expected a number from 1 to 9')
      .max(9, 'expected a number from 1 to 9')
      .optional()
      .meta({ fix: 'Write a number from 1 (the most urgent) to 9: `urgency: 3`.', leavesOut: 'warning' }),
    topics: oneOrMore(slug).meta({ fix: 'Write a list of files under topics/: `topics: [superpowers, east-asia]`.' }),
    storyline: slug.optional(),
    /** The title that owns it, where the newsroom has several. */
    owner: slug.optional(),
    series: series
      .optional()
      .meta({ fix: 'Write its name and the number of this part: `series: { name: …, part: 2 }`.' }),
    /** The site's language where the file has none. */
    lang: language.optional(),
    /** The address of the article that this is a translation of. */
    translationOf: address.optional(),
    aliases: oldAddresses,
    canonical: url.optional(),
    image: image.optional().meta({ fix: 'Write `image: { src: nara/garden.jpg, alt: What the picture shows }`.' }),
    related: list(relatedEntry),
    sources: list(link).meta({ fix: 'Write `sources: [{ url: "https://…", title: … }]`.' }),
    corrections: list(correction).meta({
      fix: 'Write `corrections: [{ at: 2026-01-14T09:00:00+09:00, text: … }]`.',
    }),
  })
  .meta({ dropsParts: true, moved: otherNames });

/** An article as intake accepted it. The edition decides whether it is public. */
export type Article = z.output<typeof articleSchema> & {
  /** `/YYYY/MM/DD/slug` */
  address: string;
  body: Body;
  /** Set where `published` is a day without a time. */
  dayOnly?: true;
};
