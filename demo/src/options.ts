import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '@throng/contract';

export const HELP = `npm run demo -- [options]

Runs the whole product on this machine: a simulated evening in an arena, or your own camera.

  --port 8080      where the page is served; the next free port where it is taken
  --seed 7         another crowd, as repeatable as the first
  --speed 8        simulated seconds per second
  --for 60s        ends by itself (s, m or h); without it the demo runs until Ctrl-C

Your own camera or recording:
  --source URL|FILE  rtsp://…, http://… or a video file (played in a loop)
  --height 6         metres of the camera above the floor
  --pitch 25         degrees by which it looks down
  --field-of-view 70 degrees from the left to the right edge of the picture
`;

/** How the user's own camera is assumed to hang, until somebody calibrates it. */
export interface OwnCamera {
  readonly source: string;
  readonly height: number;
  readonly pitch: number;
  readonly fieldOfView: number;
}

export interface DemoOptions {
  readonly port: number;
  readonly seed: number;
  readonly speed: number;
  /** Milliseconds after which the demo ends by itself. */
  readonly duration: number | undefined;
  readonly ownCamera: OwnCamera | undefined;
}

const UNIT_MS = new Map([
  ['', 1_000],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** `90`, `90s`, `2m` or `1h` as milliseconds; undefined for anything else. */
export const parseDuration = (text: string): number | undefined => {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text) ?? [];
  const scale = unit === undefined ? undefined : UNIT_MS.get(unit);
  return scale === undefined || Number(amount) <= 0 ? undefined : Number(amount) * scale;
};

interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
}

const RANGES = {
  port: { from: 1, to: 65_535, whole: true },
  seed: { from: 0, to: 2 ** 31, whole: true },
  speed: { from: 0.1, to: 60 },
  height: { from: 2, to: 60 },
  pitch: { from: 5, to: 85 },
  'field-of-view': { from: 20, to: 120 },
} satisfies Record<string, Range>;

const DEFAULTS = {
  port: '8080',
  seed: '7',
  speed: '8',
  height: '6',
  pitch: '25',
  'field-of-view': '70',
};

const numberIn = (text: string, { from, to, whole = false }: Range): number | undefined => {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const fits = value >= from && value <= to && (!whole || Number.isInteger(value));
  return fits ? value : undefined;
};

/** Reads the command line; every fault at once, each with the range that would do. */
export const parseOptions = (
  args: readonly string[],
): Result<DemoOptions | 'help', 'bad-options'> => {
  const options = {
    port: { type: 'string', default: DEFAULTS.port },
    seed: { type: 'string', default: DEFAULTS.seed },
    speed: { type: 'string', default: DEFAULTS.speed },
    for: { type: 'string' },
    source: { type: 'string' },
    height: { type: 'string', default: DEFAULTS.height },
    pitch: { type: 'string', default: DEFAULTS.pitch },
    'field-of-view': { type: 'string', default: DEFAULTS['field-of-view'] },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    return values.help ? ok('help') : readValues(values);
  } catch (error) {
    return fail('bad-options', error instanceof Error ? error.message : String(error));
  }
};

const readValues = (
  values: Record<keyof typeof RANGES, string> & { for?: string; source?: string },
): Result<DemoOptions, 'bad-options'> => {
  const faults: string[] = [];
  const read = (name: keyof typeof RANGES): number => {
    const range: Range = RANGES[name];
    const value = numberIn(values[name], range);
    const kind = range.whole ? 'a whole number' : 'a number';
    if (value === undefined)
      faults.push(`--${name} "${values[name]}": must be ${kind} from ${range.from} to ${range.to}`);
    return value ?? Number.NaN;
  };
  const camera = {
    height: read('height'),
    pitch: read('pitch'),
    fieldOfView: read('field-of-view'),
  };
  const run = { port: read('port'), seed: read('seed'), speed: read('speed') };
  const duration = values.for === undefined ? undefined : parseDuration(values.for);
  if (values.for !== undefined && duration === undefined)
    faults.push(`--for "${values.for}": must be a time such as 90s, 2m or 1h`);
  if (faults.length > 0) return fail('bad-options', faults.join('\n'));
  const ownCamera = values.source === undefined ? undefined : { source: values.source, ...camera };
  return ok({ ...run, duration, ownCamera });
};
