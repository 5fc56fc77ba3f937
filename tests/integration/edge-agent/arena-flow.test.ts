import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type OpenModels,
  openModels,
} from '../../../edge-agent/src/adapters/models/open-models.js';
import { FlowMeter } from '../../../edge-agent/src/flow/flow-meter.js';
import type { PassageFlow } from '../../../edge-agent/src/flow/line-meter.js';
import { passageLines } from '../../../edge-agent/src/flow/passage-lines.js';
import { WholePersons } from '../../../edge-agent/src/flow/whole-persons.js';
import { analyseFrame } from '../../../edge-agent/src/pipeline/analyse-frame.js';
import { filmArena } from './support/filmed-venue.js';

const FRAMES_PER_SECOND = 4;
const SECONDS = 30;

/** People queue before both gates then; gate B closes at 90 s. */
const JOIN = 58;

describe('[I] the demo’s cameras at the gates, in real time', () => {
  let models: OpenModels;
  beforeAll(async () => {
    const opened = await openModels({ threads: 1, providers: ['cpu'] }, process.cwd());
    if (!opened.ok) throw new Error(opened.message);
    models = opened.value;
  });
  afterAll(() => models.close());

  it('count who goes in at a gate as it truly was, and hardly anybody out', async () => {
    const { films, simulation, venue } = filmArena(
      ['cam-gate-a', 'cam-gate-b'],
      FRAMES_PER_SECOND,
      JOIN,
    );
    const before = simulation.truth().passages;
    const cameras = films.map(({ film, view }) => ({
      ...{ film, view, flows: [] as (readonly PassageFlow[])[] },
      meter: new FlowMeter(view, passageLines(venue, view.camera)),
    }));
    for (let frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame += 1) {
      simulation.advance(1 / FRAMES_PER_SECOND);
      for (const { film, flows, meter, view } of cameras) {
        const measured = await analyseFrame(film(frame), models, view, { flow: meter });
        if (!measured.ok) throw new Error(measured.message);
        if (measured.value.flow) flows.push(measured.value.flow.passages);
      }
    }
    const after = simulation.truth().passages;
    for (const gate of ['gate-a', 'gate-b']) {
      const counted = cameras
        .flatMap(({ flows }) => new WholePersons().count(flows))
        .filter(({ passage }) => passage === gate);
      expect(counted, `${gate} is measured by one camera`).toHaveLength(1);
      const [count] = counted;
      const truth = (after[gate]?.in ?? 0) - (before[gate]?.in ?? 0);
      expect(truth).toBeGreaterThan(10);
      // The streets are left out: the simulator's people are born on their lines.
      expect(Math.abs((count?.in ?? 0) - truth), gate).toBeLessThanOrEqual(0.25 * truth);
      expect(count?.out, gate).toBeLessThanOrEqual(2);
      expect(count?.recall, gate).toBeGreaterThan(0.7);
    }
  }, 240_000);
});
