/** What the apps need when they run: see runtime-packages.mjs. */
export const runtimePackages: (
  lock: { readonly packages: Readonly<Record<string, object>> },
  apps: readonly string[],
  isThere: (path: string) => boolean,
) => { readonly own: readonly string[]; readonly foreign: readonly string[] };
export const isIn: (project: string) => (path: string) => boolean;
