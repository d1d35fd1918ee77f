/** The sites that `playwright.config.ts` starts: the demonstration newsroom, and the edge newsroom (`edge-newsroom.ts`). */
export const siteNames = ['demonstration', 'edge'] as const;
export type SiteName = (typeof siteNames)[number];

/** The address of a site. Playwright puts its port into the environment when the site has started. */
export function addressOf(site: SiteName): string {
  return `http://127.0.0.1:${process.env[`${site.toUpperCase()}_PORT`] ?? ''}`;
}
