/**
 * A French sentence: the spaces before `: ; ! ?` and inside « » never break, and are narrow but at
 * the colon and the quotation marks.
 */
export const fr = (parts: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: parts.map(spaced) }, ...values);

const spaced = (text: string): string =>
  text
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0');
