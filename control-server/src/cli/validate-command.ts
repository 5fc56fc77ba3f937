import { Command } from 'commander';
import { loadVenueFile } from '../adapters/settings/load-venue-file.js';
import { systemClock } from '../adapters/system-time.js';
import { eveningOutlook } from '../main/evening-outlook.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { EXIT } from './exit-codes.js';
import { tellFaults } from './fault-list.js';
import { fileFailure } from './file-failure.js';

/** `throng-server validate --config FILE` */
export const validateCommand = (): Command =>
  new Command('validate')
    .description('check a venue file and tell every fault in it')
    .requiredOption('-c, --config <file>', 'the venue file')
    .addHelpText('after', '\nExample:\n  throng-server validate --config venue.yml --json')
    .option('--json', 'for programs')
    .action(async ({ config, json = false }: { config: string; json?: boolean }) => {
      const loaded = await loadVenueFile(config, process.env);
      if (!loaded.ok) {
        const { faults } = loaded;
        if (json) console.log(JSON.stringify({ valid: false, faults }, null, 2));
        else tellFaults(config, faults);
        process.exitCode = EXIT.broken;
        return;
      }
      const file = loaded.value;
      const plan = planVenue(file.venue, file.calendar);
      const { zones, passages, cameras } = file.venue;
      const counts = [
        `${zones.length} zones, ${passages.length} passages`,
        `${cameras.length} cameras, ${plan.edges.length} edges`,
      ];
      const blind = plan.zones.filter((zone) => zone.cameras.length === 0);
      const notes = blind.map(
        ({ definition: { id } }) => `no camera sees "${id}"; it stays unknown`,
      );
      try {
        notes.push(...eveningOutlook(file, systemClock.now()));
      } catch (error) {
        console.error(fileFailure(file.storeFile, error));
        process.exitCode = EXIT.broken;
      }
      if (json) console.log(JSON.stringify({ valid: true, venue: file.venue.id, notes }, null, 2));
      else {
        console.log(`${config}: good. ${counts.join(', ')}.`);
        for (const note of notes) console.log(`  note: ${note}`);
      }
    });
