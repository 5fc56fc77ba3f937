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
const namedFiles = (settings: unknown, at = ''): NamedFile[] => {
  if (!isTree(settings)) return [];
  return Object.entries(settings).flatMap(([key, value]) => {
    const setting = at === '' ? key : `${at}.${key}`;
    return typeof value === 'string' && key.endsWith('File')
      ? [{ setting, path: value }]
      : namedFiles(value, setting);
  });
};

/** Keys that the server makes for itself, beside its store: `<store>.<name>`. */
const STORE_KEYS = ['push-key', 'fleet-key.pem'] as const;
/** What an authority's folder holds: without its key no box can be enrolled, nor renewed. */
const AUTHORITY_FILES = ['ca.pem', 'ca.key'] as const;

/** Every secret of a server: files that its settings name, and those that it has made for itself. */
export const houseSecrets = (settings: unknown, storeFile: string): NamedFile[] => {
  const enrolment = isTree(settings) && isTree(settings.enrolment) ? settings.enrolment : {};
  const { authority } = enrolment;
  return [
    ...namedFiles(settings),
    ...STORE_KEYS.map((setting) => ({ setting, path: `${storeFile}.${setting}` })),
    ...(typeof authority === 'string' ? AUTHORITY_FILES : []).map((name) => ({
      setting: `enrolment.authority/${name}`,
      path: `${String(authority)}/${name}`,
    })),
  ];
};
