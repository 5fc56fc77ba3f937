import type { Picture } from '../state/picture.js';
import type { ZoneCamera } from '../state/zone-cameras.js';
import { texts } from '../texts/index.js';

/** The cameras that a zone's numbers rest on. */
export const ZoneCameraList = ({
  cameras,
  picture,
}: {
  readonly cameras: readonly ZoneCamera[];
  readonly picture: Picture;
}) => {
  if (cameras.length === 0) return <p className="note">{texts.zone.noCameras}</p>;
  return (
    <ul className="device-list">
      {cameras.map(({ camera, share }) => {
        const known = picture.cameras.get(camera.id);
        const state = known?.state ?? 'never-seen';
        const fault = known?.fault ?? null;
        return (
          <li key={camera.id} className={state === 'live' ? 'device well' : 'device ill'}>
            <span className="device-state">{texts.devices.camera[state]}</span>
            <span className="device-name">{camera.name}</span>
            <span className="device-aside">{texts.zone.share(share)}</span>
            {fault === null ? null : (
              <span className="device-facts">{texts.devices.fault[fault]}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
};
