import { fail, ok, type Result } from '@throng/contract';
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { Calibration } from '../settings/calibration-settings.js';

/** In the order in which a new calibration is written. */
const KEYS = [
  'imageSize',
  'pairs',
  'lengths',
  'standing',
  'cameraHeight',
  'fieldOfView',
  'cameraPosition',
  'distortion',
  'headHeight',
  'calibratedAt',
  'calibratedBy',
] as const satisfies readonly (keyof Calibration)[];

type Written = Result<string, 'no-camera' | 'unreadable'>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const plain = (node: unknown): unknown =>
  isMap(node) || isSeq(node) ? node.toJSON() : isScalar(node) ? node.value : node;

/** A list with each entry on a line of its own, entries and their comments kept where they are the same. */
const listNode = (doc: Document, entries: readonly unknown[], former: unknown): YAMLSeq => {
  const list = new YAMLSeq(doc.schema);
  const kept = isSeq(former) ? former.items : [];
  list.items = entries.map(
    (entry) => kept.find((old) => same(plain(old), entry)) ?? doc.createNode(entry, { flow: true }),
  );
  if (isSeq(former)) {
    list.commentBefore = former.commentBefore ?? null;
    list.comment = former.comment ?? null;
  }
  return list;
};

const setKey = (doc: Document, map: YAMLMap, key: (typeof KEYS)[number], value: unknown): void => {
  const former = map.get(key, true);
  if (value === undefined) {
    map.delete(key);
    return;
  }
  if (same(plain(former), value)) return;
  const isList = key === 'pairs' || key === 'lengths' || key === 'standing';
  if (isList && Array.isArray(value)) {
    map.set(key, listNode(doc, value, former));
    return;
  }
  const node = doc.createNode(value, { flow: true });
  if (isScalar(former) || isSeq(former)) node.comment = former.comment ?? null;
  map.set(key, node);
};

const cameraNode = (doc: Document, camera: string): YAMLMap | undefined => {
  const cameras = doc.get('cameras', true);
  if (!isSeq(cameras)) return undefined;
  return cameras.items.filter(isMap).find((item) => item.get('id') === camera);
};

/** The column of an offset: how far the block that begins there is indented. */
const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** The text of one `calibration:` block, indented to stand at `column`. */
const blockText = (node: unknown, column: number): string => {
  const doc = new Document({});
  if (isMap(doc.contents)) doc.contents.flow = false;
  doc.set('calibration', node);
  const text = doc
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replace(/\[ ([-\d., ]+) \]/g, '[$1]'); // braces are padded here, coordinates are not
  return text.replaceAll('\n', `\n${' '.repeat(column)}`).replace(/[ \t]+$/gm, '');
};

/**
 * Where a pair's block begins and ends, without the line end after it: up to the next line that
 * stands no deeper than its key. A comment that stands deeper belongs to the block.
 */
const extentOf = (pair: Pair, text: string): readonly [number, number] | undefined => {
  const { key, value } = pair;
  const start = isScalar(key) ? key.range?.[0] : undefined;
  const last = isMap(value) ? value.range?.[1] : undefined;
  if (start === undefined || last === undefined) return undefined;
  const column = columnOf(text, start);
  let end = start + text.slice(start, last).trimEnd().length;
  for (;;) {
    const lineEnd = text.indexOf('\n', end);
    const rest = /^(?:[ \t\r]*\n)*([ ]+)#[^\n]*/.exec(lineEnd < 0 ? '' : text.slice(lineEnd + 1));
    if (rest === null || (rest[1] ?? '').length <= column) {
      return [
        start,
        lineEnd < 0 ? text.length : start + text.slice(start, lineEnd).trimEnd().length,
      ];
    }
    end = lineEnd + 1 + rest[0].length;
  }
};

/** The text with the block added as the last key of a camera that had none. */
const appended = (text: string, camera: YAMLMap, calibration: unknown): string => {
  const [start = 0, end = 0] = camera.range ?? [];
  const last = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', last);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const column = columnOf(text, start);
  const block = `\n${' '.repeat(column)}${blockText(calibration, column)}`;
  return `${text.slice(0, at).trimEnd()}${block}${text.slice(at)}`;
};

/**
 * The settings' text with the calibration of one camera exchanged and not a letter more: comments,
 * order, blank lines and quotes stay, inside the calibration too where a value stays the same. Only
 * a file in which the camera is written in braces is laid out anew.
 */
export const withCalibration = (
  text: string,
  camera: string,
  calibration: Calibration,
): Written => {
  const doc = parseDocument(text);
  const [error] = doc.errors;
  if (error !== undefined) return fail('unreadable', `is no YAML: ${error.message.split('\n')[0]}`);
  const node = cameraNode(doc, camera);
  if (node === undefined) {
    return fail('no-camera', `has no camera "${camera}" in its list of cameras`);
  }
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === 'calibration');
  const extent = pair && node.flow !== true ? extentOf(pair, text) : undefined;
  const former = node.get('calibration', true);
  const map = isMap(former) ? former : doc.createNode({});
  if (map !== former) node.set('calibration', map);
  if (isMap(map)) {
    map.flow = false;
    for (const key of KEYS) setKey(doc, map, key, calibration[key]);
  }
  const whole = doc.toString({ lineWidth: 0 });
  const spliced =
    extent === undefined
      ? node.flow === true
        ? whole
        : appended(text, node, map)
      : `${text.slice(0, extent[0])}${blockText(map, columnOf(text, extent[0]))}${text.slice(extent[1])}`;
  // Read again it must be the same document to the last comment; else the library's own layout.
  const read = parseDocument(spliced);
  return ok(read.toString({ lineWidth: 0 }) === whole ? spliced : whole);
};
