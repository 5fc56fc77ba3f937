import { LIMITS, parseTopic } from '@throng/contract';
import { Sights } from '../access/sights.js';
import { createHttpServer } from '../adapters/http/http-server.js';
import { liveDoor } from '../adapters/http/live-pass.js';
import { openLiveChannel } from '../adapters/live/live-channel.js';
import { LiveHub } from '../adapters/live/live-hub.js';
import { createServerMetrics } from '../adapters/metrics/server-metrics.js';
import { reportThreads } from '../adapters/report/report-thread.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openSqliteStore } from '../adapters/store/sqlite-store.js';
import { version } from '../adapters/version.js';
import { alertAct } from '../audit/alert-act.js';
import type { IncomingMessage } from '../broker/message-source.js';
import type { Clock, Timer } from '../clock.js';
import { Foresight } from '../forecast/foresight.js';
import { liveView } from '../live/live-view.js';
import { initialState } from '../processing/processing-state.js';
import { restoreAlerts } from '../processing/restore-alerts.js';
import { restoreDeliveries } from '../processing/restore-deliveries.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { ClosingStack } from './closing-stack.js';
import { noMemory, rememberEvenings } from './evening-memory.js';
import { firstAdminLink } from './first-admin.js';
import type { Log } from './log.js';
import { lookAhead } from './look-ahead.js';
import { openAccess, sweepAccess } from './open-access.js';
import { openAudit, withAudit } from './open-audit.js';
import { openMessageSource } from './open-message-source.js';
import { RefusalLog } from './refusal-log.js';
import { createRetention } from './retention.js';
import { RowWriter } from './row-writer.js';
import { logTransitions } from './transition-log.js';
import { VenueLine } from './venue-line.js';

export interface World {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

export interface RunningServer {
  /** `http://host:port` of page and API. */
  readonly url: string;
  /** `mqtt://host:port` of the broker. */
  readonly broker: string;
  /** The link that makes the first admin; absent where there is an account, or access is open. */
  readonly firstAdmin?: string;
  /** Tells the clients, writes what waits, closes the store. */
  close(): Promise<void>;
}

/** Whether an agent says, now, that it has come. */
const saysOnline = ({ topic, payload, retained }: IncomingMessage): boolean => {
  if (retained) return false;
  const named = parseTopic(topic);
  return (
    named.ok && named.value.channel === 'status' && Buffer.from(payload).toString() === 'online'
  );
};

const TICK_MS = 1_000;
const PING_MS = 15_000;
/** A session that ends elsewhere, as by the command line, closes its pages within so long. */
const PASSES_MS = 2_000;
const HOUR_MS = 3_600_000;

/**
 * Starts the server of one venue.
 *
 * @throws when a port is taken or the store cannot be opened; what was opened by then is closed.
 */
export const startServer = async (file: LoadedVenueFile, world: World): Promise<RunningServer> => {
  const opened = new ClosingStack();
  try {
    const addresses = await assemble(file, world, opened);
    return { ...addresses, close: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
};

/** From message to screen; reads like the architecture's diagram. */
const assemble = async (
  file: LoadedVenueFile,
  { clock, timer, log }: World,
  opened: ClosingStack,
): Promise<Omit<RunningServer, 'close'>> => {
  const { venue, server: settings } = file;
  const plan = planVenue(venue, file.calendar);
  const metrics = createServerMetrics();
  const refusals = new RefusalLog(log);

  // Who did what, and who may.
  const audit = openAudit(file, clock, log);
  opened.add(() => audit.close());
  const access = openAccess(file, audit.recorder, clock, () => hub.checkPasses());
  opened.add(() => access.close());
  const sights = new Sights(plan);

  const store = openSqliteStore({ ...settings.store, file: file.storeFile });
  opened.add(() => store.close());
  const writer = new RowWriter(store);
  opened.add(() => writer.flush());

  const taken = await store.deliveries();

  // Messages → state, rows and transitions → live channel.
  const hub = new LiveHub(clock, () => liveView(plan, line.state));
  const line = new VenueLine(
    {
      plan,
      rules: settings,
      clock,
      writer,
      metrics,
      refusals,
      onTransitions: (transitions) => {
        logTransitions(log, transitions);
        for (const transition of transitions) {
          const act = alertAct(plan, line.state, transition);
          if (act !== undefined) audit.recorder.note(act);
        }
        hub.publish(transitions);
      },
    },
    restoreDeliveries(plan, initialState(plan, clock.now()), taken.ok ? taken.value : []),
  );
  const standing = await store.activeAlerts();
  if (standing.ok) line.accept(restoreAlerts(plan, line.state, standing.value, clock.now()));
  let announce = (): void => {};
  const source = await openMessageSource(file, log, (message) => {
    line.hear(message);
    // An agent that comes need not wait for the next announcement with what lies in its spool.
    if (saysOnline(message)) announce();
  });
  announce = () => source.announce();
  opened.add(() => source.close());

  // What is expected: by what is seen now, and by former evenings.
  const foresight = settings.forecast.enabled ? new Foresight(plan) : undefined;
  const memory =
    foresight === undefined || settings.forecast.formerEvenings === 0
      ? noMemory
      : rememberEvenings({ store, plan, settings, foresight, clock, metrics, log });
  await memory.step();

  // Page, API and live channel.
  const http = await createHttpServer({
    plan,
    clock,
    sights,
    access,
    recorder: audit.recorder,
    audit: audit.log,
    state: () => line.state,
    rehearse: (act) => line.rehearse(act),
    act: (act) => line.act(act),
    formerEvents: () => memory.events,
    store,
    capacityRules: settings.safeCapacity,
    venueLimits: settings.alerts,
    reports: {
      make: reportThreads(),
      of: { venue, calendar: file.calendar, server: settings, storeFile: file.storeFile },
    },
    registry: metrics.registry,
    ready: () => ({ broker: source.connected(), store: writer.condition.failing === null }),
    dashboard: file.dashboard,
    version,
    log,
  });
  opened.add(() => http.close());
  const { allowedOrigins, host, port } = settings.listen;
  const channel = openLiveChannel(http.server, hub, {
    venue,
    allowedOrigins,
    door: liveDoor({ ...access, sights }),
  });
  opened.add(() => channel.close());
  const url = await http.listen({ host, port });

  // Once a second: judge, tell, write.
  const retain = createRetention(store, settings.store, clock);
  const tick = async (): Promise<void> => {
    line.take({ kind: 'tick' });
    if (foresight !== undefined) lookAhead(foresight, line, { clock, metrics, log });
    hub.publish([]);
    const began = performance.now();
    const condition = withAudit(await writer.flush(), await audit.flush());
    metrics.stored((performance.now() - began) / 1_000, condition.failing === null);
    line.take({ kind: 'store', condition });
    if (!(await memory.step())) await retain();
    metrics.rowsWaiting(writer.waiting, condition.rowsLost);
    metrics.clients(hub.size);
    metrics.observe(line.state, clock.now());
    refusals.flush();
  };
  opened.add(timer.every(TICK_MS, () => void tick()));
  opened.add(timer.every(PING_MS, () => hub.checkAlive()));
  opened.add(timer.every(PASSES_MS, () => hub.checkPasses()));
  opened.add(
    timer.every(HOUR_MS, () => {
      audit.anchor();
      sweepAccess(access);
    }),
  );
  opened.add(timer.every(LIMITS.serverStatusSeconds * 1_000, () => source.announce()));
  const firstAdmin = firstAdminLink(access, settings.access.mode, url);
  return { url, broker: source.address, ...(firstAdmin === undefined ? {} : { firstAdmin }) };
};
