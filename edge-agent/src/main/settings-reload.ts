import { fail, ok, type Result } from '@throng/contract';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import type { Log } from '../ports/log.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import type { CameraParts, CameraRoster } from './camera-roster.js';
import { alarmTimes, compareSettings } from './compare-settings.js';

/** Makes a camera of its settings; reads nothing from it yet. */
export type OpenOne = (
  camera: CameraSettings,
  loaded: LoadedSettings,
) => Promise<Result<CameraParts>>;

export interface ReloadParts {
  /** What the agent runs with. */
  readonly loaded: LoadedSettings;
  readonly open: OpenOne;
  /** The password of a camera, which its file may hold; undefined where it cannot be read. */
  readonly passwordOf: (
    camera: CameraSettings,
    loaded: LoadedSettings,
  ) => Promise<string | undefined>;
  readonly cameras: Pick<CameraRoster, 'add' | 'remove'>;
  readonly log: Log;
}

/** Why settings could not be taken over; then nothing was changed. */
export type ReloadFault = 'another-box' | 'cannot-open';

type Passwords = ReadonlyMap<string, string | undefined>;

/**
 * Takes over new settings while the agent runs: cameras that were added, removed or changed, and
 * no other. Settings that cannot be taken over as they are change nothing.
 */
export class SettingsReload {
  #running: LoadedSettings;
  #passwords: Promise<Passwords>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ReloadParts) {
    this.#running = parts.loaded;
    this.#passwords = this.#passwordsOf(parts.loaded);
  }

  /** Reloads follow one another, each against what the one before left. */
  take(next: LoadedSettings): Promise<Result<void, ReloadFault>> {
    const taken = this.#last.then(() => this.#take(next));
    this.#last = taken;
    return taken;
  }

  async #take(next: LoadedSettings): Promise<Result<void, ReloadFault>> {
    const { cameras, log, open } = this.parts;
    const { needsRestart, ...compared } = compareSettings(this.#running, next);
    const [known, passwords] = [await this.#passwords, await this.#passwordsOf(next)];
    const isRotated = (id: string) => known.has(id) && known.get(id) !== passwords.get(id);
    const rotated = next.settings.cameras.map(({ id }) => id).filter(isRotated);
    const change = { ...compared, changed: [...new Set([...compared.changed, ...rotated])] };
    const isAnother = needsRestart.includes('edge') || needsRestart.includes('venue.id');
    if (isAnother) {
      const message = 'settings of another edge or venue: restart; nothing was changed';
      log.error({ needsRestart }, message);
      return fail('another-box', message);
    }
    const within: LoadedSettings = {
      ...next,
      settings: {
        ...this.#running.settings,
        cameras: next.settings.cameras,
        ...alarmTimes(this.#running, next),
      },
    };
    const fresh = [...change.added, ...change.changed];
    const opened = await Promise.all(
      within.settings.cameras
        .filter(({ id }) => fresh.includes(id))
        .map((camera) => open(camera, within)),
    );
    const faults = opened.flatMap((camera) => (camera.ok ? [] : [camera.message]));
    if (faults.length > 0) {
      log.error({ faults }, 'settings cannot be taken over; nothing was changed');
      return fail('cannot-open', faults.join('\n'));
    }
    await Promise.all([...change.removed, ...change.changed].map((id) => cameras.remove(id)));
    for (const camera of opened) if (camera.ok) cameras.add(camera.value);
    this.#running = within;
    this.#passwords = Promise.resolve(passwords);
    log.info(change, 'settings taken over');
    if (needsRestart.length > 0) log.warn({ needsRestart }, 'these settings hold after a restart');
    return ok(undefined);
  }

  async #passwordsOf(loaded: LoadedSettings): Promise<Passwords> {
    const { cameras } = loaded.settings;
    const entries = cameras.map(
      async (camera) => [camera.id, await this.parts.passwordOf(camera, loaded)] as const,
    );
    return new Map(await Promise.all(entries));
  }
}
