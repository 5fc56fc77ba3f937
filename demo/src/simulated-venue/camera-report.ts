/** What the program of the simulated cameras says on stdout, one JSON object a line. */
export type CameraReport =
  | { readonly kind: 'ready'; readonly port: number }
  | {
      readonly kind: 'truth';
      /** Seconds since the evening began. */
      readonly time: number;
      /** Persons in the venue, and those on ground that a camera answers for. */
      readonly persons: number;
      readonly onCamera: number;
    };

export const say = (report: CameraReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};

const numberOf = (value: unknown, key: string): number => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : Number.NaN;
};

/** Reads a line; undefined for one that is no report. */
export const readReport = (line: string): CameraReport | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null || !('kind' in json)) return undefined;
  if (json.kind === 'ready') return { kind: 'ready', port: numberOf(json, 'port') };
  if (json.kind !== 'truth') return undefined;
  const [time, persons, onCamera] = ['time', 'persons', 'onCamera'].map((key) =>
    numberOf(json, key),
  );
  if (time === undefined || persons === undefined || onCamera === undefined) return undefined;
  return { kind: 'truth', time, persons, onCamera };
};
