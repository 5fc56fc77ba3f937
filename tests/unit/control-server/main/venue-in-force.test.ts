import { emptyCalendar, fail, ok, type VenueDefinition } from '@throng/contract';
import { checkVenueFile, completeVenueFile, initialState, liveView } from '@throng/control-server';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { LiveHub } from '../../../../control-server/src/adapters/live/live-hub.js';
import { createServerMetrics } from '../../../../control-server/src/adapters/metrics/server-metrics.js';
import { openDatabase } from '../../../../control-server/src/adapters/store/open-database.js';
import { venueVersionTable } from '../../../../control-server/src/adapters/store/venue-version-table.js';
import type { AuditEntry } from '../../../../control-server/src/audit/audit-entry.js';
import { AuditQueue } from '../../../../control-server/src/audit/audit-queue.js';
import { EMPTY_CHAIN } from '../../../../control-server/src/audit/hash-chain.js';
import { Recorder } from '../../../../control-server/src/audit/recorder.js';
import { Expectations } from '../../../../control-server/src/main/expectations.js';
import { RefusalLog } from '../../../../control-server/src/main/refusal-log.js';
import { RowWriter } from '../../../../control-server/src/main/row-writer.js';
import { VenueInForce } from '../../../../control-server/src/main/venue-in-force.js';
import { VenueLine } from '../../../../control-server/src/main/venue-line.js';
import { createMemoryStore } from '../../../../control-server/src/store/memory-store.js';
import { PLAN, RULES, START, VENUE } from '../support/venue.js';

const EVA = { name: 'eva', role: 'engineer' };
const RENAMED: VenueDefinition = { ...VENUE, name: 'Great hall' };

/** A server without its edges, at version 1, whose store knows version 2; `down` is what fails. */
const open = (down: { record?: boolean; deliveries?: boolean; versions?: boolean } = {}) => {
  const checked = checkVenueFile(completeVenueFile({ venue: VENUE }, {}));
  if (!checked.ok) throw new Error('the hall is sound');
  const settings = checked.value.server;
  const clock = { now: () => START };
  const log = pino({ level: 'silent' });
  const metrics = createServerMetrics();
  const store = createMemoryStore();
  const writer = new RowWriter(store);
  const acts: AuditEntry[] = [];
  const chain = {
    append: async (entries: readonly AuditEntry[]) => {
      if (down.record) return fail('full', 'no room');
      acts.push(...entries);
      return ok(EMPTY_CHAIN);
    },
  };
  const queue = new AuditQueue(chain);
  const recorder = new Recorder({ log: chain, queue, clock, versions: {} });
  const kept = venueVersionTable(openDatabase(':memory:'));
  const made = { calendar: emptyCalendar, note: '', savedAt: START, savedBy: 'eva' } as const;
  kept.save({ ...made, basedOn: 0, source: 'file', venue: VENUE });
  kept.putInForce(1, 'file', START);
  kept.save({ ...made, basedOn: 1, source: 'editor', venue: RENAMED });
  const versions = {
    ...kept,
    putInForce: (...words: Parameters<typeof kept.putInForce>) =>
      down.versions ? fail('locked', 'busy') : kept.putInForce(...words),
  };
  const line = new VenueLine(
    {
      ...{ rules: RULES, clock, writer, metrics, refusals: new RefusalLog(log) },
      onTransitions: () => {},
    },
    PLAN,
    initialState(PLAN, START),
  );
  const needs = { server: settings, venueId: VENUE.id, hasPicture: () => false };
  const inForce = new VenueInForce(
    {
      ...{ versions, needs, recorder, clock, line, writer, log },
      hub: new LiveHub(clock, () => liveView(line.plan, line.state)),
      store: {
        deliveries: async () => (down.deliveries ? fail('io', 'no disk') : store.deliveries()),
      },
      expect: (plan) => new Expectations(plan, { store, settings, clock, metrics, log }),
      judgeBy: () => {},
    },
    1,
  );
  const flush = () => queue.flush(START);
  return { inForce, line, kept, acts, flush };
};

describe('[U] putting a version in force', () => {
  it('is on record, then kept, then done', async () => {
    const { acts, inForce, kept, line } = open();
    expect(await inForce.put(2, EVA)).toMatchObject({ ok: true });
    expect(line.plan.venue.name).toBe('Great hall');
    expect(kept.inForce()).toMatchObject({ value: 2 });
    expect(acts).toMatchObject([{ actor: 'eva', action: 'venue-put-in-force', outcome: 'done' }]);
  });

  it.each([
    [{ record: true }, 'full'],
    [{ deliveries: true }, 'io'],
    [{ versions: true }, 'locked'],
  ])('leaves all as it was where %j fails, and says why', async (down, code) => {
    const { acts, flush, inForce, kept, line } = open(down);
    const { state } = line;
    expect(await inForce.put(2, EVA)).toMatchObject({ ok: false, code });
    expect(line.plan).toBe(PLAN);
    expect(line.state).toBe(state);
    expect(kept.inForce()).toMatchObject({ value: 1 });
    await flush();
    // What was on record as done, and then was not, is on record too.
    expect(acts.map(({ outcome }) => outcome)).toEqual(code === 'locked' ? ['done', 'failed'] : []);
  });

  it('does one after the other, and refuses what there is not, or is not sound', async () => {
    const { inForce, kept, line } = open();
    const first = inForce.put(2, EVA);
    expect(await inForce.put(2, EVA)).toMatchObject({ ok: false, code: 'busy' });
    expect(await first).toMatchObject({ ok: true });
    expect(await inForce.put(9, EVA)).toMatchObject({ ok: false, code: 'no-such-version' });
    const unsound = { venue: { ...VENUE, id: 'barn' }, calendar: emptyCalendar, note: '' };
    kept.save({ ...unsound, basedOn: 2, source: 'editor', savedAt: START, savedBy: 'eva' });
    expect(await inForce.put(3, EVA)).toMatchObject({
      ok: false,
      code: 'faults',
      faults: [{ path: '/venue/id' }],
    });
    expect(line.plan.venue.name).toBe('Great hall');
  });

  it('follows what another process has put in force, where it is sound', async () => {
    const { inForce, kept, line } = open();
    kept.putInForce(2, 'command-line', START);
    await inForce.follow();
    expect(line.plan.venue.name).toBe('Great hall');
    const unsound = { venue: { ...VENUE, id: 'barn' }, calendar: emptyCalendar, note: '' };
    kept.save({ ...unsound, basedOn: 2, source: 'editor', savedAt: START, savedBy: 'eva' });
    kept.putInForce(3, 'command-line', START);
    await inForce.follow();
    expect(line.plan.venue.name).toBe('Great hall');
  });
});
