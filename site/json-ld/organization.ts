import type { NewsMediaOrganizationLeaf } from 'schema-dts';
import type { PolicyName } from '../../newsroom/model/page.ts';
import type { LayoutData, Masthead } from '../shell/layout-data.ts';
import { absoluteHref } from '../addresses/absolute.ts';
import { imageObject, organizationId } from './ids.ts';

/** The names of policies, and their names in schema.org (rule D8). */
const schemaNames = {
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
} as const satisfies Record<PolicyName, string>;

/** The newsroom: its name, its logo, and its policies (rule D8). */
export function describeOrganization(
  { site, foot }: LayoutData,
  { policies, logo }: Masthead,
): NewsMediaOrganizationLeaf {
  const base = { site: site.url, path: '/' };
  const links: Partial<Record<(typeof schemaNames)[PolicyName], string>> = {};
  for (const [own, name] of Object.entries(schemaNames)) {
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
    ...(foot.social.length > 0 && { sameAs: foot.social.map(({ href }) => absoluteHref(base, href)) }),
  };
}
