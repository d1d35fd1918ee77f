import type { NewsMediaOrganizationLeaf } from 'schema-dts';
import type { LayoutData, Masthead } from '../shell/layout-data.ts';
import { absoluteHref } from '../addresses/absolute.ts';
import { imageObject, organizationId } from './ids.ts';

/** The names of policies in a newsroom's settings, and their names in schema.org (rule D8). */
const policyNames = {
  principles: 'publishingPrinciples',
  ethics: 'ethicsPolicy',
  corrections: 'correctionsPolicy',
  masthead: 'masthead',
  mission: 'missionCoveragePrioritiesPolicy',
  diversity: 'diversityPolicy',
  ownership: 'ownershipFundingInfo',
  'unnamed-sources': 'unnamedSourcesPolicy',
  bylines: 'noBylinesPolicy',
  verification: 'verificationFactCheckingPolicy',
  feedback: 'actionableFeedbackPolicy',
} as const;

/** The newsroom: its name, its logo, and its policies (rule D8). */
export function describeOrganization({ site }: LayoutData, { policies, logo }: Masthead): NewsMediaOrganizationLeaf {
  const base = { site: site.url, path: '/' };
  const links: Partial<Record<(typeof policyNames)[keyof typeof policyNames], string>> = {};
  for (const [own, name] of Object.entries(policyNames)) {
    const href = policies[own];
    if (href !== undefined) links[name] = absoluteHref(base, href);
  }
  return {
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(site.url),
    url: `${site.url}/`,
    name: site.name,
    ...(logo && { logo: imageObject(site.url, logo) }),
    ...links,
  };
}
