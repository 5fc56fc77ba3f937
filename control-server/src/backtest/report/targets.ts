/** What the forecast is to reach, on venues and seeds it has not seen. */
export const TARGETS = {
  /** 1 − its mean error / that of "as counted now", by horizon in seconds. */
  skill: new Map([
    [60, 0.15],
    [120, 0.25],
    [300, 0.35],
    [600, 0.35],
    [900, 0.32],
  ]),
  coverage80: { least: 0.76, most: 0.84 },
  /** How far what came true may lie from the likelihood that was said. */
  reliability: 0.07,
  pod: 0.95,
  falseAlarmRatio: 0.2,
  medianLeadSeconds: 150,
  falseAlertsPerZoneHour: 0.012,
} as const;
