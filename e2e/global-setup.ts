import { portVariable, siteNames, startSharedSite, type SharedSite } from './shared-sites.ts';

/** Starts the shared sites once for all files of `npm run test:site`. Node calls these two by their names. */
const started: SharedSite[] = [];

export async function globalSetup(): Promise<void> {
  // One after the other: the first builds the site where the code has changed.
  for (const name of siteNames) {
    const site = await startSharedSite(name);
    started.push(site);
    process.env[portVariable(name)] = new URL(site.base).port;
  }
}

export async function globalTeardown(): Promise<void> {
  await Promise.all(started.map((site) => site.stop()));
}
