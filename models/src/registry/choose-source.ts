import { fail, type ModelEntry, ok, type Result } from '@throng/contract';

/** Where a model's file can be had. */
export type Source =
  | { readonly kind: 'web'; readonly url: string }
  /** Places to look, best first. */
  | { readonly kind: 'folder'; readonly folder: string; readonly files: readonly string[] };

/** The mirror folder where one is given, else the entry's address. */
export const chooseSource = (
  { id, file, url }: ModelEntry,
  mirror: string | undefined,
): Result<Source, 'no-source'> => {
  if (mirror !== undefined) {
    const name = file.split('/').at(-1) ?? file;
    return ok({ kind: 'folder', folder: mirror, files: [...new Set([file, name])] });
  }
  if (url !== undefined) return ok({ kind: 'web', url });
  return fail(
    'no-source',
    `"${id}" comes with Throng and has no url; restore ${file} from the release, or give a folder that holds it with --mirror`,
  );
};
