import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCalendar, toTimestamp } from '@throng/contract';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeAuthority } from '../../../../control-server/src/adapters/enrolment/x509-authority.js';
import { eventually } from '../../../support/eventually.js';
import { sampleHealth } from '../../../support/sample-messages.js';
import { START, windowAt } from '../../../unit/control-server/support/venue.js';
import { type HttpReceiver, startHttpReceiver } from '../notifications/support/http-receiver.js';
import { House } from '../support/house.js';
import { askedMetrics } from '../support/promql.js';

const RULES = 'hardware/prometheus/alerts.yml';
const BOARD = 'hardware/grafana/dashboards/throng.json';
const read = (path: string) => readFileSync(path, 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly runbook_url: string };
}
const rules: Rule[] = parse(read(RULES)).groups.flatMap(({ rules: own }: { rules: Rule[] }) => own);
const board = JSON.parse(read(BOARD));
const panels: { title: string; expr: string }[] = board.panels.flatMap(
  ({ targets = [], title }: { targets?: { expr: string }[]; title: string }) =>
    targets.map(({ expr }) => ({ title, expr })),
);
const asked = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.map(({ expr, title }) => [title, expr] as const),
  ...board.annotations.list.map(({ expr, name }: Record<string, string>) => [name, expr] as const),
];

/** What Prometheus itself adds to each scrape. */
const BY_PROMETHEUS = new Set(['up']);
const ADDED_LABELS = new Set(['job', 'instance']);

/** A certificate that nobody vouches for, of the house's own time: only its end matters here. */
const certificateIn = async (path: string) => {
  const { cert, key } = await makeAuthority('hall', START);
  const [certFile, keyFile] = [join(path, 'own.pem'), join(path, 'own.key')];
  writeFileSync(certFile, cert);
  writeFileSync(keyFile, key);
  return { certFile, keyFile };
};

const folder = mkdtempSync(join(tmpdir(), 'throng-metrics-'));
let house: House;
let chat: HttpReceiver;
/** Labels of each metric that the server told of. */
let scraped: Map<string, Set<string>>;

const labelsIn = (text: string): Map<string, Set<string>> => {
  const known = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([a-z_]+)(?:\{(.*)\})? [^ ]+$/.exec(line) ?? [];
    if (name === undefined) continue;
    const before = known.get(name) ?? new Set();
    for (const [, label = ''] of labels.matchAll(/([a-z_]+)="/g)) before.add(label);
    known.set(name, before);
  }
  return known;
};

beforeAll(async () => {
  chat = await startHttpReceiver();
  house = await House.open(emptyCalendar, { mode: 'open' }, undefined, {
    broker: { embedded: { port: 0, tls: await certificateIn(folder) } },
    notifications: {
      allowedNetworks: ['127.0.0.0/8'],
      channels: { chat: { kind: 'slack', url: chat.url } },
      rules: [{ id: 'all', channel: 'chat' }],
    },
  });
  const agent = await connectAsync(house.server.broker, { rejectUnauthorized: false });
  const [camera] = sampleHealth().cameras;
  if (camera === undefined) throw new Error('a sample without a camera');
  const health = sampleHealth({
    ...{ venue: 'hall', edge: 'box-2', at: toTimestamp(START + 1_500) },
    cameras: [{ ...camera, camera: 'stage', drift: [{ statistic: 'brightness', deviations: 4 }] }],
    queue: {
      ...{ waiting: 3, dropped: 0 },
      spool: { medium: 'disk', waiting: 3, bytes: 900, thinned: 0, expired: 0, resent: 0 },
    },
  });
  await agent.publishAsync('throng/v1/hall/box-2/health', JSON.stringify(health), { qos: 1 });
  await agent.publishAsync('throng/v1/hall/box-9/status', 'online', { qos: 1 });
  for (let second = 1; second <= 14; second += 1) {
    house.second();
    await house.deliver(agent, windowAt('stage', second, 4.2, { latency: { p50: 90, p95: 140 } }));
  }
  house.second();
  await chat.until(1);
  const text = await eventually('the notification to be settled', async () => {
    house.second();
    const metrics = (await house.get('/metrics')).text;
    return metrics.includes('throng_notifications_total{') ? metrics : undefined;
  });
  scraped = labelsIn(text);
  await agent.endAsync(true);
});
afterAll(async () => {
  await house?.close();
  await chat?.close();
  rmSync(folder, { recursive: true });
});

describe('[I] Prometheus and Grafana', () => {
  it.each(asked)('%s asks for what the server tells: %s', (_, expression) => {
    for (const { labels, name } of askedMetrics(expression)) {
      if (BY_PROMETHEUS.has(name)) continue;
      const told = scraped.get(name);
      expect(told, `${name} is not told by the server`).toBeDefined();
      const unknown = labels.filter((label) => !told?.has(label) && !ADDED_LABELS.has(label));
      expect(unknown, `${name} has no such labels`).toEqual([]);
    }
  });

  it('tells of each agent and camera by its own last word, and nothing of what is not known', async () => {
    const { text } = await house.get('/metrics');
    for (const line of [
      'throng_edge_clock_skew_seconds{edge="box-2"} 1.5',
      'throng_edge_spool_windows{edge="box-2"} 3',
      'throng_edge_info{edge="box-2",version="0.1.0",person="person",density="density",provider="cpu"} 1',
      'throng_edge_up{edge="box-1"} 0',
      'throng_camera_frames_per_second{edge="box-2",camera="stage"} 5',
      'throng_camera_latency_seconds{edge="box-2",camera="stage",quantile="0.95"} 0.14',
      'throng_camera_drift_deviations{edge="box-2",camera="stage",statistic="brightness"} 4',
      'throng_camera_up{edge="box-1",camera="south"} 0',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).not.toContain('throng_edge_clock_skew_seconds{edge="box-1"}');
    expect(text).not.toMatch(/^throng_store_disk_free_bytes 0$/m);
  });

  it('measures how long it takes from capture to the page', async () => {
    const { text } = await house.get('/metrics');
    // The window of a second comes after the tick of its end, and is told with the next: 1 s by this clock.
    expect(text).toContain('throng_capture_to_told_seconds_bucket{le="0.75"} 0\n');
    expect(text).toMatch(/throng_capture_to_told_seconds_bucket\{le="1"\} 1[34]\n/);
  });

  it('each rule leads to a page that says what to do', () => {
    const guide = 'docs/operations.md';
    for (const { annotations, alert } of rules) {
      const [page, anchor] = annotations.runbook_url.split('#');
      expect([alert, page]).toEqual([alert, guide]);
      expect(anchor).toMatch(/^[a-z-]+$/);
      if (existsSync(guide)) {
        const headings = [...read(guide).matchAll(/^#+ (.*)$|<a id="([^"]+)">/gm)];
        const anchors = headings.map(([, heading, id]) =>
          (id ?? heading ?? '')
            .toLowerCase()
            .replaceAll(/[^a-z0-9 -]/g, '')
            .replaceAll(' ', '-'),
        );
        expect(anchors).toContain(anchor);
      }
    }
  });
});
