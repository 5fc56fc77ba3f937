/**
 * How an expected figure of a profile follows from others. Each rule says what it takes and gives.
 * A rule is a reckoning, not a promise: where a box was measured, the measured figure stands.
 */
export const RULES = {
  /** Cameras that cores can look at: cores · cameras per core · what is left of a core beside others. */
  camerasOnCpu: ({ cameras_per_core, cores, scaling }) =>
    Math.floor(cores * cameras_per_core * scaling),

  /**
   * Cameras that a GPU can look at: the lesser of what its arithmetic allows, as a multiple of a
   * measured core's, and of what the cores beside it can decode, cut and count; at most what one
   * agent may have.
   */
  camerasOnGpu: ({
    cores,
    core_frames,
    core_gigaflops,
    frames_per_second,
    most,
    own_ms,
    share,
    teraflops,
  }) => {
    const byGpu = core_frames * ((teraflops * 1_000) / core_gigaflops) * share;
    const byCores = (cores * 1_000) / own_ms;
    return Math.min(most, Math.floor(Math.min(byGpu, byCores) / frames_per_second));
  },

  /** MB: what the first camera takes, and each further one; on a GPU its libraries too. */
  memory: ({ cameras, first, further, libraries = 0 }) =>
    first + further * (cameras - 1) + libraries,

  /** kbit/s towards the broker: windows of a day, spread over it. */
  uplink: ({ cameras, megabytes_per_day }) =>
    Math.ceil((cameras * megabytes_per_day * 8_000) / 86_400),

  /** Mbit/s from the cameras. */
  camerasNetwork: ({ cameras, megabits }) => cameras * megabits,

  /** GB of disk for an outage of so many days. */
  spool: ({ cameras, days, megabytes_per_day }) =>
    Math.ceil((cameras * megabytes_per_day * days) / 100) / 10,

  /** W: the box under load, as its maker states it, and PoE for its cameras. */
  power: ({ box, cameras, per_camera }) => Math.ceil(box + cameras * per_camera),
};
