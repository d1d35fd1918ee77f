import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { link, list, name, text } from './field-types.ts';

/** The fields of a file under `people/`. */
export const personSchema = z.strictObject({
  name,
  kind: z.enum(['person', 'organization']).default('person'),
  role: text.optional(),
  agency: text.optional(),
  links: list(link),
});

export type Person = z.output<typeof personSchema> & { slug: string; biography: Body };
