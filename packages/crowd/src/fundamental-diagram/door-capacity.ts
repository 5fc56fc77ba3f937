/**
 * Specific flow to plan a door or level passage with, persons per second and metre of
 * effective width; learn each door's own figure from its counts.
 *
 * `usual` is the Green Guide's 82 persons/(min·m) on the level, `cautious` the rounded maximum of
 * the SFPE handbook. Motivated young adults reach 1.9–2.4 in laboratories, and a jam lowers a
 * door's capacity by 10–20 %: neither is a planning value.
 * Sources: Guide to Safety at Sports Grounds, 6th ed., 2018 (82/60 = 1.37); SFPE Handbook of Fire
 * Protection Engineering, hydraulic model (1.316, see `sfpeSpecificFlow`).
 */
export const doorSpecificFlow = { cautious: 1.3, usual: 1.37 } as const;

/**
 * Persons per second that a door of `effectiveWidth` metres lets pass: J·w.
 *
 * Effective width is the clear width less the margin that people keep from the jambs.
 */
export const doorCapacity = (
  effectiveWidth: number,
  specificFlow: number = doorSpecificFlow.usual,
): number => specificFlow * effectiveWidth;
