import { parseArgs } from 'node:util';
import { build } from './setup/build.mjs';
import { installTools } from './setup/install-tool.mjs';
import { installNodePackages } from './setup/node-packages.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { step, warn } from './setup/steps.mjs';
import { FFMPEG, TEST_TOOLS } from './setup/tools.mjs';

const HELP = `Makes this machine ready: Node packages, ffmpeg, the build. Safe to run again.

  node demo/setup.mjs [--for-tests] [--yes]

  --for-tests  also the tests' tools: Mosquitto, PostgreSQL, GStreamer's RTSP server, Chromium, OpenSSL,
               ShellCheck, systemd-analyze
  --yes        install without asking (as with CI=true, or without a terminal)
`;

/** A line for each tool that is here; returns those that are not. */
const look = async (tools) => {
  const missing = [];
  for (const tool of tools) {
    await step(tool.name, () => {
      const found = tool.find();
      if (found === undefined) missing.push(tool);
      return found;
    });
  }
  return missing;
};

/** What the demo cannot do without: all of it, or an error. */
const requireTools = async (tools, options) => {
  const missing = await look(tools);
  if (missing.length === 0) return;
  await installTools(missing, options);
  await look(missing);
};

/** One by one, since a test tool that cannot be had costs only the tests that need it, save in CI. */
const offerTestTools = async (options) => {
  for (const tool of await look(TEST_TOOLS)) {
    try {
      await installTools([tool], options);
    } catch (error) {
      if (process.env.CI === 'true') throw error;
      warn(`${error.message}\n  The tests that need it will be skipped.`);
    }
    await look([tool]);
  }
};

/** Every step in order; throws at the first one that fails, with its remedy. */
export const setup = async ({ forTests = false, yes = false } = {}) => {
  await step('Node.js', () => checkNodeVersion());
  await requireTools([FFMPEG], { yes });
  if (forTests) await offerTestTools({ yes });
  await step('Node packages', () => installNodePackages({ yes }));
  await step('Build', build);
};

/** As a command: prints why it failed rather than a stack. */
export const setupOrExit = async (options) => {
  try {
    await setup(options);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
};

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({
    options: {
      'for-tests': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(HELP);
  else await setupOrExit({ forTests: values['for-tests'], yes: values.yes });
}
