/** Kinds of use by a machine that a licence can name (RSL 1.0, 3.4.1). `ai-all` includes all others that begin with `ai`. */
export const licenseUses = ['all', 'ai-all', 'ai-train', 'ai-input', 'ai-index', 'search'] as const;
export type LicenseUse = (typeof licenseUses)[number];

/** What a licence asks for in return (RSL 1.0, 3.7). */
export const payments = [
  'free',
  'attribution',
  'purchase',
  'subscription',
  'training',
  'crawl',
  'use',
  'contribution',
] as const;

/** Whether the kind of use `wide` includes `narrow`. */
export function coversUse(wide: LicenseUse, narrow: LicenseUse): boolean {
  return wide === narrow || wide === 'all' || (wide === 'ai-all' && narrow.startsWith('ai-'));
}
