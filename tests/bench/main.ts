import { Command } from 'commander';
import { dashboardBench } from './dashboard/dashboard-bench.js';
import { edgeBench } from './edge/edge-bench.js';
import { forecastBench } from './forecast/forecast-bench.js';
import { replayBench } from './replay/replay-bench.js';
import { serverBench } from './server/server-bench.js';
import { type Bench, runBench } from './shared/bench.js';
import { spoolBench } from './spool/spool-bench.js';

/** Every bench, by the word that starts it. */
const BENCHES: readonly Bench[] = [
  dashboardBench,
  edgeBench,
  forecastBench,
  replayBench,
  serverBench,
  spoolBench,
];

const program = new Command('bench')
  .description('measures how fast Throng is, on this machine, against what else could be used')
  .usage('NAME [options]');

for (const bench of BENCHES) {
  const command = program
    .command(bench.name)
    .description(bench.description)
    .option('--json', 'for programs', false);
  bench.addOptions(command);
  command.action(async (options: { json: boolean }) => {
    process.exitCode = await runBench(bench, options);
  });
}
await program.parseAsync();
