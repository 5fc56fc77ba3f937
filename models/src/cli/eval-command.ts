import { Command, Option } from 'commander';
import { evalDensity } from './eval-density-command.js';
import { type ExperienceOptions, evalExperience } from './eval-experience-command.js';
import type { EvalOptions } from './eval-options.js';
import { type EvalPersonOptions, evalPerson } from './eval-person-command.js';
import type { ExitCode } from './exit-codes.js';
import {
  fraction,
  frameRange,
  limitOption,
  manifestOption,
  providerOption,
  threadsOption,
} from './option-values.js';

const DENSITY_HELP = `
DIR holds images/ and heads.json: {"file.jpg": {"width", "height", "part"?, "heads": [[x, y], …]}}.

Example:
  throng-models eval density --data DIR --model mine.onnx --report page.html`;

const PERSON_HELP = `
DIR holds a video and truth.json: {"video", "width", "height", "frames": [{"frame", "people": [{"box": [x, y, w, h]}]}]},
or images/ and boxes.json: {"file.jpg": {"width", "height", "people": [[x, y, w, h], …]}}.

Examples:
  throng-models eval person --data DIR --json
  throng-models eval person --data DIR --frames 133-220   a part of the video that was not trained on
  throng-models eval person --data DIR --model coco-ssd:FOLDER   with model.json, or its address`;

/** Where to write the report. */
const reportOption = (): Option =>
  new Option('--report <file>', 'write a page with the best, median and worst pictures');

const evaluation = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .requiredOption('--data <dir>', 'marked pictures or frames')
    .option(
      '--model <id>',
      "a model of the manifest or an .onnx file; by default the manifest's first",
    )
    .addOption(manifestOption())
    .addOption(providerOption())
    .addOption(threadsOption())
    .addOption(limitOption())
    .option('--json', 'for programs', false)
    .exitOverride();

const EXPERIENCE_HELP = `
DIR holds the pictures that the model was trained on, as for density. The answer belongs into the
model's manifest entry; an edge agent tells when a camera leaves it.

Example:
  throng-models eval experience --data DIR --person person --json`;

/** `throng-models eval density|person|experience` */
export const evalCommand = (settle: (code: ExitCode) => void): Command =>
  new Command('eval')
    .description('measure a model on marked pictures')
    .exitOverride()
    .addCommand(
      evaluation('density', 'errors of the counts, and how far to trust them')
        .addOption(reportOption())
        .addHelpText('after', DENSITY_HELP)
        .action(async (options: EvalOptions) => settle(await evalDensity(options))),
    )
    .addCommand(
      evaluation('person', 'precision, recall and count error at an overlap of 0.5')
        .addOption(reportOption())
        .option('--least-score <share>', 'detections below do not count', fraction)
        .option('--frames <first-last>', 'these frames of the video only', frameRange)
        .addHelpText('after', PERSON_HELP)
        .action(async (options: EvalPersonOptions) => settle(await evalPerson(options))),
    )
    .addCommand(
      evaluation(
        'experience',
        'light, sharpness and fullness of what a density model was trained on',
      )
        .option('--person <id>', 'watch how far this person model disagrees, too')
        .addHelpText('after', EXPERIENCE_HELP)
        .action(async (options: ExperienceOptions) => settle(await evalExperience(options))),
    );
