/** In which language somebody is told; null until it is chosen: then that of the server. */
export const accountLanguage = `
ALTER TABLE account ADD COLUMN language TEXT;
`;
