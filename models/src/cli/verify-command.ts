import { fileOf, readRegistry } from '@throng/inference/adapters';
import pc from 'picocolors';
import { type Verdict, verifyEntry } from '../main/verify-entry.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson } from './output.js';
import { withProgress } from './with-progress.js';

export interface VerifyOptions {
  readonly manifest: string;
  readonly json: boolean;
}

const show = ({ id, file, passed, faults }: Verdict): void => {
  const mark = faults.length === 0 ? pc.green('✓') : pc.red('✗');
  print(`${mark} ${id} (${file}): ${passed.join(', ') || 'nothing passed'}`);
  for (const fault of faults) print(`    ${fault}`);
};

/** `throng-models verify` */
export const verify = async ({ manifest, json }: VerifyOptions): Promise<ExitCode> => {
  const registry = await readRegistry(manifest);
  if (!registry.ok) {
    complain(registry.message);
    return EXIT.failed;
  }
  const { models } = registry.value.manifest;
  const verdicts = await withProgress('verifying', models.length, 'models', async (tick) => {
    const reached: Verdict[] = [];
    for (const entry of models) {
      reached.push(await verifyEntry(entry, fileOf(registry.value, entry)));
      tick();
    }
    return reached;
  });
  const well = verdicts.every(({ faults }) => faults.length === 0);
  if (json) printJson({ ok: well, models: verdicts });
  else for (const verdict of verdicts) show(verdict);
  return well ? EXIT.ok : EXIT.failed;
};
