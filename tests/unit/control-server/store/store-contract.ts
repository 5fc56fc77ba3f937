import type { Alert } from '@throng/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EveningRow } from '../../../../control-server/src/store/evening-row.js';
import type { MeasurementStore } from '../../../../control-server/src/store/measurement-store.js';
import {
  noRows,
  type PassageRow,
  type Rows,
  type ZoneRow,
} from '../../../../control-server/src/store/rows.js';
import { zonePoints } from '../../../../control-server/src/store/zone-points.js';

export const zoneRow = (change: Partial<ZoneRow> = {}): ZoneRow => ({
  zone: 'west',
  at: 1_000,
  camera: 'south',
  seconds: 1,
  persons: 10,
  sigma: 3,
  area: 50,
  densityP95: 0.4,
  ...change,
});

const passageRow: PassageRow = {
  passage: 'middle',
  at: 1_000,
  camera: 'south',
  seconds: 1,
  in: 3,
  out: 1,
  recall: 0.95,
};

export const eveningRow = (change: Partial<EveningRow> = {}): EveningRow => ({
  event: 'opening',
  zone: 'west',
  doorsAt: 7_200,
  fromMinute: -30,
  area: 100,
  minutes: [0, null, 12.5],
  ...change,
});

export const alertAt = (
  id: string,
  raised: string,
  cleared: string | null = null,
  priority: Alert['priority'] = 'warning',
): Alert => ({
  id,
  category: 'system',
  priority,
  state: cleared === null ? 'active' : 'cleared',
  raisedAt: `2026-07-04T${raised}.000Z`,
  changedAt: `2026-07-04T${cleared ?? raised}.000Z`,
  clearedAt: cleared === null ? null : `2026-07-04T${cleared}.000Z`,
  reason: { kind: 'store-failing', code: 'full', rowsLost: 0 },
});

const rows = (change: Partial<Rows>): Rows => ({ ...noRows, ...change });
const zones = (...list: Partial<ZoneRow>[]): Rows => rows({ zones: list.map(zoneRow) });

const at = (time: string): number => Date.parse(`2026-07-04T${time}.000Z`);

