import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { link, list, mailAddress, name, oldAddresses, orPart, text, url } from './field-types.ts';
import { image } from './image.ts';

/** An account of a person elsewhere; without a title it is named by its host. */
const account = orPart('url', z.strictObject({ url, title: text.optional() }));

/** The fields of a file under `people/`. */
export const personSchema = z
  .strictObject({
    name,
    kind: z.enum(['person', 'organization']).default('person'),
    role: text.optional(),
    agency: text.optional(),
    /** A portrait. */
    image: image.optional().meta({ fix: 'Write `image: { src: people/ann.jpg, alt: What the picture shows }`.' }),
    email: mailAddress.optional(),
    social: list(account).meta({ fix: 'Write a list of addresses: `social: ["https://social.example/@ann"]`.' }),
    links: list(link),
    /** Old addresses of the page. They lead to it while it is public. */
    aliases: oldAddresses,
  })
  .meta({ leavesOut: 'error' });

export type Person = z.output<typeof personSchema> & { slug: string; biography: Body };
