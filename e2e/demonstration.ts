import { Site } from './site.ts';

/** A day on which all of the demonstration newsroom has been published. */
export const demonstrationDay = '2026-01-15T12:00:00Z';

/** Starts the site over the demonstration newsroom, as a clone of the project has it. */
export function startDemonstration(): Promise<Site> {
  return Site.start({ now: demonstrationDay });
}
