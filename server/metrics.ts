import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { pageSources, type Exchange, type ExchangeKind } from './exchange.ts';
import { statusOf, type Health } from './health.ts';
import { listen } from './listen.ts';
import type { MakePage } from './page-maker.ts';

/** What is read when somebody asks for the metrics. */
export interface MetricSources {
  health: () => Health;
  /** How many tasks wait, by queue. */
  queues: () => Record<string, number>;
  /** The size of the page cache. */
  cache: () => { pages: number; memory: number; disk: number | undefined };
  /** Requests without an answer yet. */
  underWay: () => number;
  connections: () => number;
  /** The name of the code, which servers must have in common to share pages. */
  sources: string;
}

const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** Seconds. A kept page takes less than a millisecond; a rendering is given up after ten seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The figures of a running server for Prometheus. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #ended: Record<ExchangeKind, (exchange: Exchange) => void>;
  readonly #pages: Counter<'source'>;
  readonly #bytes: Counter;
  readonly #dropped: Counter;
  readonly #renders: Histogram;
  readonly #failures: Counter;
  readonly #health: () => Health;

  constructor(sources: MetricSources) {
    this.#health = sources.health;
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    const requests = new Counter({
      name: 'dateline_http_requests_total',
      help: 'Answers, by what was asked for and the class of their status.',
      labelNames: ['kind', 'status'],
      registers,
    });
    const durations = new Histogram({
      name: 'dateline_http_request_duration_seconds',
      help: 'From the head of a request to the end of its answer, by what was asked for.',
      labelNames: ['kind'],
      buckets,
      registers,
    });
    const handlerOf = (kind: ExchangeKind) => {
      const duration = durations.labels(kind);
      const statuses = statusClasses.map((status) => requests.labels(kind, status));
      return ({ status, milliseconds }: Exchange): void => {
        duration.observe(milliseconds / 1000);
        statuses[Math.floor(status / 100) - 1]?.inc();
      };
    };
    this.#ended = {
      page: handlerOf('page'),
      output: handlerOf('output'),
      picture: handlerOf('picture'),
      file: handlerOf('file'),
      health: handlerOf('health'),
      other: handlerOf('other'),
      malformed: handlerOf('malformed'),
    };
    const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });
    this.#bytes = counter('dateline_http_sent_bytes_total', 'Bytes of all answers, with their heads.');
    this.#dropped = counter(
      'dateline_http_connections_dropped_total',
      'Connections that were ended because there were too many: new ones, or ones that waited for their readers.',
    );
    this.#pages = new Counter({
      name: 'dateline_pages_total',
      help: 'Pages that were sent, by where they came from: memory, disk, or a rendering.',
      labelNames: ['source'],
      registers,
    });
    for (const source of pageSources) this.#pages.inc({ source }, 0);
    this.#renders = new Histogram({
      name: 'dateline_render_duration_seconds',
      help: 'The time that renderings took.',
      buckets,
      registers,
    });
    this.#failures = counter('dateline_render_failures_total', 'Renderings that failed or took too long.');
    this.#addGauges(sources);
  }

  #addGauges({ health, queues, cache, underWay, connections, sources }: MetricSources): void {
    new Gauge({
      name: 'dateline_build_info',
      help: 'The code that runs, by a digest of its sources.',
      labelNames: ['sources'],
      registers: [this.#registry],
    }).set({ sources }, 1);
    const gauge = (name: string, help: string, read: () => number | undefined): void => {
      const made: Gauge = new Gauge({
        name: `dateline_${name}`,
        help,
        registers: [this.#registry],
        collect() {
          const value = read();
          // Without this, what is not known would be 0: the last scan of a site that never scans would be that of 1970.
          if (value === undefined) made.remove();
          else made.set(value);
        },
      });
    };
    const labelled = (
      name: string,
      help: string,
      label: string,
      read: () => Record<string, number> | undefined,
    ): void => {
      const made = new Gauge({
        name: `dateline_${name}`,
        help,
        labelNames: [label],
        registers: [this.#registry],
        collect() {
          made.reset();
          for (const [key, value] of Object.entries(read() ?? {})) made.set({ [label]: key }, value);
        },
      });
    };
    // One reading for all gauges of a scrape.
    let present = health();
    const seconds = (instant: string | undefined): number | undefined =>
      instant === undefined ? undefined : Date.parse(instant) / 1000;
    gauge('ready', 'Whether readers may be sent to this server.', () => {
      present = health();
      return present.ready ? 1 : 0;
    });
    gauge('public_articles', 'Articles that are public.', () => present.articles);
    gauge('store_bytes', 'The size of the store.', () => present.store?.bytes);
    gauge('store_schema_version', 'The version of the tables of the store.', () => present.store?.schema);
    gauge('store_generation', 'How often a compile has changed the store.', () => present.store?.generation);
    gauge('last_scan_timestamp_seconds', 'When the content folder was last scanned.', () => seconds(present.lastScan));
    gauge('last_compile_timestamp_seconds', 'When the last compile ended.', () => seconds(present.lastCompile?.at));
    gauge('last_compile_duration_seconds', 'How long the last compile took.', () => present.lastCompile?.seconds);
    labelled(
      'last_compile_articles',
      'Articles that the last compile has changed.',
      'change',
      () => present.lastCompile?.changes,
    );
    labelled('problems', 'Problems of the content, by severity.', 'severity', () => present.lastCompile?.problems);
    gauge('disk_free_bytes', 'Free space on the disk of the data folder.', () => present.disk?.free);
    labelled('queue_length', 'Tasks that wait for their turn.', 'queue', queues);
    gauge('page_cache_pages', 'Pages that are in memory.', () => cache().pages);
    gauge('page_cache_memory_bytes', 'Memory that kept pages take.', () => cache().memory);
    gauge('page_cache_disk_bytes', 'Disk space that kept pages take, as far as is known.', () => cache().disk);
    gauge('http_requests_in_flight', 'Requests that have no answer yet.', underWay);
    gauge('http_connections', 'Connections that are open.', connections);
  }

  /** Counts an exchange that has ended. */
  ended(exchange: Exchange): void {
    this.#ended[exchange.kind](exchange);
    this.#bytes.inc(exchange.bytes);
    if (exchange.source && exchange.kind === 'page') this.#pages.inc({ source: exchange.source });
  }

  /** Counts a connection that was ended because there were too many. */
  dropped(): void {
    this.#dropped.inc();
  }

  /** Measures the making of each page, with its wait for a thread that is busy. */
  measured(make: MakePage): MakePage {
    return async (request) => {
      const took = this.#renders.startTimer();
      try {
        const made = await make(request);
        if (made.type === 'page') took();
        return made;
      } catch (fault) {
        this.#failures.inc();
        throw fault;
      }
    };
  }

  /** All of them, in the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get type(): string {
    return this.#registry.contentType;
  }

  /** How the server is, with all that it knows. */
  health(): Health {
    return this.#health();
  }

  /** The names of all metrics. */
  get names(): string[] {
    return this.#registry.getMetricsAsArray().map(({ name }) => name);
  }
}

/** Answers `/metrics`, and `/healthz` in full, on a port of its own. Throws the fault of the system if it cannot listen. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: { port: number; host: string },
): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    const [path, query] = (request.url ?? '').split('?');
    if (path === '/healthz') {
      const health = metrics.health();
      response
        .writeHead(query === 'live' ? 200 : statusOf(health), { 'Content-Type': 'application/json' })
        .end(JSON.stringify(health));
      return;
    }
    if (path !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, { port, host });
  const address: AddressInfo | string | null = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
