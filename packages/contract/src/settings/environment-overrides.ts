import type Type from 'typebox';
import { isTree } from './tree.js';

const toSnake = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** A number or truth value where the text is one, else the text itself. */
const scalar = (text: string): unknown => {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

/**
 * Lays environment variables over a settings tree: `THRONG_` and the path in capitals,
 * so `THRONG_BROKER_URL` sets `broker.url`. Only scalar fields of the schema can be set;
 * the input is left as it was.
 */
export const withEnvironment = (
  schema: Type.TSchema,
  settings: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  prefix = 'THRONG',
): unknown => {
  if (!isTree(schema) || !isTree(schema.properties)) return settings;
  const tree: Record<string, unknown> = isTree(settings) ? { ...settings } : {};
  for (const [key, child] of Object.entries(schema.properties)) {
    const name = `${prefix}_${toSnake(key)}`;
    if (isTree(child) && isTree(child.properties)) {
      const below = withEnvironment(child, tree[key], environment, name);
      if (!isTree(below) || Object.keys(below).length > 0) tree[key] = below;
    } else {
      const text = environment[name];
      const isList = isTree(child) && child.type === 'array';
      if (text !== undefined && !isList) {
        tree[key] = isTree(child) && child.type === 'string' ? text : scalar(text);
      }
    }
  }
  return tree;
};
