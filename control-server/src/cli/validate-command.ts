import { Command } from 'commander';
import { systemClock } from '../adapters/system-time.js';
import { eveningOutlook } from '../main/evening-outlook.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { readConfig } from './read-config.js';

/** `throng-server validate --config FILE` */
export const validateCommand = (): Command =>
  new Command('validate')
    .description('check a venue file and tell every fault in it')
    .requiredOption('-c, --config <file>', 'the venue file')
    .addHelpText('after', '\nExample:\n  throng-server validate --config venue.yml')
    .action(async ({ config }: { config: string }) => {
      const file = await readConfig(config);
      if (file === undefined) {
        process.exitCode = EXIT.broken;
        return;
      }
      const plan = planVenue(file.venue, file.calendar);
      const { zones, passages, cameras } = file.venue;
      console.log(
        `${config}: good. ${zones.length} zones, ${passages.length} passages, ${cameras.length} cameras, ${plan.edges.length} edges.`,
      );
      for (const zone of plan.zones) {
        if (zone.cameras.length === 0) {
          console.log(`  note: no camera sees "${zone.definition.id}"; it stays unknown`);
        }
      }
      try {
        const lines = eveningOutlook(file, systemClock.now());
        for (const line of lines) console.log(`  note: ${line}`);
      } catch (error) {
        console.error(fileFailure(file.storeFile, error));
        process.exitCode = EXIT.broken;
      }
    });
