import { z } from 'zod';
import type { Body } from '../../elements/body.ts';
import { oldAddresses, oneOf, oneOrMore, text, title } from './field-types.ts';

/** The policies that a newsroom can state, by their names in `site.yaml` and in pages. */
const policyNames = [
  'principles',
  'ethics',
  'corrections',
  'masthead',
  'mission',
  'diversity',
  'ownership',
  'unnamed-sources',
  'bylines',
  'verification',
  'feedback',
] as const;
export type PolicyName = (typeof policyNames)[number];

/** The fields of a file under `pages/`: a page of the newsroom itself, such as `/contact`. */
export const pageSchema = z.strictObject({
  title,
  /** A sentence for search engines, and below the title. */
  description: text.optional(),
  /** The policies that the page states. `policies` in `site.yaml` goes before it. */
  policy: oneOrMore(oneOf(policyNames)).meta({ leavesOut: 'warning' }),
  aliases: oldAddresses,
  /** A draft is on no page. */
  status: oneOf(['draft']).optional().meta({
    hides: true,
    fix: 'Write `status: draft`, or take the line out to publish the page. A page has no other gate.',
  }),
});

/** `slug` is its address without the first slash: `about/ethics`. */
export type Page = z.output<typeof pageSchema> & { slug: string; body: Body };
