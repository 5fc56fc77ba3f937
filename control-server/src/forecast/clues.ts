/**
 * What each way of looking at it says of the change of a zone's density until an outlook, persons/m²,
 * in this order. For a peak a way that only falls says 0: the zone is as full as it will be.
 */
export const CLUES = [
  'count', // the newest count against the estimate
  'graph', // people flow on at their steady rates, arrivals by their rhythm
  'quick-graph', // … at the rates of the last half minute
  'quick-net', // the net flow of the last half minute, fading
  'slow-net', // the net flow of the last two minutes, fading
  'mean-3', // back to the mean of 3 minutes
  'mean-10', // … of 10
  'mean-30', // … of 30
  'rhythm', // as many as at the same place of the zone's own rhythm
  'profile-change', // as much more or less as on former evenings
  'profile-level', // as many as on former evenings
  'profile-ratio', // as many times more or fewer as on former evenings
] as const;

export const CLUE_COUNT = CLUES.length;

/** The first so many are all there is to go by without former evenings. */
export const PLAIN_CLUES = CLUES.indexOf('profile-change');
