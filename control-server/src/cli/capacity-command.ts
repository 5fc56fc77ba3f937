import type { CapacityRule, SafeCapacity, VenueCapacity } from '@throng/contract';
import { Command } from 'commander';
import colours from 'picocolors';
import { safeCapacity } from '../safe-capacity/safe-capacity.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { EXIT } from './exit-codes.js';
import { readConfig } from './read-config.js';

const RULES: Readonly<Record<CapacityRule, string>> = {
  'standing-density': 'ground at 47 per 10 m²',
  'level-of-service-d': 'ground at level of service D',
  'large-floor': 'ground at 0.65 m² each (above 930 m²)',
  'entry-points': 'gates at 660 an hour and entry point',
  'exit-time': 'ways out in time',
};

/** Passages that are named in a row; more would not be read. */
const NAMED = 4;

/** `throng-server capacity --config FILE [--json]` */
export const capacityCommand = (): Command =>
  new Command('capacity')
    .description('tell for how many there is room in each zone, and which rule says so')
    .requiredOption('-c, --config <file>', 'the venue file')
    .option('--json', 'for programs', false)
    .addHelpText('after', '\nExample:\n  throng-server capacity --config venue.yml')
    .action(async ({ config, json }: { config: string; json: boolean }) => {
      const file = await readConfig(config);
      if (file === undefined) {
        process.exitCode = EXIT.broken;
        return;
      }
      const capacity = safeCapacity(planVenue(file.venue), file.server.safeCapacity);
      if (json) console.log(JSON.stringify(capacity, null, 2));
      else for (const line of table(capacity)) console.log(line);
    });

const table = ({ egressMinutes, venue, zones }: SafeCapacity): string[] => {
  const rows = [...zones.map((each) => [each.zone, each] as const), ['venue', venue] as const];
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return [
    colours.dim(`  ${'zone'.padEnd(width)}${'persons'.padStart(8)}  set by`),
    ...rows.map(
      ([name, capacity]) =>
        `  ${name.padEnd(width)}${String(capacity.persons).padStart(8)}  ${because(capacity)}`,
    ),
    '',
    `Ways out within ${egressMinutes} minutes. A starting point: your safety officer approves every figure.`,
  ];
};

/** "ways out in time (door-1); ground at level of service D: 430": what binds, then the others. */
const because = ({ limits: [binding, ...others] }: VenueCapacity): string => {
  if (binding === undefined) return '';
  const named = binding.passages ?? [];
  const passages =
    named.length === 0
      ? ''
      : ` (${named.slice(0, NAMED).join(', ')}${named.length > NAMED ? ' …' : ''})`;
  const bound = binding.persons === 0 ? ': none is drawn' : passages;
  return [
    `${RULES[binding.rule]}${bound}`,
    ...others.map(({ persons, rule }) => colours.dim(`${RULES[rule]}: ${persons}`)),
  ].join('; ');
};
