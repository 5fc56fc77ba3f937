import type { FindingCause, FindingKind } from '../../../../dashboard/src/state/fleet-finding.js';

/** Each thing that a catalogue says: where it stands, and what it reads for sample arguments. */
export type Said = ReadonlyMap<string, string>;

/** The kind of each entry: "text", or "3 arguments". */
export type Shape = ReadonlyMap<string, string>;

/** The keys of a catalogue with what stands there. */
export const shapeOf = (catalogue: unknown): Shape =>
  new Map(
    entriesOf(catalogue, '').map(([path, entry]) => [
      path,
      typeof entry === 'function' ? `${entry.length} arguments` : typeof entry,
    ]),
  );

/** What a catalogue reads where there is nothing, one and several of everything. */
export const saidBy = (catalogue: unknown): Said =>
  new Map(
    entriesOf(catalogue, '').flatMap(([path, entry]) =>
      typeof entry === 'function' ? answersOf(path, entry) : [[path, String(entry)]],
    ),
  );

const entriesOf = (entry: unknown, path: string): [string, unknown][] =>
  typeof entry === 'object' && entry !== null
    ? Object.entries(entry).flatMap(([key, within]) =>
        entriesOf(within, path === '' ? key : `${path}.${key}`),
      )
    : [[path, entry]];

const answersOf = (path: string, entry: CallableFunction): [string, string][] =>
  path.endsWith('finding')
    ? Object.values(findings).map((cause) => [
        `${path}(${cause.kind})`,
        Object.values(answer(entry, cause) ?? {}).join(' — '),
      ])
    : COUNTS.map((count) => [`${path}(${count})`, String(answer(entry, anything(count)))]);

/** Nothing, one, several: each may have a form of its own. */
const COUNTS = [0, 1, 2];

const answer = (entry: CallableFunction, sample: unknown): unknown =>
  Reflect.apply(
    entry,
    undefined,
    Array.from({ length: entry.length }, () => sample),
  );

/** Stands for a number, for a name and for a list of names at once: catalogues lose their types here. */
const anything = (count: number) =>
  Object.assign(
    Array.from({ length: Math.max(1, count) }, (_, index) => `X${index}`),
    {
      toLowerCase: () => `x${count}`,
      toFixed: () => String(count),
      [Symbol.toPrimitive]: (hint: string) => (hint === 'string' ? `X${count}` : count),
    },
  );

/** One of each, so that a remedy without words is found. */
const findings: { readonly [Kind in FindingKind]: Extract<FindingCause, { kind: Kind }> } = {
  'edge-never-seen': { kind: 'edge-never-seen' },
  'edge-offline': { kind: 'edge-offline' },
  'clock-skew': { kind: 'clock-skew', seconds: -2.5 },
  'clock-held': { kind: 'clock-held', seconds: 3_600 },
  'spool-in-memory': { kind: 'spool-in-memory', fault: undefined },
  'spool-waiting': { kind: 'spool-waiting', windows: 1, seconds: 90 },
  'windows-lost': { kind: 'windows-lost', windows: 1_204 },
  'model-replaced': { kind: 'model-replaced', times: 1 },
  'model-missing': { kind: 'model-missing' },
  'provider-cpu': { kind: 'provider-cpu', provider: 'cpu' },
  'local-alarm': { kind: 'local-alarm', zones: 1 },
  'local-alarm-failed': { kind: 'local-alarm-failed', times: 3 },
  'camera-never-seen': { kind: 'camera-never-seen' },
  'camera-silent': { kind: 'camera-silent' },
  'camera-fault': { kind: 'camera-fault', fault: 'dark' },
  'not-calibrated': { kind: 'not-calibrated' },
  'calibration-rough': { kind: 'calibration-rough', metres: 0.6 },
  'calibration-old': { kind: 'calibration-old', days: 1 },
  drift: { kind: 'drift', statistic: 'brightness', deviations: 4.2 },
  'few-frames': { kind: 'few-frames', perSecond: 1.5, wanted: 5 },
  slow: { kind: 'slow', seconds: 3.5 },
  reconnects: { kind: 'reconnects', times: 12 },
};
