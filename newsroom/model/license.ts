/** Kinds of use by a machine that a licence may speak of (RSL 1.0, 3.4.1). `ai-all` is all of those with `ai`. */
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
type Payment = (typeof payments)[number];

/** On which terms machines may use the site, as `site.yaml` says; what it does not speak of is not licensed. */
export interface License {
  /** Address of the terms as people read them. */
  terms?: string;
  /** Whom to ask: an e-mail address, or an address on the web. */
  contact?: string;
  offers: LicenseOffer[];
  prohibits: LicenseUse[];
}

/** Uses that are allowed, and what for. */
export interface LicenseOffer {
  permits: LicenseUse[];
  payment: Payment;
  /** Address of a licence that others use too. */
  standard?: string;
  /** Address at which a licence is to be had from the newsroom itself. */
  custom?: string;
}

/** Whether one kind of use has the other in it. */
export function coversUse(wide: LicenseUse, narrow: LicenseUse): boolean {
  return wide === narrow || wide === 'all' || (wide === 'ai-all' && narrow.startsWith('ai-'));
}
