import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { title } from './field-types.ts';

/** The fields of `about.mdx`, the page on which the newsroom describes itself. */
export const aboutSchema = z.strictObject({ title });

export type About = z.output<typeof aboutSchema> & { body: Body };
