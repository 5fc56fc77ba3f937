/** Where one entry of a list or an object stands in a text of JSON; half-open ranges of characters. */
export interface Place {
  /** The entry with its key, and the comma that would be one too many without it. */
  readonly cut: readonly [from: number, to: number];
  /** Its value alone. */
  readonly value: readonly [from: number, to: number];
  /** It has a key: another field can stand before it. */
  readonly isField: boolean;
  /** Where it begins, its key included. */
  readonly at: number;
}

export interface PlacedText {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A value as `JSON.stringify` writes it, and the places of all its entries, those within entries included. */
export const placedText = (value: unknown): PlacedText => {
  const places: Place[] = [];
  const write = (each: unknown, from: number): string => {
    if (typeof each !== 'object' || each === null) return JSON.stringify(each) ?? 'null';
    const isList = Array.isArray(each);
    const entries = Object.entries(each).filter(([, held]) => held !== undefined);
    let text = isList ? '[' : '{';
    entries.forEach(([key, held], index) => {
      const at = from + text.length;
      const label = isList ? '' : `${JSON.stringify(key)}:`;
      const inner = write(held, at + label.length);
      const end = at + label.length + inner.length;
      const [isFirst, isLast] = [index === 0, index === entries.length - 1];
      const cut = [isFirst ? at : at - 1, isFirst && !isLast ? end + 1 : end] as const;
      places.push({ at, cut, value: [at + label.length, end], isField: !isList });
      text += `${label}${inner}${isLast ? '' : ','}`;
    });
    return text + (isList ? ']' : '}');
  };
  return { text: write(value, 0), places };
};
