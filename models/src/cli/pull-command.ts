import { fail, type ModelEntry, ok, type Result } from '@throng/contract';
import { findEntry } from '@throng/inference';
import { digestFile, fileOf, type Registry, readRegistry } from '@throng/inference/adapters';
import pc from 'picocolors';
import { pullFile } from '../adapters/pull-file.js';
import { chooseSource } from '../registry/choose-source.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson } from './output.js';
import { showProgress } from './progress.js';

export interface PullOptions {
  readonly manifest: string;
  readonly mirror?: string;
  readonly json: boolean;
}

type Outcome = Result<'present' | 'pulled'>;

const pullEntry = async (
  registry: Registry,
  entry: ModelEntry,
  mirror: string | undefined,
): Promise<Outcome> => {
  const target = fileOf(registry, entry);
  const { bytes, sha256 } = entry;
  if ((await digestFile(target))?.sha256 === sha256) return ok('present');
  const source = chooseSource(entry, mirror);
  if (!source.ok) return source;
  const bar = showProgress(entry.id, bytes, 'bytes');
  try {
    return await pullFile({
      source: source.value,
      target,
      expected: { bytes, sha256 },
      onProgress: (had) => bar.update(had),
    });
  } catch (error) {
    // a full disk, a folder that may not be written: the system's own words tell it best
    return fail('not-writable', error instanceof Error ? error.message : String(error));
  } finally {
    bar.stop();
  }
};

const chosen = (registry: Registry, id: string | undefined): Result<readonly ModelEntry[]> => {
  if (id === undefined) return ok(registry.manifest.models);
  const entry = findEntry(registry.manifest, { id });
  return entry.ok ? ok([entry.value]) : entry;
};

/** `throng-models pull [id]` */
export const pull = async (
  id: string | undefined,
  { manifest, mirror, json }: PullOptions,
): Promise<ExitCode> => {
  const registry = await readRegistry(manifest);
  const entries = registry.ok ? chosen(registry.value, id) : registry;
  if (!registry.ok || !entries.ok) {
    if (!entries.ok) complain(entries.message);
    return EXIT.failed;
  }
  const outcomes: { id: string; outcome: string; message?: string }[] = [];
  for (const entry of entries.value) {
    const result = await pullEntry(registry.value, entry, mirror);
    if (result.ok) outcomes.push({ id: entry.id, outcome: result.value });
    else outcomes.push({ id: entry.id, outcome: result.code, message: result.message });
    if (json) continue;
    if (result.ok) print(`${pc.green('✓')} ${entry.id}: ${result.value}`);
    else complain(`${entry.id}: ${result.message}`);
  }
  const well = outcomes.every(({ message }) => message === undefined);
  if (json) printJson({ ok: well, models: outcomes });
  return well ? EXIT.ok : EXIT.failed;
};
