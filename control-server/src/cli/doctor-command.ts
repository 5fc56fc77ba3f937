import { Command } from 'commander';
import pc from 'picocolors';
import type { Finding } from '../adapters/doctor/finding.js';
import { examine } from '../main/doctor.js';
import { EXIT } from './exit-codes.js';

const mark = ({ ok }: Finding): string => (ok ? pc.green('✓') : pc.red('✗'));

const table = (findings: readonly Finding[]): string => {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings
    .map((finding) => {
      const line = `${mark(finding)} ${finding.name.padEnd(width)}  ${finding.found}`;
      return finding.remedy === undefined
        ? line
        : `${line}\n  ${' '.repeat(width)}  → ${finding.remedy}`;
    })
    .join('\n');
};

/** `throng-server doctor [--config FILE] [--json]` */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('tell what is missing on this machine, and how to mend it')
    .option('-c, --config <file>', 'the venue file')
    .option('--json', 'for programs')
    .addHelpText('after', '\nExample:\n  throng-server doctor --config venue.yml')
    .action(async ({ config, json }: { config?: string; json?: boolean }) => {
      const findings = await examine(config, process.env);
      const ok = findings.every((finding) => finding.ok);
      console.log(json === true ? JSON.stringify({ ok, findings }, null, 2) : table(findings));
      if (!ok) process.exitCode = EXIT.broken;
    });
