import { readRegistry } from '@throng/inference/adapters';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson, printTable } from './output.js';

export interface ListOptions {
  readonly manifest: string;
  readonly json: boolean;
}

/** `throng-models list` */
export const list = async ({ manifest, json }: ListOptions): Promise<ExitCode> => {
  const registry = await readRegistry(manifest);
  if (!registry.ok) {
    complain(registry.message);
    return EXIT.failed;
  }
  const { models } = registry.value.manifest;
  if (json) {
    printJson({ manifest, models });
    return EXIT.ok;
  }
  printTable([
    ['id', 'task', 'parameters', 'kB', 'precision', 'file', 'licence'],
    ...models.map((model) => [
      model.id,
      model.task,
      model.parameters?.toLocaleString('en') ?? '?',
      `${Math.round(model.bytes / 1_000)}`,
      model.precision ?? '?',
      model.file,
      model.licence,
    ]),
  ]);
  for (const { id, card } of models) if (card !== undefined) print(`${id}: see ${card}`);
  return EXIT.ok;
};
