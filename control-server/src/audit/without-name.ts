/** Fields of an alert, or of a show-stop, that name people. */
const PEOPLE: ReadonlySet<string> = new Set(['by', 'assignee', 'asker']);

/** A body with a pseudonym wherever it names somebody. What people wrote in comments stays as it is. */
export const withoutName = (value: unknown, name: string, pseudonym: string): unknown => {
  if (Array.isArray(value)) return value.map((each) => withoutName(each, name, pseudonym));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      PEOPLE.has(key) && inner === name ? pseudonym : withoutName(inner, name, pseudonym),
    ]),
  );
};
