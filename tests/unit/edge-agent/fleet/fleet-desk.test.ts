import {
  type FleetDocument,
  type FleetFault,
  type FleetReport,
  type FleetSettings,
  fail,
  ok,
  type Result,
  sealDocument,
} from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { FleetDesk } from '../../../../edge-agent/src/fleet/fleet-desk.js';
import type { KeptDocuments } from '../../../../edge-agent/src/fleet/kept-document.js';
import { fleetKeys, sampleDocument } from '../../../support/fleet-samples.js';
import { FakeClock } from '../support/fake-clock.js';

const keys = fleetKeys();

interface Wish {
  readonly kept?: KeptDocuments;
  readonly accepts?: boolean;
  readonly knowsKey?: boolean;
  readonly faults?: () => FleetFault[];
  readonly keeps?: Result<void>;
}

const openDesk = ({ kept = {}, accepts = true, knowsKey = true, faults, keeps }: Wish = {}) => {
  const applied: FleetSettings[] = [];
  const reports: FleetReport[] = [];
  let remembered = kept;
  const desk = new FleetDesk({
    box: { venue: 'hall', edge: 'box-1' },
    accepts,
    isSigned: knowsKey ? keys.isSigned : undefined,
    kept,
    keep: async (next) => {
      remembered = next;
      return keeps ?? ok(undefined);
    },
    apply: async (settings) => {
      const found = faults?.() ?? [];
      if (found.length === 0) applied.push(settings);
      return found;
    },
    remarks: () => [],
    takeModels: () => {},
    modelStates: () => [],
    report: (report) => reports.push(report),
    clock: new FakeClock(1_000_000),
    log: { info() {}, warn() {}, error() {} },
  });
  const hear = async (document: FleetDocument, sign = keys.sign) => {
    const payload = sealDocument(document, sign);
    if (!payload.ok) throw new Error(payload.message);
    await desk.hear(payload.value);
    return reports.at(-1);
  };
  return { desk, hear, applied, reports, remembered: () => remembered };
};

const refusedWith = (code: string) => ({ answer: { outcome: 'refused', faults: [{ code }] } });

describe('[U] desk of pushed documents', () => {
  it('[FL6] applies a good document, keeps it and says so', async () => {
    const { applied, hear, remembered } = openDesk();
    const report = await hear(sampleDocument());
    expect(applied).toEqual([sampleDocument().settings]);
    expect(report).toMatchObject({ version: 3, answer: { outcome: 'applied', version: 3 } });
    expect(remembered().accepted?.version).toBe(3);
  });

  it('[FL2] refuses a forged one, and does not let it onto the disk', async () => {
    const { applied, hear, remembered } = openDesk();
    const report = await hear(sampleDocument(), fleetKeys().sign);
    expect(report).toMatchObject(refusedWith('bad-signature'));
    expect(report?.answer?.version).toBeUndefined();
    expect(applied).toEqual([]);
    expect(remembered()).toEqual({});
  });

  it('[FL2] takes nothing without a key', async () => {
    expect(await openDesk({ knowsKey: false }).hear(sampleDocument())).toMatchObject(
      refusedWith('no-key'),
    );
  });

  it('[FL5] takes nothing where it is turned off', async () => {
    const { applied, hear } = openDesk({ accepts: false });
    expect(await hear(sampleDocument())).toMatchObject({
      accepts: false,
      ...refusedWith('turned-off'),
    });
    expect(applied).toEqual([]);
  });

  it.each([{ venue: 'other' }, { edge: 'box-2' }])(
    '[FL3] refuses what is for another box: %o',
    async (change) => {
      const { applied, hear } = openDesk();
      expect(await hear(sampleDocument(change))).toMatchObject(refusedWith('wrong-box'));
      expect(applied).toEqual([]);
    },
  );

  it('[FL3] refuses a replayed older version, after a restart too', async () => {
    const first = openDesk();
    await first.hear(sampleDocument({ version: 5 }));
    expect(await first.hear(sampleDocument({ version: 4 }))).toMatchObject({
      version: 5,
      ...refusedWith('replayed'),
    });
    const later = openDesk({ kept: first.remembered() });
    expect(await later.hear(sampleDocument({ version: 4 }))).toMatchObject(refusedWith('replayed'));
    expect(later.applied).toEqual([]);
  });

  it('[FL3] refuses an older version than one that it refused for its content', async () => {
    const { hear } = openDesk({
      faults: () => [{ code: 'bad-calibration', field: 'calibration' }],
    });
    await hear(sampleDocument({ version: 7 }));
    expect(await hear(sampleDocument({ version: 6 }))).toMatchObject(refusedWith('replayed'));
  });

  it('[FL3] refuses another text under a version that it has seen', async () => {
    const { applied, hear } = openDesk();
    await hear(sampleDocument());
    const report = await hear(sampleDocument({ settings: {} }));
    expect(report).toMatchObject({ version: 3, ...refusedWith('replayed') });
    expect(applied).toHaveLength(1);
  });

  it('[FL3] goes back to older content under a higher version', async () => {
    const { applied, hear } = openDesk();
    await hear(sampleDocument());
    await hear(sampleDocument({ version: 4, settings: {} }));
    expect(await hear(sampleDocument({ version: 5 }))).toMatchObject({ version: 5 });
    expect(applied).toHaveLength(3);
  });

  it('[FL4] what is refused changes nothing: the version before stays in force', async () => {
    let faults: FleetFault[] = [];
    const { hear, remembered } = openDesk({ faults: () => faults });
    await hear(sampleDocument());
    faults = [{ code: 'bad-mask', field: 'masks', camera: 'cam-1' }];
    const report = await hear(sampleDocument({ version: 4 }));
    expect(report).toMatchObject({
      version: 3,
      answer: { outcome: 'refused', version: 4, faults },
    });
    expect(remembered()).toMatchObject({ accepted: { version: 3 }, seen: { version: 4 } });
  });

  it('[FL4] looks again at a refused one when it comes again', async () => {
    let faults: FleetFault[] = [{ code: 'cannot-open', field: 'document' }];
    const { hear } = openDesk({ faults: () => faults });
    await hear(sampleDocument());
    faults = [];
    expect(await hear(sampleDocument())).toMatchObject({ version: 3 });
  });

  it('does nothing for a document that is in force, but says so again', async () => {
    const { applied, hear, reports } = openDesk();
    await hear(sampleDocument());
    await hear(sampleDocument());
    expect(applied).toHaveLength(1);
    expect(reports).toHaveLength(2);
  });

  it('[FL6] says when the disk did not keep what is in force', async () => {
    const { hear } = openDesk({ keeps: fail('not-kept', 'ENOSPC') });
    expect(await hear(sampleDocument())).toMatchObject({
      version: 3,
      answer: { outcome: 'partly', faults: [{ code: 'not-kept', field: 'document' }] },
    });
  });

  it('answers one after the other, whatever comes', async () => {
    const { desk, hear, reports } = openDesk();
    await Promise.all([
      desk.hear(new Uint8Array([1, 2, 3])),
      hear(sampleDocument({ version: 1 })),
      hear(sampleDocument({ version: 2 })),
    ]);
    expect(reports.map(({ answer }) => answer?.outcome)).toEqual(['refused', 'applied', 'applied']);
  });
});
