import type { Edition } from '../newsroom/edition/edition.ts';
import { relations } from '../newsroom/model/trust.ts';

// Programs look for the file at both paths (JournalList, 2020-09-29).
export const trustPath = '/trust.txt';
export const wellKnownTrustPath = '/.well-known/trust.txt';

/**
 * The newsroom's ties, one on each line (rule O6; https://journallist.net/reference-document-for-trust-txt-specifications).
 * Undefined if it has none.
 */
export function writeTrust(edition: Edition): string | undefined {
  const { trust, name } = edition.site;
  if (!trust) return undefined;
  const { datatrainingallowed: training } = trust;
  const lines = [
    ...relations.flatMap((relation) => trust[relation].map((address) => `${relation}=${address}`)),
    ...trust.contact.map((contact) => `contact=${contact}`),
    ...(training === undefined ? [] : [`datatrainingallowed=${training ? 'yes' : 'no'}`]),
  ];
  return lines.length === 0 ? undefined : `# The ties of ${name}\n${lines.join('\n')}\n`;
}
