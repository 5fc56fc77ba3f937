import { dirname, resolve } from 'node:path';
import pc from 'picocolors';
import { fieldOf, readYaml } from '../adapters/files/read-settings.js';
import { stateFolder } from '../adapters/identity/enrolled-settings.js';
import { systemClock } from '../adapters/system-clock.js';
import { enrolmentRemedy } from '../enrolment/remedies.js';
import { enrolBox } from '../main/enrol-box.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson } from './output.js';

export interface EnrollOptions {
  readonly code: string;
  readonly config?: string;
  readonly state?: string;
  readonly again: boolean;
  readonly json: boolean;
}

/** Which box the settings speak of, as far as they can be read: they may be faulty until it is enrolled. */
const setUp = async (config: string | undefined) => {
  if (config === undefined) return { edge: undefined, state: stateFolder({}, process.env, '.') };
  const file = await readYaml(config);
  if (!file.ok) return file;
  const named = process.env.THRONG_EDGE_EDGE ?? fieldOf(file.value, 'edge');
  const edge = typeof named === 'string' ? named : undefined;
  return { edge, state: stateFolder(file.value, process.env, dirname(resolve(config))) };
};

/** `throng-edge enroll SERVER --code CODE`: a one-time code becomes this box's certificate. */
export const enroll = async (
  server: URL,
  { again, code, config, json, state }: EnrollOptions,
): Promise<ExitCode> => {
  const box = await setUp(config);
  if ('ok' in box) {
    complain(`${config} cannot be used:`, [box.message]);
    return EXIT.failed;
  }
  const folder = state === undefined ? box.state : resolve(state);
  const enrolled = await enrolBox(
    { server, code, state: folder, edge: box.edge, again },
    systemClock,
  );
  if (!enrolled.ok) {
    const remedy = enrolmentRemedy(enrolled.code);
    const { code: fault, message } = enrolled;
    if (json) printJson({ enrolled: false, code: fault, message, remedy });
    else complain('this box is not enrolled:', [message, `${pc.yellow('→')} ${remedy}`]);
    return EXIT.failed;
  }
  const { broker, edge, endsAt, venue } = enrolled.value;
  const until = new Date(endsAt).toISOString();
  if (json) printJson({ enrolled: true, venue, edge, broker, until, folder });
  else {
    print(
      `${pc.green('✓')} this box is edge "${edge}" of ${venue}, until ${until}; it renews that by itself`,
    );
    print(`  broker  ${broker}`);
    print(`  kept in ${folder}/identity`);
    print('  In its settings: broker: enrolled');
  }
  return EXIT.ok;
};
