import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { list, name, oldAddresses, slug, text, title } from './field-types.ts';
import { isPeriod } from './period.ts';

const notPeriod = 'expected a day, a month or a year, such as 2026-02-05, 2026-02 or 2026';

/** What is to come in a story. It is shown until its day, month or year is over where the newsroom is. */
const ahead = z.strictObject({
  /** A `Period`. */
  date: z
    .union([z.number().transform(String), z.string()], { error: notPeriod })
    .refine(isPeriod, { error: notPeriod, params: { code: 'date-invalid' } }),
  text,
});

/** Somebody whom the story is about. */
const protagonist = z.strictObject({ name, role: text.optional() });

/** The fields of a file under `storylines/`. */
export const storylineSchema = z
  .strictObject({
    title,
    topics: list(slug).meta({ fix: 'Write a list of files under topics/: `topics: [superpowers, east-asia]`.' }),
    status: z.enum(['running', 'closed']).default('running'),
    ahead: list(ahead).meta({ fix: 'Write `ahead: [{ date: 2026-02-05, text: The treaty ends }]`.' }),
    people: list(protagonist).meta({ fix: 'Write `people: [{ name: Ann Example, role: Prime minister }]`.' }),
    /** Old addresses of its page. They lead to it while it is public. */
    aliases: oldAddresses,
  })
  .meta({ leavesOut: 'error' });

export type Storyline = z.output<typeof storylineSchema> & { slug: string; soFar: Body };
