import pc from 'picocolors';
import { examine } from '../main/examine.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { print, printJson } from './output.js';

/** `throng-edge doctor`: what is there, what is broken, and what mends it. */
export const doctor = async (config: string | undefined, json: boolean): Promise<ExitCode> => {
  const findings = await examine(config);
  const sound = findings.every(({ ok }) => ok);
  if (json) {
    printJson({ ok: sound, findings });
    return sound ? EXIT.ok : EXIT.failed;
  }
  const widest = Math.max(...findings.map(({ subject }) => subject.length));
  for (const { detail, ok, remedy, subject } of findings) {
    const mark = ok ? pc.green('✓') : pc.red('✗');
    print(`${mark} ${subject.padEnd(widest)}  ${detail}`);
    if (remedy !== undefined) print(`  ${' '.repeat(widest)}  ${pc.yellow('→')} ${remedy}`);
  }
  return sound ? EXIT.ok : EXIT.failed;
};
