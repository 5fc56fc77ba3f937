// Known faults in what is installed with the product: a high or critical one fails. A registry that gives
// no such answer is told, and fails nothing: `npm run audit` where one does.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What fails, the gravest last; as npm names them. */
const FAILING = ['high', 'critical'];

/** What an audit's answer means: the words to say, and whether something must be mended. */
export const verdictOf = (text) => {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return { ok: true, words: ['Not audited: npm gave no report.'] };
  }
  const counts = report.metadata?.vulnerabilities;
  if (counts === undefined) {
    const why = report.message ?? report.error?.summary ?? 'no reason given';
    return { ok: true, words: [`Not audited: the registry gives no audit answer (${why}).`] };
  }
  const found = Object.values(report.vulnerabilities ?? {});
  const grave = found.filter(({ severity }) => FAILING.includes(severity));
  const total = `Audited: ${counts.total ?? found.length} known faults, ${grave.length} of them high or critical.`;
  const named = grave.map(({ fixAvailable, name, range, severity }) => {
    const remedy = fixAvailable ? 'npm audit fix' : 'no fix yet: take another package, or pin';
    return `  ${severity}: ${name} ${range} (${remedy})`;
  });
  return { ok: grave.length === 0, words: [total, ...named] };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
  const { ok, words } = verdictOf(stdout);
  for (const line of words) console.log(line);
  if (!ok) process.exitCode = 1;
}
