/** The shape of a catalogue without its words: the same keys and arguments, in any language. */
export type Catalogue<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Said
    ? (...given: Given) => Catalogue<Said>
    : { readonly [Key in keyof Words]: Catalogue<Words[Key]> };
