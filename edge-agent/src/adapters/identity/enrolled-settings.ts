import { resolve } from 'node:path';
import { isTree, type Result } from '@throng/contract';
import type { Identity } from '../../enrolment/identity.js';
import { enrolmentRemedy } from '../../enrolment/remedies.js';
import { identityPaths, readIdentity } from './identity-folder.js';

/** What of a settings file's content comes from enrolment. */
export interface EnrolledContent {
  /** The file's content with the broker filled in. */
  readonly content: unknown;
  readonly identity?: Identity;
  /** Why the broker of an enrolled box is not known. */
  readonly fault?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Fills the place of a broker that cannot be known, so that all other faults can be told with it. */
const UNKNOWN = { url: 'mqtts://not-enrolled' };

/** The state folder that a settings file, or the environment over it, names. */
export const stateFolder = (content: unknown, environment: Environment, folder: string): string => {
  const given = environment.THRONG_EDGE_STATE ?? environment.THRONG_STATE;
  const named = isTree(content) ? content.state : undefined;
  return resolve(folder, given ?? (typeof named === 'string' ? named : 'throng-state'));
};

/** `broker: enrolled`, or no broker where the box is enrolled: address and files are those of its identity. */
export const withIdentity = async (
  content: unknown,
  environment: Environment,
  folder: string,
): Promise<EnrolledContent> => {
  if (!isTree(content)) return { content };
  const { broker } = content;
  const isAsked = broker === 'enrolled';
  const isGiven =
    environment.THRONG_EDGE_BROKER_URL !== undefined || environment.THRONG_BROKER_URL !== undefined;
  if (!isAsked && (isGiven || (broker !== undefined && broker !== null))) return { content };
  const state = stateFolder(content, environment, folder);
  const read: Result<Identity> = await readIdentity(state);
  if (!read.ok) {
    if (!isAsked && read.code === 'not-enrolled') return { content };
    const fault = `broker: ${read.message}; ${enrolmentRemedy(read.code)}`;
    return { content: { ...content, broker: UNKNOWN }, fault };
  }
  const { ca, cert, key } = identityPaths(state);
  const filled = { url: read.value.broker, caFile: ca, certFile: cert, keyFile: key };
  return { content: { ...content, broker: filled }, identity: read.value };
};

/** Where an identity and the settings do not speak of the same box. */
export const identityFaults = (
  identity: Identity | undefined,
  { edge, venue }: { readonly edge: string; readonly venue: string },
): { path: string; message: string }[] => {
  if (identity === undefined) return [];
  const differs = (path: string, enrolled: string, set: string) =>
    enrolled === set
      ? []
      : [
          {
            path,
            message: `is "${set}", and this box is enrolled as "${enrolled}"; change it, or enrol the box anew`,
          },
        ];
  return [...differs('/edge', identity.edge, edge), ...differs('/venue', identity.venue, venue)];
};
