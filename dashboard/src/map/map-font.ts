/** The font of names on the map. */
export const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
