import { resolve } from 'node:path';
import { printable } from './model/characters.ts';
import { readInstant } from './model/instant.ts';
import { originAddress } from './model/web-address.ts';

/** From which level on messages are logged. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `combined`: requests in the combined log format, and messages as text. */
const logFormats = ['json', 'combined', 'text'] as const;
type LogFormat = (typeof logFormats)[number];

/** The settings of a process, from its environment. */
export interface Settings {
  /** The newsroom's folder. */
  content: string;
  /** The folder of the store and the cached pages. */
  data: string;
  /** The file that is served in place of the content; none where it is missing. */
  snapshot: string | undefined;
  /** Seconds between two scans of the content folder, where it cannot be watched; undefined where it is watched. */
  poll: number | undefined;
  /** Replaces the address in `site.yaml`: an origin, without a slash at the end, its host in ASCII. */
  siteUrl: string | undefined;
  /** Whether TLS ends in a proxy in front. */
  trustProxy: boolean;
  port: number;
  host: string;
  /** Where finished pages are shared with other servers: `redis://` or `rediss://`. They are on disk where it is missing. */
  redisUrl: string | undefined;
  /** The port of the metrics; none where it is missing. */
  metricsPort: number | undefined;
  /** Connections that are open at a time, at most. */
  maxConnections: number;
  /** How long new connections are still taken after the order to stop, while `/healthz` already answers 503. Milliseconds. */
  stopDelay: number;
  logLevel: LogLevel;
  /** Where it is missing, `text` on a terminal and `json` elsewhere. */
  logFormat: LogFormat | undefined;
  /** The present, in milliseconds: that of the clock, or the instant in `DATELINE_NOW`. */
  now: () => number;
  /** The machine's clock, in milliseconds, even where `DATELINE_NOW` is set: for the dates of HTTP messages. */
  clock: () => number;
}

/** A variable of the environment has a value that cannot be used. The message is for the operator. */
export class SettingsFault extends Error {
  override name = 'SettingsFault';
}

/** A day, in seconds. */
const longestPoll = 86_400;
/** An hour, in seconds. */
const longestStopDelay = 3600;
/** What a process of this kind can hold with some hundred megabytes. */
const defaultConnections = 5000;

/** Reads the settings. Throws `SettingsFault`. */
export function settingsFrom(env: Record<string, string | undefined>): Settings {
  const siteUrl = env['SITE_URL'] ? originAddress(env['SITE_URL']) : undefined;
  if (env['SITE_URL'] && siteUrl === undefined)
    throw new SettingsFault(
      `SITE_URL is “${printable(env['SITE_URL'])}”; it must be https:// or http:// and a host, without a path, a query or a user’s name.`,
    );
  const poll = env['DATELINE_POLL'] ? Number(env['DATELINE_POLL']) : undefined;
  if (poll !== undefined && !(poll > 0 && poll <= longestPoll))
    throw new SettingsFault(`DATELINE_POLL is “${env['DATELINE_POLL']}”; it must be a number of seconds, such as 5.`);
  return {
    content: resolve(/* turbopackIgnore: true */ env['DATELINE_CONTENT'] || 'content'),
    data: resolve(/* turbopackIgnore: true */ env['DATELINE_DATA'] || '.dateline'),
    snapshot: env['DATELINE_SNAPSHOT'] ? resolve(/* turbopackIgnore: true */ env['DATELINE_SNAPSHOT']) : undefined,
    poll,
    siteUrl,
    trustProxy: isOn('TRUST_PROXY', env['TRUST_PROXY']),
    port: portIn('PORT', env['PORT']) ?? 3000,
    host: env['HOST'] || '127.0.0.1',
    redisUrl: redisUrlIn(env['REDIS_URL']),
    metricsPort: portIn('METRICS_PORT', env['METRICS_PORT']),
    maxConnections: numberIn('MAX_CONNECTIONS', env['MAX_CONNECTIONS'], 1, 1_000_000) ?? defaultConnections,
    stopDelay: 1000 * (numberIn('STOP_DELAY', env['STOP_DELAY'], 0, longestStopDelay) ?? 0),
    logLevel: oneOf('LOG_LEVEL', env['LOG_LEVEL'], logLevels) ?? 'info',
    logFormat: oneOf('LOG_FORMAT', env['LOG_FORMAT'], logFormats),
    now: clockFrom(env['DATELINE_NOW']),
    clock: clockFrom(undefined),
  };
}

/** The address of a Redis or Valkey; nothing if it is missing. Throws `SettingsFault`, which shows no password. */
function redisUrlIn(text = ''): string | undefined {
  if (text === '') return undefined;
  if (/^rediss?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new SettingsFault('REDIS_URL must be redis:// or rediss:// and a host, such as redis://localhost:6379.');
}

/** A setting that is on or off; off if it is missing. Throws `SettingsFault`. */
function isOn(name: string, text = ''): boolean {
  if (/^(?:1|true|on|yes)$/i.test(text)) return true;
  if (/^(?:0|false|off|no)?$/i.test(text)) return false;
  throw new SettingsFault(`${name} is “${text}”; it must be 1 or 0.`);
}

/** A port; `undefined` if it is not set. Throws `SettingsFault`. */
function portIn(name: string, text: string | undefined): number | undefined {
  const port = text ? Number(text) : undefined;
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535))
    throw new SettingsFault(`${name} is “${text}”, which is no port.`);
  return port;
}

/** A whole number; `undefined` if it is not set. Throws `SettingsFault`. */
function numberIn(name: string, text: string | undefined, least: number, most: number): number | undefined {
  const number = text ? Number(text) : undefined;
  if (number !== undefined && !(Number.isInteger(number) && number >= least && number <= most))
    throw new SettingsFault(`${name} is “${text}”; it must be a whole number from ${least} to ${most}.`);
  return number;
}

/** One of the words that a setting can have; `undefined` if it is not set. Throws `SettingsFault`. */
function oneOf<T extends string>(name: string, text: string | undefined, words: readonly T[]): T | undefined {
  const found = words.find((word) => word === text?.toLowerCase());
  if (text && found === undefined)
    throw new SettingsFault(`${name} is “${printable(text)}”; it must be one of ${words.join(', ')}.`);
  return found;
}

/** The only place that calls `Date.now`. */
function clockFrom(text: string | undefined): () => number {
  if (!text) return () => Date.now();
  const instant = readInstant(text);
  if (instant === undefined)
    throw new SettingsFault(`DATELINE_NOW is “${text}”; it must be an instant such as 2026-01-13T18:30:00+09:00.`);
  return () => instant;
}
