import { browserSiteNames, startSharedSite, type SharedSite, type SiteName } from '../shared-sites.ts';

/**
 * Serves all newsrooms of the browser tests until it gets SIGTERM. The last line that it prints has the address of each:
 *
 *     npx node e2e/browser/serve.ts
 */
const [first, ...others] = browserSiteNames;
const start = async (name: SiteName): Promise<[SiteName, SharedSite]> => [name, await startSharedSite(name)];
// The first one builds the site where the code has changed.
const sites = [await start(first), ...(await Promise.all(others.map(start)))];
console.log(`Serving ${sites.map(([name, { base }]) => `${name} at ${base}`).join(', ')}`);
process.once('SIGTERM', () => void Promise.all(sites.map(([, { stop }]) => stop())).then(() => process.exit()));
