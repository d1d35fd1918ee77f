import { z } from 'zod';
import { articleTypes } from './article.ts';
import { address, addressOrUrl, day, list, oneOf, slug, text } from './field-types.ts';

/**
 * The shapes that a package can have. `feature`: the first story is large, with its picture beside it. `row`: stories side
 * by side, with pictures above them. `text`: words only. `list`: one story below the other, with small pictures. `band`: side
 * by side on a tinted ground, across the page.
 */
const layouts = ['feature', 'row', 'text', 'list', 'band'] as const;
export type Layout = (typeof layouts)[number];

/** How much of the page's width a package has: all of it, a half, or a third. */
const weights = ['whole', 'half', 'column'] as const;
export type Weight = (typeof weights)[number];

/** The most that a slot of the front page can have. */
export const mostOnFront = { seconds: 3, numbers: 4, developments: 4, dates: 6, packageStories: 8 } as const;

const addresses = z.array(address, { error: 'expected a list: [/2026/01/13/slug]' });
const pins = list(address);

/** A number that readers can click on: `{ value: 55 m, label: is how far …, url: /2026/01/13/slug }`. */
const figure = z.strictObject({ value: text, label: text, url: addressOrUrl });

const running = z.strictObject({
  storyline: slug,
  /** Articles of the storyline that come first, in this order. */
  pinned: pins,
  /** What happened when, and what is ahead; in any order. */
  dates: list(z.strictObject({ date: day, text })),
});

const frontPackage = z
  .strictObject({
    /** What the package carries: the stories of a topic, of a storyline, or of a type of work. */
    topic: slug.optional(),
    storyline: slug.optional(),
    type: oneOf(articleTypes).optional(),
    layout: oneOf(layouts).optional(),
    weight: oneOf(weights).optional(),
    /** How many stories it has at most. */
    stories: z
      .int({ error: 'expected a number of stories, such as 4' })
      .min(1, 'expected a number of stories, at least 1')
      .max(mostOnFront.packageStories, `expected a number of stories, at most ${mostOnFront.packageStories}`)
      .optional(),
    /** Articles that come first, in this order. */
    pinned: pins,
  })
  .refine(({ topic, storyline, type }) => [topic, storyline, type].filter((one) => one !== undefined).length === 1, {
    error: 'expected exactly one of topic, storyline and type',
    params: { fix: 'Write what it carries: `{ topic: space }`, `{ storyline: nara-summit }` or `{ type: opinion }`.' },
  });

/** The fields of `front.yaml`: the slots of the front page. What it does not fill, the site fills. */
export const frontSchema = z
  .strictObject({
    /** The article at the top. */
    lead: address.optional(),
    /** Articles beside the lead; the site fills up what is missing. Where it is an empty list there are none. */
    seconds: addresses
      .refine((all) => all.length <= mostOnFront.seconds, `expected at most ${mostOnFront.seconds} addresses`)
      .optional(),
    numbers: list(figure)
      .refine((all) => all.length <= mostOnFront.numbers, `expected at most ${mostOnFront.numbers} numbers`)
      .meta({ fix: 'Write each with its parts: `- { value: 55 m, label: …, url: /2026/01/13/slug }`.' }),
    /** The storyline below the top of the page. */
    running: running
      .optional()
      .meta({ fix: 'Write the name of a file under storylines/: `running: { storyline: … }`.' }),
    /** What follows, in this order. Where it is missing, there is one for each section. Where it is an empty list there are none. */
    packages: z
      .array(frontPackage, { error: 'expected a list' })
      .optional()
      .meta({ fix: 'Write a list: `- { topic: space, layout: row, weight: whole }`.' }),
  })
  .meta({ leavesOut: 'warning' });

export type Front = z.output<typeof frontSchema>;
export type FrontPackage = NonNullable<Front['packages']>[number];
