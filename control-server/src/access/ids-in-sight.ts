/** Ids that somebody may see. */
export interface IdsInSight {
  readonly zones: ReadonlySet<string>;
  readonly cameras: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly passages: ReadonlySet<string>;
}
