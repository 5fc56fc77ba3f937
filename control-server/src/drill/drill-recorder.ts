import type { Act, Recorder } from '../audit/recorder.js';

/** Puts acts on record as what they are: done in a drill, about nothing real (SPEC DR4). */
export const drillRecorder = (recorder: Pick<Recorder, 'record'>): Pick<Recorder, 'record'> => ({
  record: (act: Act) =>
    recorder.record({
      ...act,
      subject: `drill/${act.subject}`,
      details: { ...act.details, mode: 'drill' },
    }),
});
