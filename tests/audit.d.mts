/** What an audit's answer means: the words to say, and whether something must be mended. */
export declare const verdictOf: (text: string) => {
  readonly ok: boolean;
  readonly words: readonly string[];
};
