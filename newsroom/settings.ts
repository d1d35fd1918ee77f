import { resolve } from 'node:path';
import { readInstant } from './model/instant.ts';

/** Where things lie and what time it is, as the environment says. */
export interface Settings {
  /** The newsroom's folder. */
  content: string;
  /** Where the store and the kept pages lie. */
  data: string;
  /** Stands in for the address in `site.yaml`; without a slash at the end. */
  siteUrl: string | undefined;
  port: number;
  host: string;
  /** The present, in milliseconds: the clock, or the instant that `DATELINE_NOW` names. */
  now: () => number;
  /** The machine's clock, whatever the present is said to be: for the dates of HTTP messages, in milliseconds. */
  clock: () => number;
}

/** A variable of the environment has a value that cannot be used. The message is for the person at the keyboard. */
export class SettingsFault extends Error {
  override name = 'SettingsFault';
}

/** Reads the settings. Throws `SettingsFault`. */
export function settingsFrom(env: Record<string, string | undefined>): Settings {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SettingsFault(`PORT is “${env['PORT']}”, which is no port.`);
  const siteUrl = env['SITE_URL'] || undefined;
  if (siteUrl !== undefined && !(/^https?:\/\/[^/]/.test(siteUrl) && URL.canParse(siteUrl)))
    throw new SettingsFault(`SITE_URL is “${siteUrl}”; it must begin with https:// or http://.`);
  return {
    content: resolve(/* turbopackIgnore: true */ env['DATELINE_CONTENT'] || 'content'),
    data: resolve(/* turbopackIgnore: true */ env['DATELINE_DATA'] || '.dateline'),
    siteUrl: siteUrl?.replace(/\/+$/, ''),
    port,
    host: env['HOST'] || '127.0.0.1',
    now: clockFrom(env['DATELINE_NOW']),
    clock: clockFrom(undefined),
  };
}

/** `Date.now` stands here and nowhere else. */
function clockFrom(text: string | undefined): () => number {
  if (!text) return () => Date.now();
  const instant = readInstant(text);
  if (instant === undefined)
    throw new SettingsFault(`DATELINE_NOW is “${text}”; it must be an instant such as 2026-01-13T18:30:00+09:00.`);
  return () => instant;
}
