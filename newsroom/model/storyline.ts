import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { list, slug, title } from './field-types.ts';

/** The fields of a file under `storylines/`. */
export const storylineSchema = z.strictObject({
  title,
  topics: list(slug).meta({ fix: 'Write a list of files under topics/: `topics: [superpowers, east-asia]`.' }),
  status: z.enum(['running', 'closed']).default('running'),
});

export type Storyline = z.output<typeof storylineSchema> & { slug: string; soFar: Body };
