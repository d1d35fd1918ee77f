import { siteNames, startSharedSite } from '../shared-sites.ts';

/**
 * Serves a newsroom for the browser tests until it gets SIGTERM:
 *
 *     npx node e2e/browser/serve.ts demonstration|edge
 */
const name = siteNames.find((each) => each === process.argv[2]);
if (name === undefined) throw new Error(`Usage: serve.ts ${siteNames.join('|')}`);
const { base, stop } = await startSharedSite(name);
console.log(`Serving at ${base}`);
process.once('SIGTERM', () => void stop().then(() => process.exit()));
