import { HELP, parseOptions } from './options.js';
import { showOwnCamera } from './own-camera/show-own-camera.js';
import { run } from './run.js';
import { showSimulatedVenue } from './simulated-venue/show-simulated-venue.js';

const parsed = parseOptions(process.argv.slice(2));

if (!parsed.ok) {
  console.error(`${parsed.message}\n\nnpm run demo -- --help shows what there is.`);
  process.exit(2);
} else if (parsed.value === 'help') {
  console.log(HELP);
} else {
  const options = parsed.value;
  const show =
    options.ownCamera === undefined ? showSimulatedVenue : showOwnCamera(options.ownCamera);
  process.exit(await run(show, options));
}
