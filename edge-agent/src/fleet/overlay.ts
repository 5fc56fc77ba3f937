import { type CameraWish, type FleetSettings, isTree, type Tree } from '@throng/contract';

/** The camera of a settings file with what is pushed of it: calibration and masks each as a whole. */
const cameraWith = (camera: Tree, wish: CameraWish): Tree => {
  const { calibration, framesPerSecond, masks } = wish;
  return {
    ...camera,
    ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
    ...(masks === undefined ? {} : { masks }),
    ...(calibration === undefined ? {} : { calibration }),
  };
};

/**
 * Lays what is pushed over the content of the box's own file, before its defaults are filled in and
 * anything is checked (FL5). A camera that the file does not have is left out: there is no stream for
 * it. Local alarms are timed only where the file has one.
 */
export const withPushed = (file: unknown, pushed: FleetSettings): unknown => {
  if (!isTree(file)) return file;
  const wishes = new Map((pushed.cameras ?? []).map((wish) => [wish.id, wish]));
  const wishOf = (camera: unknown): CameraWish | undefined =>
    isTree(camera) && typeof camera.id === 'string' ? wishes.get(camera.id) : undefined;
  const cameras = Array.isArray(file.cameras)
    ? file.cameras
        .filter((camera) => wishOf(camera)?.enabled !== false)
        .map((camera: unknown) => {
          const wish = wishOf(camera);
          return wish === undefined || !isTree(camera) ? camera : cameraWith(camera, wish);
        })
    : file.cameras;
  const localAlarm = isTree(file.localAlarm)
    ? { ...file.localAlarm, ...pushed.localAlarm }
    : file.localAlarm;
  return { ...file, cameras, ...(localAlarm === undefined ? {} : { localAlarm }) };
};

/** The ids of the cameras in the content of a settings file. */
export const cameraIds = (file: unknown): string[] =>
  isTree(file) && Array.isArray(file.cameras)
    ? file.cameras.flatMap((camera: unknown) =>
        isTree(camera) && typeof camera.id === 'string' ? [camera.id] : [],
      )
    : [];
