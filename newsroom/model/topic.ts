import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { accents } from './collection.ts';
import { address, link, list, oldAddresses, oneOf, slug, text, title } from './field-types.ts';

/** The fields of a file under `topics/`. */
export const topicSchema = z
  .strictObject({
    title,
    /** The title of its page of links, where it is not made of `title`. */
    learn: text.optional(),
    standfirst: text.optional(),
    /** The topic above it; a topic without one is a section. */
    parent: slug.optional(),
    /** The title that owns its page, where the newsroom has several. */
    owner: slug.optional(),
    /** The position of a section in the navigation. */
    order: z.number().optional(),
    /** The colour of a section. */
    accent: oneOf(accents).optional(),
    /** Articles to read first, in this order. */
    essential: list(address).meta({ fix: 'Write a list of addresses: `essential: [/2026/01/05/slug]`.' }),
    links: list(link),
    /** Old addresses of its page. They lead to it while it is public. */
    aliases: oldAddresses,
  })
  .meta({ leavesOut: 'error' });

export type Topic = z.output<typeof topicSchema> & { slug: string; introduction: Body };
