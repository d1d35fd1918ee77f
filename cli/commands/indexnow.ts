import { parseArgs } from 'node:util';
import { readInstant } from '../../newsroom/model/instant.ts';
import type { PublicSite } from '../../newsroom/edition/public-site.ts';
import { settingsFrom, type Settings } from '../../newsroom/settings.ts';
import { StoreMissing } from '../../newsroom/store/store.ts';
import { changedUrls, submissions, type ChangedUrl, type Submission } from '../../formats/indexnow.ts';
import { counted } from '../print.ts';
import { PresentTitles } from '../present-titles.ts';

const usage = 'indexnow --since ISO [--title NAME] [--send] [--endpoint URL] [--json]';

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

/** What has changed on a title, or on the site. */
interface TitleChanges {
  /** The name of the title, in a newsroom that has titles. */
  title: string | undefined;
  site: Pick<PublicSite, 'url' | 'indexnow'>;
  changes: ChangedUrl[];
}

/** The result of one request. */
interface Sent {
  title?: string;
  urls: number;
  /** Missing if nobody answered. */
  status?: number;
  message: string;
}

/**
 * `dateline indexnow`: the addresses that changed since an instant, as the store knows them, printed or sent (rule I1); of all titles,
 * one after the other, each with its own key. Exit 0 done, 1 refused by the search engine, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const options = optionsFrom(args);
  if (typeof options === 'string') return cannot(`${options} Usage: dateline ${usage}`);
  const settings = settingsFrom(process.env);
  const now = settings.now();
  if (options.since > now) return cannot('the instant behind --since is in the future.');
  const found = changesOf(settings, now, options.since, title);
  if (typeof found === 'string') return cannot(found);
  const { all, knownSince } = found;
  if (knownSince === undefined || options.since < knownSince)
    console.error(
      `This store${knownSince === undefined ? '' : `, made at ${isoInstant(knownSince)},`} knows nothing of what was hidden, deleted, or edited without \`updated\` before it was made.`,
    );
  if (!options.send) {
    print(options, all, undefined);
    return 0;
  }
  const sent = await sendAll(options, all);
  if (typeof sent === 'string') return cannot(sent);
  print(options, all, sent);
  return sent.every(isAccepted) ? 0 : 1;
}

/** What has changed on the title that is `asked` for, or on all. A sentence, if that cannot be said. */
function changesOf(
  settings: Settings,
  now: number,
  since: number,
  asked: string | undefined,
): { all: TitleChanges[]; knownSince: number | undefined } | string {
  let titles: PresentTitles;
  try {
    titles = new PresentTitles(settings, now);
  } catch (fault) {
    if (fault instanceof StoreMissing) return fault.message;
    throw fault;
  }
  try {
    const all = (): TitleChanges[] =>
      titles
        .meant(asked)
        .map((each) =>
          titles.at(each, (edition, title) => ({ title, site: edition.site, changes: changedUrls(edition, since) })),
        );
    return (
      titles.faultOf(asked) ?? {
        all: all(),
        knownSince: titles.at(undefined, ({ articleIndex }) => articleIndex.knownSince),
      }
    );
  } finally {
    titles.close();
  }
}

/** Submits what has changed on each title that has a key. A sentence, if none has one. */
async function sendAll({ endpoint }: Options, all: readonly TitleChanges[]): Promise<Sent[] | string> {
  if (all.every(({ site }) => site.indexnow === undefined))
    return 'there is no key. Write one in site.yaml: `indexnow: ` and 8 to 128 letters, digits and hyphens.';
  const sent: Sent[] = [];
  for (const { title, site, changes } of all) {
    if (site.indexnow === undefined) {
      console.error(
        `The title ${title} has no key, so nothing is submitted for it: \`indexnow\` in titles/${title}.yaml.`,
      );
      continue;
    }
    const urls = changes.map(({ url }) => url);
    for (const submission of submissions(site.url, site.indexnow, urls)) {
      const answer = await submit(endpoint, submission);
      sent.push({ ...(title !== undefined && { title }), ...answer });
      // A search engine that refuses one list of a host refuses the next.
      if (!isAccepted(answer)) break;
    }
  }
  return sent;
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
      return `Refused (422): the addresses are not of ${host}, or the key does not belong to it. Check \`url\` and \`indexnow\` in site.yaml or in the title’s file, and at SITE_URL.`;
    case 429:
      return `Refused (429): too many requests. Send it again ${later === null ? 'later' : `after ${later}${/^\d+$/.test(later) ? ' seconds' : ''}`}, with the same --since.`;
    default:
      return `Refused (${status}): an unknown answer. Send it again later, with the same --since.`;
  }
}

function isAccepted({ status }: Sent): boolean {
  return status === 200 || status === 202;
}

function print({ since, json }: Options, all: readonly TitleChanges[], sent: Sent[] | undefined): void {
  const changes = all.flatMap(({ title, changes: own }) =>
    own.map((change) => ({ ...change, ...(title !== undefined && { title }) })),
  );
  if (json) {
    console.log(JSON.stringify({ since: isoInstant(since), changes, ...(sent && { sent }) }, null, 2));
    return;
  }
  if (changes.length === 0) console.log(`Nothing has changed since ${isoInstant(since)}.`);
  else if (!sent) console.log(changes.map(({ url, kind }) => `${kind.padEnd(7)} ${url}`).join('\n'));
  for (const { title, urls, status, message } of sent ?? []) {
    const line = `${title === undefined ? '' : `${title}: `}${counted(urls, 'URL')}: ${message}`;
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
