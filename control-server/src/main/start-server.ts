import type { VenueDefinition } from '@throng/contract';
import { Sights } from '../access/sights.js';
import { openHandCounts } from '../adapters/hand-counts/sqlite-hand-counts.js';
import { createHttpServer } from '../adapters/http/http-server.js';
import { liveDoor } from '../adapters/http/live-pass.js';
import { openLiveChannel } from '../adapters/live/live-channel.js';
import { LiveHub } from '../adapters/live/live-hub.js';
import { createServerMetrics } from '../adapters/metrics/server-metrics.js';
import { reportThreads } from '../adapters/report/report-thread.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { TlsDoor } from '../adapters/tls/tls-door.js';
import { version as release } from '../adapters/version.js';
import { alertAct } from '../audit/alert-act.js';
import { saysOnline } from '../broker/says-online.js';
import { liveView } from '../live/live-view.js';
import { initialState } from '../processing/processing-state.js';
import { restoreAlerts } from '../processing/restore-alerts.js';
import { restoreDeliveries } from '../processing/restore-deliveries.js';
import { planVenue, type VenuePlan } from '../venue-plan/venue-plan.js';
import { AlertTraces } from './alert-traces.js';
import { ClosingStack } from './closing-stack.js';
import { Expectations } from './expectations.js';
import { firstAdminLink } from './first-admin.js';
import { keepRecord } from './keep-record.js';
import { openAccess, sweepAccess } from './open-access.js';
import { openBoxes } from './open-boxes.js';
import { openDrills } from './open-drills.js';
import { openFleet } from './open-fleet.js';
import { openHomeAssistant } from './open-home-assistant.js';
import { openNotifications } from './open-notifications.js';
import { openShowDesk } from './open-show-desk.js';
import { openStore } from './open-store.js';
import { openVenue } from './open-venue.js';
import { RefusalLog } from './refusal-log.js';
import { createRetention } from './retention.js';
import { RowWriter } from './row-writer.js';
import { runOnTime } from './run-on-time.js';
import type { RunningServer, World } from './running-server.js';
import { traceWindows } from './trace-windows.js';
import { logTransitions } from './transition-log.js';
import { VenueInForce } from './venue-in-force.js';
import { VenueLine } from './venue-line.js';
import { watchHouse } from './watch-house.js';

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
  given: LoadedVenueFile,
  world: World,
  opened: ClosingStack,
): Promise<Omit<RunningServer, 'close'>> => {
  const { clock, timer, log, owned } = world;
  const metrics = createServerMetrics();
  const refusals = new RefusalLog(log);

  // Which venue, who did what, and who may.
  const { audit, file, keeping, version } = await openVenue(given, world, opened);
  const { server: settings } = file;
  const { recorder } = audit;
  const plan = planVenue(file.venue, file.calendar);
  const venue = (): VenueDefinition => line.plan.venue;
  const access = openAccess(file, venue, recorder, { clock, log }, () => hub.checkPasses());
  opened.add(() => access.close());
  const sights = new Sights(() => line.plan);

  const { standing, store, taken } = await openStore(file, opened, owned);
  const writer = new RowWriter(store);
  opened.add(() => writer.flush());

  const notifications = await openNotifications(file, {
    ...{ access, sights, recorder, clock, owned, registry: metrics.registry },
    plan: () => line.plan,
  });
  opened.add(() => notifications.close());
  const handCounts = openHandCounts(file.storeFile);
  opened.add(() => handCounts.close());

  // Messages → state, rows and transitions → live channel.
  const hub = new LiveHub(clock, () => liveView(line.plan, line.state, show.desk.state));
  const show = openShowDesk(file, audit.recorder, clock, () => hub.publish([]), owned);
  opened.add(() => show.close());
  const traces = new AlertTraces(clock, recorder, metrics);
  const line = new VenueLine(
    {
      onAdmitted: traceWindows(traces, log),
      rules: settings,
      clock,
      writer,
      metrics,
      refusals,
      onTransitions: (transitions) => {
        const judged = clock.now();
        logTransitions(log, transitions);
        for (const transition of transitions) {
          const act = alertAct(line.plan, line.state, transition);
          if (act !== undefined) recorder.note(act);
        }
        hub.publish(transitions);
        notifications.notifier.hear(transitions);
        traces.told(line.plan, transitions, judged);
      },
    },
    plan,
    restoreDeliveries(plan, initialState(plan, clock.now()), taken),
  );
  line.accept(restoreAlerts(plan, line.state, standing, clock.now()));
  let announce = (): void => {};
  const fleet = openFleet(file, { ...world, venue, recorder, source: () => boxes.source }, opened);
  const boxes = await openBoxes(
    file,
    { ...world, recorder, registry: metrics.registry },
    (message) => {
      if (!fleet.desk.hear(message)) line.hear(message);
      // An agent that comes need not wait for the next announcement with what lies in its spool.
      if (saysOnline(message)) announce();
    },
    (refusal) => {
      metrics.refused(refusal.reason);
      refusals.add(refusal);
    },
    opened,
  );
  const { source, door: brokerDoor, enrolment } = boxes;
  announce = () => source.announce();

  openHomeAssistant(file, world, line, source, keeping.versions, opened);

  // What is expected, and how another version of the venue takes the place of this one.
  const expect = (next: VenuePlan) =>
    new Expectations(next, { store, settings, clock, metrics, log });
  const { judgeBy } = audit;
  const inForce = new VenueInForce(
    { ...keeping, line, hub, writer, store, expect, judgeBy, log },
    version,
  );
  await inForce.expectations.remember();

  const drills = {
    ...{ folder: file.drillFolder, plan: () => line.plan, settings },
    ...{ recorder, clock, log, notifier: notifications.notifier },
  };
  const { drillChannel, drillDesk } = openDrills(drills, access, opened);

  // Page, API and live channel.
  const tls = file.listenTls && (await TlsDoor.open(file.listenTls, clock, log));
  const ready = () => ({
    ...{ broker: source.connected(), store: writer.condition.failing === null },
    ...(clock.heldBy === undefined ? {} : { clockHeldBy: clock.heldBy }),
  });
  const doors = { 'listen.tls': tls, 'broker.embedded.tls': brokerDoor };
  watchHouse(metrics, line, { clock, doors, ready, storeFile: file.storeFile });
  const http = await createHttpServer({
    plan: () => line.plan,
    clock,
    sights,
    access,
    recorder,
    audit: audit.log,
    enrolment,
    state: () => line.state,
    rehearse: (act) => line.rehearse(act),
    showDesk: show.desk,
    drillDesk,
    act: (act) => line.act(act),
    keep: () => writer.flushAll(),
    settle: owned?.settle,
    ...{ notifications, handCounts, fleet },
    formerEvents: () => inForce.expectations.formerEvents,
    store,
    capacityRules: settings.safeCapacity,
    venueLimits: settings.alerts,
    reports: {
      make: reportThreads(),
      of: () => ({
        venue: venue(),
        calendar: line.plan.calendar,
        server: settings,
        ...{ storeFile: file.storeFile, postgres: file.postgres },
      }),
    },
    editing: { ...keeping, putInForce: (number, actor) => inForce.put(number, actor) },
    registry: metrics.registry,
    ready,
    dashboard: file.dashboard,
    tls,
    version: release,
    log,
  });
  opened.add(() => http.close());
  const { allowedOrigins, host, port } = settings.listen;
  const door = liveDoor({ ...access, sights });
  const listeners = { venue, allowedOrigins, door, drill: drillChannel };
  const channel = openLiveChannel(http.server, hub, listeners);
  opened.add(() => channel.close());
  const address = await http.listen({ host, port });
  const url = tls === undefined ? address : address.replace(/^http:/, 'https:');

  // Once a second: judge, tell, write.
  const retain = createRetention(store, settings.store, clock);
  const expectations = () => inForce.expectations;
  const onStored = () => traces.stored();
  const record = keepRecord({ line, writer, audit, expectations, metrics, onStored, retain });
  const tick = async (): Promise<void> => {
    line.take({ kind: 'tick' });
    show.desk.tick();
    inForce.expectations.look(line);
    hub.publish([]);
    metrics.told(line.state, clock.now());
    notifications.step();
    await record();
    metrics.clients(hub.size);
    metrics.observe(line.state, clock.now());
    refusals.flush();
  };
  const renewCertificate = async (): Promise<void> => {
    await Promise.all([tls?.renew(), brokerDoor?.renew()]);
  };
  runOnTime(timer, opened, {
    ...{ tick, hub, drillDesk, inForce, fleet, source, renewCertificate },
    hourly: () => {
      audit.anchor();
      audit.prune();
      sweepAccess(access);
    },
  });
  const firstAdmin = firstAdminLink(access, settings.access.mode, url);
  return {
    url,
    broker: source.address,
    renewCertificate,
    ...(firstAdmin === undefined ? {} : { firstAdmin }),
  };
};
