import { parseArgs } from 'node:util';
import { Editions } from '../../newsroom/edition/open.ts';
import { readInstant } from '../../newsroom/model/instant.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { StoreMissing } from '../../newsroom/store/store.ts';
import { changedUrls, submissions, type ChangedUrl, type Submission } from '../../formats/indexnow.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { counted } from '../print.ts';

const usage = 'indexnow --since ISO [--send] [--endpoint URL] [--json]';

/** Passes a list on to all search engines that take part. */
const sharedEndpoint = 'https://api.indexnow.org/indexnow';

/** How long a search engine may take to answer. Milliseconds. */
const answerTimeout = 30_000;

interface Options {
  since: number;
  send: boolean;
  endpoint: string;
  json: boolean;
}

/** The result of one request. */
interface Sent {
  urls: number;
  /** Missing if nobody answered. */
  status?: number;
  message: string;
}

/**
 * `dateline indexnow`: the addresses that changed since an instant, as the store knows them, printed or sent (rule I1).
 * Exit 0 done, 1 refused by the search engine, 2 could not run.
 */
export async function run(args: string[]): Promise<number> {
  const options = optionsFrom(args);
  if (typeof options === 'string') return cannot(`${options} Usage: dateline ${usage}`);
  const { data, siteUrl, now: clock } = settingsFrom(process.env);
  const now = clock();
  if (options.since > now) return cannot('the instant behind --since is in the future.');
  let editions: Editions;
  try {
    editions = Editions.in(data, { siteUrl, linkTarget });
  } catch (fault) {
    if (fault instanceof StoreMissing) return cannot(fault.message);
    throw fault;
  }
  const { site, changes, knownSince } = editions.at(now, (edition) => ({
    site: edition.site,
    changes: changedUrls(edition, options.since),
    knownSince: edition.articleIndex.knownSince,
  }));
  editions.close();
  if (knownSince === undefined || options.since < knownSince)
    console.error(
      `This store${knownSince === undefined ? '' : `, made at ${isoInstant(knownSince)},`} knows nothing of what was hidden, deleted, or edited without \`updated\` before it was made.`,
    );
  if (!options.send) {
    print(options, changes, undefined);
    return 0;
  }
  const { indexnow: key } = site;
  if (key === undefined)
    return cannot('there is no key. Write one in site.yaml: `indexnow: ` and 8 to 128 letters, digits and hyphens.');
  const urls = changes.map(({ url }) => url);
  const sent: Sent[] = [];
  for (const submission of submissions(site.url, key, urls)) {
    const answer = await submit(options.endpoint, submission);
    sent.push(answer);
    // A search engine that refuses one list refuses the next.
    if (!isAccepted(answer)) break;
  }
  print(options, changes, sent);
  return sent.every(isAccepted) ? 0 : 1;
}

function optionsFrom(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        since: { type: 'string' },
        send: { type: 'boolean', default: false },
        endpoint: { type: 'string', default: sharedEndpoint },
        json: { type: 'boolean', default: false },
      },
    });
    const since = readInstant(values.since ?? '');
    if (since === undefined) return '--since needs an instant such as 2026-01-13T18:30:00+09:00.';
    if (!/^https?:\/\//.test(values.endpoint) || !URL.canParse(values.endpoint))
      return '--endpoint needs an address on the web.';
    return { since, send: values.send, endpoint: values.endpoint, json: values.json };
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

async function submit(endpoint: string, submission: Submission): Promise<Sent> {
  const urls = submission.urlList.length;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(submission),
      signal: AbortSignal.timeout(answerTimeout),
    });
    await response.body?.cancel();
    const later = response.headers.get('retry-after');
    return { urls, status: response.status, message: messageOf(response.status, submission, later) };
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    return {
      urls,
      message: `Nobody answers at ${endpoint}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    };
  }
}

/** What an answer means (https://www.indexnow.org/documentation), and what to do about it. */
function messageOf(status: number, { keyLocation, host }: Submission, later: string | null): string {
  switch (status) {
    case 200:
      return 'Accepted.';
    case 202:
      return 'Accepted; the search engine has still to check the key.';
    case 400:
      return 'Refused (400): the request is not understood. That is a fault of Dateline; please report it.';
    case 403:
      return `Refused (403): the key is not found. ${keyLocation} must answer with it. Is the site that is served the one of this store?`;
    case 422:
      return `Refused (422): the addresses are not of ${host}, or the key does not belong to it. Check \`url\` and \`indexnow\` in site.yaml, and at SITE_URL.`;
    case 429:
      return `Refused (429): too many requests. Send it again ${later === null ? 'later' : `after ${later}${/^\d+$/.test(later) ? ' seconds' : ''}`}, with the same --since.`;
    default:
      return `Refused (${status}): an unknown answer. Send it again later, with the same --since.`;
  }
}

function isAccepted({ status }: Sent): boolean {
  return status === 200 || status === 202;
}

function print({ since, json }: Options, changes: ChangedUrl[], sent: Sent[] | undefined): void {
  if (json) {
    console.log(JSON.stringify({ since: isoInstant(since), changes, ...(sent && { sent }) }, null, 2));
    return;
  }
  if (changes.length === 0) console.log(`Nothing has changed since ${isoInstant(since)}.`);
  else if (!sent) console.log(changes.map(({ url, kind }) => `${kind.padEnd(7)} ${url}`).join('\n'));
  for (const { urls, status, message } of sent ?? []) {
    const line = `${counted(urls, 'URL')}: ${message}`;
    if (status === 200 || status === 202) console.log(line);
    else console.error(line);
  }
}

function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function cannot(message: string): number {
  console.error(`dateline indexnow: ${message}`);
  return 2;
}
