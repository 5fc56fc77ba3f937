/** Called once for each piece of work that is done, so that somebody can be shown the progress. */
export type Tick = () => void;
