import { fail, type ModelEntry, type ModelManifest, ok, type Result } from '@throng/contract';

/** The entry with this id; without one, the first of the task. */
export const findEntry = (
  { models }: ModelManifest,
  { id, task }: { readonly id?: string | undefined; readonly task?: ModelEntry['task'] },
): Result<ModelEntry, 'model-unknown'> => {
  const candidates = models.filter((entry) => task === undefined || entry.task === task);
  const entry = candidates.find((candidate) => id === undefined || candidate.id === id);
  if (entry !== undefined) return ok(entry);
  const known = candidates.map((candidate) => candidate.id).join(', ') || 'none';
  const kind = task === undefined ? '' : `${task} `;
  return fail(
    'model-unknown',
    id === undefined
      ? `the manifest lists no ${kind}model; name an .onnx file`
      : `the manifest lists no ${kind}model "${id}"; it lists: ${known}. Name one of them, or an .onnx file`,
  );
};
