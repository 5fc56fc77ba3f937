/** All profiles of this folder, as their YAML says: see read-profiles.mjs. */
export const readProfiles: () => readonly { readonly file: string; readonly profile: unknown }[];
