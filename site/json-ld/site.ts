import type { NewsMediaOrganizationLeaf, Thing } from 'schema-dts';
import type { LayoutData, Masthead } from '../views.ts';
import { absoluteHref } from '../addresses/absolute.ts';
import { imageObject, organizationId, websiteId } from './ids.ts';

/** A newsroom's own names of its policies, and schema.org's (rule D8). */
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

/** The site, on the page at its root only (rule D9). */
export function describeWebsite({ site }: LayoutData): Thing {
  return {
    '@type': 'WebSite',
    '@id': websiteId(site.url),
    url: `${site.url}/`,
    name: site.name,
    ...(site.description !== undefined && { description: site.description }),
    inLanguage: site.language,
    publisher: { '@id': organizationId(site.url) },
  };
}

/** The newsroom: its name, its sign, and the rules by which it works (rule D8). */
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

/** The newsroom and who stands behind it, on the page that shows it (rule D15). */
export function describePublisher(layout: LayoutData, masthead: Masthead): NewsMediaOrganizationLeaf {
  const { publisher } = masthead;
  return {
    ...describeOrganization(layout, masthead),
    ...(publisher?.founded !== undefined && { foundingDate: publisher.founded }),
    ...(publisher?.email !== undefined && { email: publisher.email }),
    ...(publisher?.address !== undefined && { address: publisher.address }),
    ...(publisher && {
      parentOrganization: {
        '@type': 'Organization',
        name: publisher.name,
        ...(publisher.url !== undefined && { url: publisher.url }),
      },
    }),
  };
}