/** What every measurement store must do, whatever stands behind it. */
export const describeStore = (
  name: string,
  open: () => MeasurementStore | Promise<MeasurementStore>,
): void => {
  describe(`[U] measurement store: ${name}`, () => {
    let store: MeasurementStore;
    beforeEach(async () => {
      store = await open();
      return () => store.close();
    });

    const history = async (query = { zone: 'west', from: 1_000, to: 1_060, step: 10 }) => {
      const result = await store.zoneHistory(query);
      if (!result.ok) throw new Error(result.message);
      return result.value;
    };
    const ids = async (result: ReturnType<MeasurementStore['alerts']>) => {
      const settled = await result;
      if (!settled.ok) throw new Error(settled.message);
      return settled.value.map(({ id }) => id);
    };

    it('adds up the cameras of a zone, each by its own mean over the step', async () => {
      await store.write(
        zones(
          { at: 1_001, camera: 'south', persons: 10, sigma: 3 },
          { at: 1_002, camera: 'south', persons: 20, sigma: 3 },
          { at: 1_002, camera: 'north', persons: 7, sigma: 4, densityP95: 2 },
        ),
      );
      expect(await history()).toEqual([
        { at: 1_000, persons: 22, sigma: 5, area: 100, areaSeconds: 150, densityP95: 2 },
      ]);
    });

    it('leaves out a step in which nothing was measured: unknown is not zero', async () => {
      await store.write(zones({ at: 1_005 }, { at: 1_045 }));
      expect((await history()).map((point) => point.at)).toEqual([1_000, 1_040]);
    });

    it('counts a window to the step it lies in: a window ends at its stamp', async () => {
      await store.write(zones({ at: 1_000 }, { at: 1_010 }, { at: 1_011 }, { at: 1_061 }));
      expect((await history()).map((point) => point.at)).toEqual([1_000, 1_010]);
    });

    it('gives back what its definition says, whatever the steps', async () => {
      const many = Array.from({ length: 400 }, (_, index) =>
        zoneRow({
          at: 900 + ((index * 37) % 300),
          camera: index % 3 === 0 ? 'north' : 'south',
          persons: index % 50,
        }),
      );
      const unique = [
        ...new Map(many.toReversed().map((row) => [`${row.at} ${row.camera}`, row])).values(),
      ];
      await store.write(rows({ zones: unique }));
      for (const step of [1, 7, 60]) {
        const query = { zone: 'west', from: 913, to: 1_151, step };
        const expected = zonePoints(unique, query);
        const found = await history(query);
        expect(found.map((point) => point.at)).toEqual(expected.map((point) => point.at));
        for (const [index, point] of found.entries()) {
          expect(point.persons).toBeCloseTo(expected[index]?.persons ?? -1, 9);
          expect(point.sigma).toBeCloseTo(expected[index]?.sigma ?? -1, 9);
          expect(point.areaSeconds).toBeCloseTo(expected[index]?.areaSeconds ?? -1, 6);
        }
      }
    });

    const passage = (change: Partial<PassageRow>): PassageRow => ({ ...passageRow, ...change });
    const crossings = async (...list: Partial<PassageRow>[]) => {
      await store.write(rows({ passages: list.map(passage) }));
      const query = { passage: 'middle', from: 1_000, to: 1_060, step: 30 };
      return store.passageHistory(query);
    };

    it('scales crossings up by what their line catches, and adds up the cameras', async () => {
      const found = await crossings(
        { at: 1_001, in: 9, out: 0, recall: 0.9 },
        { at: 1_030, in: 1, out: 2, recall: 0.5, seconds: 10 },
        { at: 1_030, in: 0, out: 3, recall: 1, camera: 'north' },
        { at: 1_031, in: 7, out: 0, recall: 1, seconds: 5 },
      );
      expect(found).toEqual({
        ok: true,
        value: [
          { at: 1_000, in: 12, out: 7, seconds: 11 },
          { at: 1_030, in: 7, out: 0, seconds: 5 },
        ],
      });
    });

    it('leaves out a line that catches too little, other passages, and what is out of the period', async () => {
      const found = await crossings(
        { at: 1_001, recall: 0.19 },
        { at: 1_001, passage: 'other' },
        { at: 1_000 },
        { at: 1_061 },
      );
      expect(found).toEqual({ ok: true, value: [] });
    });

    it('keeps every change of an alert, oldest first, as long as the alert', async () => {
      const raised = alertAt('a', '19:00:00');
      const cleared = alertAt('a', '19:00:00', '19:30:00');
      const old = alertAt('old', '01:00:00', '02:00:00');
      const transitions = [
        { kind: 'raised' as const, alert: raised },
        { kind: 'cleared' as const, alert: cleared },
        { kind: 'cleared' as const, alert: old },
      ];
      await store.write(rows({ transitions }));
      const day = { from: 0, to: at('23:00:00') };
      const [first, second, third] = transitions;
      expect(await store.transitions(day)).toEqual({ ok: true, value: [third, first, second] });
      const late = { from: at('19:00:01'), to: at('23:00:00') };
      expect(await store.transitions(late)).toEqual({ ok: true, value: [second] });
      expect(await store.transitions({ from: 0, to: at('19:30:00') })).toMatchObject({
        value: [third, first],
      });
      await store.forget(at('10:00:00') / 1_000);
      expect(await store.transitions(day)).toEqual({ ok: true, value: [first, second] });
    });

    it('takes a late window into its place', async () => {
      await store.write(zones({ at: 1_021 }));
      await store.write(zones({ at: 1_001 }));
      expect((await history()).map((point) => point.at)).toEqual([1_000, 1_020]);
    });

    it('keeps the first of two rows with the same zone, time and camera', async () => {
      await store.write(zones({ at: 1_001, persons: 10 }));
      await store.write(
        rows({ zones: [zoneRow({ at: 1_001, persons: 99 })], passages: [passageRow, passageRow] }),
      );
      expect((await history())[0]?.persons).toBe(10);
    });

    it('tells which cameras measured a place within a period', async () => {
      await store.write(
        rows({
          zones: [
            zoneRow({ at: 1_000, camera: 'before' }),
            zoneRow({ at: 1_001, camera: 'south' }),
            zoneRow({ at: 1_002, camera: 'south' }),
            zoneRow({ at: 1_010, camera: 'north' }),
            zoneRow({ at: 1_005, camera: 'elsewhere', zone: 'east' }),
          ],
          passages: [{ ...passageRow, at: 1_005, camera: 'gate' }],
        }),
      );
      const period = { from: 1_000, to: 1_010 };
      const of = (kind: 'zone' | 'passage', place: string) =>
        store.camerasOf({ kind, place, ...period });
      expect(await of('zone', 'west')).toEqual({ ok: true, value: ['north', 'south'] });
      expect(await of('passage', 'middle')).toEqual({ ok: true, value: ['gate'] });
      expect(await of('passage', 'west')).toEqual({ ok: true, value: [] });
    });

    it('answers nothing for a zone it never heard of', async () => {
      expect(await history({ zone: 'moon', from: 0, to: 9_999, step: 1 })).toEqual([]);
    });

    it('keeps an alert as it last stood', async () => {
      const raised = alertAt('a', '19:00:00');
      const escalated = { ...raised, priority: 'critical' as const };
      await store.write(rows({ transitions: [{ kind: 'raised', alert: raised }] }));
      await store.write(rows({ transitions: [{ kind: 'escalated', alert: escalated }] }));
      expect(await store.activeAlerts()).toEqual({ ok: true, value: [escalated] });
      const cleared = alertAt('a', '19:00:00', '19:30:00');
      await store.write(rows({ transitions: [{ kind: 'cleared', alert: cleared }] }));
      expect(await store.activeAlerts()).toEqual({ ok: true, value: [] });
    });

    it('finds the alerts that were active at some time of a period, newest first', async () => {
      const alerts = [
        alertAt('before', '18:00:00', '18:30:00'),
        alertAt('into', '18:50:00', '19:10:00'),
        alertAt('within', '19:20:00', '19:25:00'),
        alertAt('standing', '18:10:00'),
        alertAt('after', '20:30:00'),
      ];
      await store.write(
        rows({ transitions: alerts.map((alert) => ({ kind: 'raised' as const, alert })) }),
      );
      const period = { from: at('19:00:00'), to: at('20:00:00') };
      expect(await ids(store.alerts(period))).toEqual(['within', 'into', 'standing']);
      expect(await ids(store.alerts({ ...period, state: 'active' }))).toEqual(['standing']);
      expect(await ids(store.alerts({ ...period, state: 'cleared' }))).toEqual(['within', 'into']);
    });

    it('forgets what is older than the retention, slice by slice, and nothing else', async () => {
      const day = Array.from({ length: 24 }, (_, hour) => [
        zoneRow({ at: hour * 3_600 + 1 }),
        zoneRow({ at: hour * 3_600 + 1, zone: 'east' }),
      ]).flat();
      await store.write(
        rows({
          zones: day,
          passages: [{ ...passageRow, at: 5 }],
          transitions: [{ kind: 'raised', alert: alertAt('standing', '00:00:00') }],
        }),
      );
      const before = 20 * 3_600;
      let slices = 0;
      for (let more = true; more && slices < 500; slices += 1) {
        const erased = await store.forget(before);
        more = erased.ok && erased.value.more;
      }
      expect(slices).toBeLessThan(500);
      for (const zone of ['west', 'east']) {
        const left = await history({ zone, from: 0, to: 86_400, step: 3_600 });
        expect(left.map((point) => point.at)).toEqual([20, 21, 22, 23].map((hour) => hour * 3_600));
      }
      expect(await ids(store.activeAlerts())).toEqual(['standing']);
    });

    it('forgets an alert that was cleared before the retention', async () => {
      const transitions = [
        { kind: 'cleared' as const, alert: alertAt('old', '01:00:00', '02:00:00') },
        { kind: 'cleared' as const, alert: alertAt('new', '01:00:00', '12:00:00') },
      ];
      await store.write(rows({ transitions }));
      await store.forget(at('10:00:00') / 1_000);
      expect(await ids(store.alerts({ from: 0, to: at('23:00:00') }))).toEqual(['new']);
    });

    it('keeps how far each run of a camera was taken, as it last stood, until it is old', async () => {
      const taken = {
        camera: 'south',
        bootId: '00000000000000aa',
        floor: 0,
        highest: 4,
        at: 1_000,
      };
      const older = { ...taken, bootId: '00000000000000bb', gaps: [], at: 900 };
      await store.write(rows({ deliveries: [{ ...taken, gaps: [] }, older] }));
      const last = { ...taken, highest: 9, gaps: [{ from: 5, to: 7 }], at: 1_001 };
      await store.write(rows({ deliveries: [last] }));
      expect(await store.deliveries()).toEqual({ ok: true, value: [older, last] });
      await store.forget(950);
      expect(await store.deliveries()).toEqual({ ok: true, value: [last] });
    });

    const kept = async (...events: string[]) => {
      const result = await store.evenings(events);
      if (!result.ok) throw new Error(result.message);
      return result.value;
    };

    it('keeps what zones of an event were like, and gives back those of the events asked for', async () => {
      const rows = [
        eveningRow(),
        eveningRow({ zone: 'east' }),
        eveningRow({ event: 'closing' }),
        eveningRow({ event: 'another' }),
      ];
      await store.keepEvenings(rows);
      expect(await kept('opening', 'closing', 'unheard-of')).toEqual(
        expect.arrayContaining(rows.slice(0, 3)),
      );
      expect(await kept('opening', 'closing')).toHaveLength(3);
      expect(await kept()).toEqual([]);
    });

    it('keeps the row that knows more minutes of an evening', async () => {
      const later = eveningRow({ minutes: [1, 2, 3] });
      await store.keepEvenings([eveningRow()]);
      await store.keepEvenings([later]);
      await store.keepEvenings([eveningRow({ minutes: [null, null, 9] })]);
      expect(await kept('opening')).toEqual([later]);
    });

    it('keeps an evening anew when its doors opened at another time', async () => {
      const moved = eveningRow({ doorsAt: 9_000, minutes: [null, null, 9] });
      await store.keepEvenings([eveningRow()]);
      await store.keepEvenings([moved]);
      expect(await kept('opening')).toEqual([moved]);
    });

    it('forgets evenings by their own age, and measurements do not take them along', async () => {
      const young = eveningRow({ event: 'closing', doorsAt: 9_000 });
      await store.keepEvenings([eveningRow(), young]);
      await store.forget(1_000_000);
      expect(await kept('opening', 'closing')).toHaveLength(2);
      await store.forgetEvenings(9_000);
      expect(await kept('opening', 'closing')).toEqual([young]);
    });

    it('puts a pseudonym wherever somebody is named, in alerts and in their changes, and nowhere else', async () => {
      const by = (who: string): Alert => ({
        ...alertAt('a', '19:00:00'),
        handling: {
          at: '2026-07-04T19:02:00.000Z',
          acknowledged: { at: '2026-07-04T19:01:00.000Z', by: who },
          assignee: who,
          shelved: null,
          unanswered: 0,
          comments: [{ at: '2026-07-04T19:02:00.000Z', by: who, text: 'kim "kim" went there' }],
        },
      });
      const transitions = [
        { kind: 'raised' as const, alert: alertAt('a', '19:00:00') },
        { kind: 'acknowledged' as const, alert: by('kim') },
      ];
      await store.write(rows({ transitions }));
      expect(await store.replaceName('kim', 'erased-0')).toEqual({ ok: true, value: undefined });
      const day = { from: 0, to: at('23:00:00') };
      expect(await store.activeAlerts()).toEqual({ ok: true, value: [by('erased-0')] });
      expect(await store.transitions(day)).toEqual({
        ok: true,
        value: [transitions[0], { kind: 'acknowledged', alert: by('erased-0') }],
      });
      await store.replaceName('ki', 'erased-1');
      expect(await store.activeAlerts()).toEqual({ ok: true, value: [by('erased-0')] });
    });

    it('says that it is closed, once it is', async () => {
      await store.close();
      expect(await store.write(zones({}))).toMatchObject({ ok: false, code: 'closed' });
      expect(await store.activeAlerts()).toMatchObject({ ok: false, code: 'closed' });
    });
  });
};
