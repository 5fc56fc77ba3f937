import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { ownVersion } from '../adapters/files/own-version.js';
import { type LineEnds, parseLine } from '../evaluation/given-line.js';
import type { FrameRange } from '../main/open-sequence.js';
import { type CalibrateOptions, withCalibrateOptions } from './calibrate-options.js';
import type { EnrollOptions } from './enroll-command.js';
import type { EvaluateOptions } from './evaluate-command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { print, printJson } from './output.js';
import { addStewardCommands } from './steward-commands.js';
import { withExamples } from './verb-examples.js';

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number.');
  return value;
};

const frameRange = (text: string): FrameRange => {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(text.trim()) ?? [];
  const range = { first: Number(first), last: Number(last) };
  if (range.first <= range.last) return range;
  throw new InvalidArgumentError('Frames are written 133-220, the first and the last.');
};

/** Collects the lines of a repeated option. */
const oneLine = (text: string, lines: readonly LineEnds[] = []): readonly LineEnds[] => {
  const line = parseLine(text);
  if (!line.ok) throw new InvalidArgumentError(line.message);
  return [...lines, line.value];
};

const httpsAddress = (text: string): URL => {
  if (URL.canParse(text) && text.startsWith('https://')) return new URL(text);
  throw new InvalidArgumentError('Give the address of the server, as https://throng.venue:8443.');
};

const versionLine = (): string => `throng-edge ${ownVersion()} (Node ${process.version})`;

const CONFIG = '-c, --config <file>';

/**
 * Runs one command line; resolves with the exit code. Each command is loaded when it is asked for: who
 * asks for the version, or how the agent is, need not wait for the models' runtime.
 */
export const runProgram = async (argv: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.ok;
  const program = new Command('throng-edge')
    .description('Counts people in front of cameras and publishes anonymous densities over MQTT.')
    .version(versionLine())
    .exitOverride()
    .showHelpAfterError('Run throng-edge --help for the commands.')
    .addHelpText(
      'after',
      `
Examples:
  throng-edge run --config edge.yml          measure until Ctrl-C
  throng-edge validate --config edge.yml     all faults of the settings at once
  throng-edge doctor --config edge.yml       what is missing, and how to mend it
  throng-edge enroll https://throng.venue:8443 --code CODE --config edge.yml
                                             this box gets its certificate
  throng-edge calibrate --config edge.yml --camera foyer-1
                                             a page to calibrate a camera on
  throng-edge evaluate ./sequence --json     accuracy on a video with its truth.json

Environment: THRONG_… and THRONG_EDGE_… override the settings (THRONG_BROKER_URL sets
broker.url); THRONG_LOG_LEVEL is debug, info, warn or error.
Exit codes: 0 all is well, 1 something must be mended, 2 wrong usage, 130 ended by Ctrl-C before it was done.`,
    );

  program
    .command('run')
    .description('measure and publish until stopped (Ctrl-C), or until all files have ended')
    .requiredOption(CONFIG, 'settings of this agent, YAML')
    .action(async (options: { config: string }) => {
      const { run } = await import('./run-command.js');
      code = await run(options.config);
    });
  program
    .command('validate')
    .description('check settings and venue; every fault with its path, value and remedy')
    .requiredOption(CONFIG, 'settings of this agent, YAML')
    .option('--json', 'for machines', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { validate } = await import('./validate-command.js');
      code = await validate(options.config, options.json);
    });
  program
    .command('healthcheck')
    .description('whether the agent of these settings is alive; for who restarts it')
    .requiredOption(CONFIG, 'settings of the running agent, YAML')
    .option('--json', 'for machines', false)
    .action(async (options: { config: string; json: boolean }) => {
      const { healthcheck } = await import('./healthcheck-command.js');
      code = await healthcheck(options.config, options.json);
    });
  program
    .command('enroll')
    .description('turn a one-time code of the server into the certificate of this box')
    .argument('<server>', 'https://host:port of the control server', httpsAddress)
    .requiredOption('--code <code>', 'as `throng-server enroll` showed it')
    .option(CONFIG, 'settings of this agent: which edge it is, and its folder of state')
    .option('--state <folder>', 'where to keep it; `state` of the settings by default')
    .option('--again', 'also where the box is enrolled already', false)
    .option('--json', 'for machines', false)
    .action(async (server: URL, options: EnrollOptions) => {
      const { enroll } = await import('./enroll-command.js');
      code = await enroll(server, options);
    });
  program
    .command('doctor')
    .description('look at all that the agent needs; what is broken, with its remedy')
    .option(CONFIG, 'settings of this agent; without them only the machine is examined')
    .option('--json', 'for machines', false)
    .action(async (options: { config?: string; json: boolean }) => {
      const { doctor } = await import('./doctor-command.js');
      code = await doctor(options.config, options.json);
    });
  withCalibrateOptions(
    program
      .command('calibrate')
      .description('mark where picture and floor plan meet: on a page of this box, or by options'),
  ).action(async (options: CalibrateOptions) => {
    const { calibrate } = await import('./calibrate-command.js');
    code = await calibrate(options);
  });
  program
    .command('evaluate')
    .description('run the pipeline over a folder with a video and its truth.json')
    .argument('<folders...>', 'each holds truth.json and the video that it names')
    .option('--json', 'for machines; nothing else on stdout', false)
    .option('--person <model>', 'id, .onnx file, or "none"')
    .option('--density <model>', 'id, .onnx file, or "none"')
    .option('--manifest <file>', 'where the models are listed')
    .option('--threads <n>', 'cores that one inference may use', wholeNumber, 1)
    .option('--width <pixels>', 'greatest width that the models see', wholeNumber, 1_024)
    .option('--frames <first-last>', 'judge these only, counted from 0', frameRange)
    .option('--line <x1,y1,x2,y2>', 'count who crosses this line, metres; may be repeated', oneLine)
    .action(async (folders: string[], options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate-command.js');
      code = await evaluate(folders, options);
    });
  addStewardCommands(program, (exit) => {
    code = exit;
  });
  program
    .command('version')
    .description('print the version')
    .option('--json', 'for machines', false)
    .action((options: { json: boolean }) => {
      const version = ownVersion();
      if (options.json) printJson({ version, node: process.version });
      else print(versionLine());
    });

  withExamples(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
};
