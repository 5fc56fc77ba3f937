/** What the program of the simulated cameras says on stdout, one JSON object a line. */
export type CameraReport =
  | { readonly kind: 'ready'; readonly port: number }
  | {
      readonly kind: 'truth';
      /** Seconds since the evening began. */
      readonly time: number;
      /** Persons on ground that a camera answers for. */
      readonly onCamera: number;
      /** Persons in each zone, by its id. */
      readonly zones: Readonly<Record<string, number>>;
    };

export const say = (report: CameraReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};

type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** Reads a line; undefined for one that is no report. */
export const readReport = (line: string): CameraReport | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isTree(json)) return undefined;
  if (json.kind === 'ready') return { kind: 'ready', port: numberOf(json.port) };
  if (json.kind !== 'truth' || !isTree(json.zones)) return undefined;
  const zones = Object.entries(json.zones).map(([id, persons]) => [id, numberOf(persons)] as const);
  return {
    kind: 'truth',
    time: numberOf(json.time),
    onCamera: numberOf(json.onCamera),
    zones: Object.fromEntries(zones),
  };
};
