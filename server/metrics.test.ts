import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Metrics } from './metrics.ts';

function metrics(): Metrics {
  return new Metrics({
    health: () => ({ status: 'ok', live: true, ready: true, articles: 3 }),
    queues: () => ({ pages: 2 }),
    cache: () => ({ pages: 7, memory: 700, disk: undefined }),
    underWay: () => 1,
    connections: () => 5,
    sources: 'abc',
  });
}

test('answers are counted by kind, status and source', async () => {
  const made = metrics();
  const exchange = { id: '', method: 'GET', address: '/', version: '1.1', client: '', complete: true } as const;
  const others = { referrer: undefined, agent: undefined, bytes: 100, milliseconds: 3 };
  for (const status of [200, 304, 404, 404])
    made.ended({ ...exchange, ...others, kind: 'page', source: 'memory', status });
  await assert.rejects(made.measured(() => Promise.reject(new Error('broken')))({ path: '/', known: [] }));
  const text = await made.text();
  for (const line of [
    'dateline_http_requests_total{kind="page",status="4xx"} 2',
    'dateline_http_request_duration_seconds_bucket{le="0.005",kind="page"} 4',
    'dateline_pages_total{source="memory"} 4',
    'dateline_http_sent_bytes_total 400',
    'dateline_render_failures_total 1',
    'dateline_queue_length{queue="pages"} 2',
    'dateline_http_connections 5',
    'dateline_ready 1',
    'dateline_build_info{sources="abc"} 1',
  ])
    assert.ok(text.includes(`\n${line}\n`), line);
  // What is not known is left out, and not 0.
  assert.doesNotMatch(text, /^dateline_(?:last_scan_timestamp_seconds|store_bytes|page_cache_disk_bytes|problems) /m);
});

test('each metric that the dashboard shows exists', () => {
  const dashboard = readFileSync(join(import.meta.dirname, '../deploy/grafana/dashboard.json'), 'utf8');
  const shown = new Set(
    [...dashboard.matchAll(/\b(?:dateline|nodejs|process)_\w+/g)].map(([name]) =>
      name.replace(/_(?:bucket|sum|count)$/, ''),
    ),
  );
  const { names } = metrics();
  assert.ok(shown.size > 10);
  assert.deepEqual(
    [...shown].filter((name) => !names.includes(name)),
    [],
  );
});
