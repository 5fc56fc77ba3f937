const rules = new Intl.PluralRules('fr');

/** The word that goes with a count: French has its singular for nought too. */
export const plural = (count: number, one: string, more: string): string =>
  rules.select(count) === 'one' ? one : more;
