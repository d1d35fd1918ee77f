import { hash } from 'node:crypto';
import type { Redirect } from '../formats/output.ts';
import { outputAt } from '../formats/outputs.ts';
import { inertPolicy as policy } from './headers.ts';
import type { Kept } from './kept.ts';
import { CachedPage } from './page-cache.ts';

/**
 * What is neither a page nor a file: feeds, sitemaps. They are kept as pages are. Where they may have changed they are
 * written again, and a kept one that says the same is right still, with its ETag.
 */
export function currentOutput({ pages, validity }: Kept, path: string): CachedPage | Redirect | undefined {
  const kept = pages.get(path);
  if (kept && validity.isKnown(kept)) return kept;
  const { value, checked } = validity.inspect((edition, now) => outputAt(edition, path, now));
  if (!value || 'to' in value) return value;
  const { body, type, status = 200, headers, address } = value;
  const digest = hash('sha256', JSON.stringify([status, type, headers, address]) + body, 'base64url');
  const same = kept?.head.digest === digest;
  const more = { ...(headers && { headers }), ...(address !== undefined && { address }) };
  const page = same ? kept : CachedPage.from({ path, status, digest, policy, type, ...more }, body);
  // Some change with time alone, between the gates.
  page.checked =
    value.until === undefined
      ? checked
      : { ...checked, from: checked.now, until: Math.min(checked.until, value.until) };
  if (!same) pages.put(page);
  return page;
}
