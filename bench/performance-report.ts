import { median, megabytes, tableOf, thousands } from './measure.ts';

/** One build of a site, from nothing. */
export interface Build {
  seconds: number;
  /** Of the processor, of all cores together. */
  cpu: number;
  /** Bytes of memory, at most. */
  peak: number;
  /** What it has made. */
  bytes: number;
  files: number;
}

/** What readers of a site notice. Times are milliseconds, except where it says so. */
export interface Serving {
  /** Seconds from the start of the command until it says that it is ready: Dateline has then compared its store with the content. */
  ready: number;
  /** A page that nobody has asked for. */
  first: { p50: number; p99: number };
  /** Such pages a second, over four connections. The server has all cores, as for single first pages. */
  cold: number;
  /** Pages a second that were asked for before, over sixteen connections, and how long one takes. The server has one core. */
  cached: number;
  p50: number;
  p99: number;
  failures: number;
  /** Bytes, at the end. */
  memory: number;
  /** Bytes of an article's page with its scripts and styles, without fonts, as sent. */
  weight: number;
  /** From a saved file to the first answer that shows it. */
  live?: { p50: number; worst: number };
}

/** What was measured at one size. */
export interface Comparison {
  articles: number;
  machine: string;
  rounds: number;
  /** Bytes of the content. */
  text: number;
  /** By the name of the site, one for each round. */
  builds: Record<string, Build[]>;
  /** Why a site is not among them. */
  left: Record<string, string>;
  /** Seconds of a compile when nothing has changed, when one file has, and of the build of the code. */
  same: number;
  one: number;
  code: number;
  /** Addresses that one publication changes, and among how many. */
  changed?: { changed: number; of: number };
  dateline: Serving;
  plain?: Serving;
}

const soakTitle = '## Half of the load for a long time';

/** The page with another section on the long run of `soak.ts`. */
export function withSoak(page: string, section: string): string {
  return `${page.split(`\n${soakTitle}\n`)[0]?.trimEnd()}\n\n${soakTitle}\n\n${section}\n`;
}

/** The section on the long run, where a page has one. */
export function soakIn(page: string): string | undefined {
  return page.split(`\n${soakTitle}\n`)[1]?.trim();
}

/** The page of documentation. */
export function reportOf(all: readonly Comparison[]): string {
  return `${[
    '# Performance',
    `\`npx node bench/compare.ts --sizes 1000,10000,100000,1000000\` measures all of this again; a size that it does not measure keeps its figures. The content
is made from a fixed seed: ten years, 500 topics, 2,000 people, some 800 words an article. Sites are built by turns in the same run. Times depend on the
machine and on what else it does.`,
    '![Seconds of the processor for a build from nothing, by the number of articles](performance.svg)',
    ...all.map(sectionOf),
  ].join('\n\n')}\n`;
}

function sectionOf(each: Comparison): string {
  const { articles, machine, rounds, builds, left, same, one, code, changed, dateline, plain, text } = each;
  const own = builds['Dateline'] ?? [];
  const of = (all: readonly Build[], what: keyof Build): number => median(all.map((build) => build[what]));
  const ratio = (value: number, base: number): string =>
    value > 0 && base > 0 ? `${thousands(base / value, 2)}` : '–';
  const rows = Object.entries(builds).map(([name, all]) => [
    name === 'Dateline' ? 'Dateline: compile' : `${name}: build`,
    thousands(of(all, 'seconds'), 1),
    thousands(of(all, 'cpu'), 1),
    thousands((1000 * of(all, 'cpu')) / articles, 2),
    megabytes(of(all, 'peak')),
    `${megabytes(of(all, 'bytes'))}, ${thousands(of(all, 'files'))} files`,
    name === 'Dateline' ? '1' : ratio(of(all, 'cpu'), of(own, 'cpu')),
    name === 'Dateline' ? '1' : ratio(of(all, 'seconds'), of(own, 'seconds')),
  ]);
  const built = tableOf(
    [
      'median',
      'clock, s',
      'processor, s',
      'an article, ms of the processor',
      'memory, at most',
      'made',
      'Dateline ÷ this: processor',
      'clock',
    ],
    rows,
  );
  const row = (title: string, show: (serving: Serving) => string): string[] => [
    title,
    show(dateline),
    plain ? show(plain) : '–',
  ];
  const served = tableOf(
    ['', 'Dateline', 'Next.js, prerendered'],
    [
      row('from the command until it is ready, s', ({ ready }) => thousands(ready, 1)),
      row(
        'a page for the first time, p50 / p99, ms',
        ({ first }) => `${thousands(first.p50, 1)} / ${thousands(first.p99, 1)}`,
      ),
      row('… pages a second, four at a time', ({ cold }) => thousands(cold)),
      row('cached pages a second, on one core', ({ cached }) => thousands(cached)),
      row('… p50 / p99, ms', ({ p50, p99 }) => `${thousands(p50, 1)} / ${thousands(p99, 1)}`),
      row('failures', ({ failures }) => thousands(failures)),
      row('saved to live, median / worst, ms', ({ live }) =>
        live ? `${thousands(live.p50)} / ${thousands(live.worst)}` : 'a build',
      ),
      row('an article’s page as sent, without fonts', ({ weight }) => `${thousands(weight / 1000, 1)} kB`),
      row('memory of the server', ({ memory }) => megabytes(memory)),
    ],
  );
  const missing = Object.entries(left).map(([name, why]) => `${name}: ${why}.`);
  return [
    `## ${thousands(articles)} articles`,
    `${machine}; ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; ${megabytes(text)} of text.${missing.length > 0 ? ` ${missing.join(' ')}` : ''}`,
    ...(isBusy(machine)
      ? [
          'The machine had other work to do, so only what is side by side can be compared, and times by the clock are long.',
        ]
      : []),
    built,
    `${Object.keys(builds).length > 1 ? `${aheadOf(builds)} ` : ''}Dateline reads 2,500 files of topics and people too, checks all of it, and indexes it for search and related links; its pages are made when
they are asked for. The others make all of their pages, and nothing else.`,
    `A compile takes ${thousands(same, 2)} s when nothing has changed and ${thousands(one, 2)} s when one file has, the start of the process included; the build of
the code takes ${thousands(code, 1)} s.${changed ? ` One publication changes ${thousands(changed.changed)} of ${thousands(changed.of)} addresses.` : ''}`,
    served,
  ].join('\n\n');
}

/** Whether there was work for all cores before the measurement began; `machine` as `machine()` has it. */
function isBusy(machine: string): boolean {
  const [, cores, load] = /, (\d+) cores.*load before ([\d.]+)/.exec(machine) ?? [];
  return Number(load) >= Number(cores);
}

/** Where another site needs less than Dateline. */
function aheadOf(builds: Comparison['builds']): string {
  const own = builds['Dateline'] ?? [];
  const kinds = [
    ['seconds', 'time'],
    ['cpu', 'processor'],
    ['peak', 'memory'],
    ['bytes', 'disk'],
  ] as const;
  const ahead = kinds.flatMap(([key, words]) => {
    const base = median(own.map((build) => build[key]));
    const names = Object.keys(builds).filter(
      (name) => name !== 'Dateline' && median((builds[name] ?? []).map((build) => build[key])) < base,
    );
    return names.length > 0 ? [`${words}: ${names.join(', ')}`] : [];
  });
  return ahead.length > 0
    ? `Less than Dateline need, by ${ahead.join('; by ')}.`
    : 'No other site needs less than Dateline.';
}
