import type { CameraDefinition } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { texts } from '../texts/index.js';

/** The cameras that a zone's or passage's numbers rest on, with their health. */
export const CameraList = ({
  cameras,
  none,
  picture,
}: {
  readonly cameras: readonly { readonly camera: CameraDefinition; readonly aside: string }[];
  /** Said where there are none. */
  readonly none: string;
  readonly picture: Picture;
}) => {
  if (cameras.length === 0) return <p className="note">{none}</p>;
  return (
    <ul className="device-list">
      {cameras.map(({ aside, camera }) => {
        const known = picture.cameras.get(camera.id);
        const state = known?.state ?? 'never-seen';
        const fault = known?.fault ?? null;
        return (
          <li key={camera.id} className={state === 'live' ? 'device well' : 'device ill'}>
            <span className="device-state">{texts.devices.camera[state]}</span>
            <span className="device-name">{camera.name}</span>
            <span className="device-aside">{aside}</span>
            {fault === null ? null : (
              <span className="device-facts">{texts.devices.fault[fault]}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
