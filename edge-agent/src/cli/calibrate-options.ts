import type { Result } from '@throng/contract';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type DistortionChoice,
  type LengthMark,
  type PairMark,
  parseDistortion,
  parseEdge,
  parseLength,
  parsePair,
  parsePosition,
  parseSize,
  parseStanding,
  type StandingMark,
} from '../calibration/parse-marks.js';

export interface CalibrateOptions {
  readonly config: string;
  readonly camera: string;
  readonly pair: readonly PairMark[];
  readonly pairs?: string;
  readonly length: readonly LengthMark[];
  readonly standing: readonly StandingMark[];
  readonly edge: readonly [number, number][][];
  readonly cameraHeight?: number;
  readonly cameraPosition?: [number, number, number];
  readonly fieldOfView?: number;
  readonly distortion?: DistortionChoice;
  readonly imageSize?: [number, number];
  readonly by?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly host?: string;
  readonly port?: number;
}

/** A parser of ours as commander wants it. */
const one =
  <Value>(parse: (text: string) => Result<Value>) =>
  (text: string): Value => {
    const parsed = parse(text);
    if (!parsed.ok) throw new InvalidArgumentError(parsed.message);
    return parsed.value;
  };

/** An option that may be given again and again. */
const many = <Value>(flags: string, says: string, parse: (text: string) => Result<Value>): Option =>
  new Option(flags, says)
    .argParser<Value[]>((text, before) => [...before, one(parse)(text)])
    .default([], 'none');

const between =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most)) {
      throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
    }
    return value;
  };

/** The options of `throng-edge calibrate`; marks given here do without the page. */
export const withCalibrateOptions = (command: Command): Command =>
  command
    .requiredOption('-c, --config <file>', 'settings of this agent, YAML')
    .requiredOption('--camera <id>', 'the camera to calibrate')
    .addOption(many('--pair <px,py=x,y>', 'a mark: pixel and metres on the plan', parsePair))
    .option('--pairs <file>', 'marks from a file: JSON, GeoJSON, or a table px,py,x,y')
    .addOption(many('--length <px,py,px,py=m>', 'a known length on the ground', parseLength))
    .addOption(
      many(
        '--standing <px,py,px,py=m>',
        'foot, head and height of something upright',
        parseStanding,
      ),
    )
    .option('--camera-height <m>', 'measured height of the lens', between(0.5, 500))
    .option('--camera-position <x,y,m>', 'measured place and height of it', one(parsePosition))
    .option('--field-of-view <degrees>', 'angle that the picture spans across', between(2, 160))
    .option('--distortion <k1,…>', 'of the lens: auto, none or k1[,k2…]', one(parseDistortion))
    .addOption(many('--edge <px,py,…>', 'points along a straight edge, for auto', parseEdge))
    .option('--image-size <WxH>', 'of the picture in which all was marked', one(parseSize))
    .option('--by <name>', 'who calibrates; stays on this box')
    .option('--dry-run', 'say what it amounts to and write nothing', false)
    .option('--json', 'for machines', false)
    .option('--host <address>', 'serve the page to others than this machine')
    .option('--port <n>', 'of the page; any free one by default', between(0, 65_535));
