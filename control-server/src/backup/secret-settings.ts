import { isTree } from '@throng/contract';

/** A setting that names a file, and the path that it names. */
export interface NamedFile {
  readonly setting: string;
  readonly path: string;
}

/**
 * Every file that the server's settings name: certificates, keys, passwords, addresses of channels.
 * By the name of the setting (`…File`), so that one which comes later is not forgotten.
 */
export const namedFiles = (settings: unknown, at = ''): NamedFile[] => {
  if (!isTree(settings)) return [];
  return Object.entries(settings).flatMap(([key, value]) => {
    const setting = at === '' ? key : `${at}.${key}`;
    return typeof value === 'string' && key.endsWith('File')
      ? [{ setting, path: value }]
      : namedFiles(value, setting);
  });
};

/** Keys that the server makes for itself, beside its store: `<store>.<name>`. */
export const STORE_KEYS = ['push-key', 'fleet-key.pem'] as const;
