import {
  fail,
  faultLines,
  type ModelEntry,
  ModelManifest,
  ok,
  type Result,
  shapeOf,
} from '@throng/contract';

const manifestShape = shapeOf(ModelManifest);

/** A file outside the manifest's folder could be any file of the machine that `pull` would replace. */
const leavesTheFolder = ({ file }: ModelEntry): boolean =>
  /^([/\\]|[a-z]:)/i.test(file) || file.split(/[/\\]/).includes('..');

/** Reads a manifest's text; all faults at once, a line each, and no id twice. */
export const parseManifest = (text: string): Result<ModelManifest, 'manifest-invalid'> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('manifest-invalid', `it is not JSON: ${why}`);
  }
  const checked = manifestShape(value);
  if (!checked.ok) return fail('manifest-invalid', faultLines(checked.faults, value).join('\n'));
  const outside = checked.value.models.find(leavesTheFolder);
  if (outside !== undefined) {
    return fail(
      'manifest-invalid',
      `models: the file "${outside.file}" of "${outside.id}" lies outside the manifest's folder; name one inside`,
    );
  }
  const ids = checked.value.models.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.length === 0
    ? ok(checked.value)
    : fail(
        'manifest-invalid',
        `models: the id ${twice.join(', ')} is used twice; give each its own`,
      );
};
