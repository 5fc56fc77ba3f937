import { readFileSync, writeFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { MESSAGES, mqttTopics } from '@throng/contract';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWindow } from '../../../support/sample-messages.js';
import { House } from '../support/house.js';

/** `THRONG_API_DOCS=write` writes the documents anew, in place of comparing them. */
const ARE_WRITTEN = process.env.THRONG_API_DOCS === 'write';
const FOLDER = 'docs/api';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** The document as the server tells it; the cookie is named for each venue. */
const told = async (name: string): Promise<unknown> => {
  const { text } = await house.get(`/api/v1/${name}`);
  return JSON.parse(text.replaceAll('"throng-hall"', '"throng-VENUE"'));
};

describe('[I] the descriptions of the API', () => {
  it.each(['openapi.json', 'asyncapi.json'])(
    'docs/api/%s is what the server tells',
    async (name) => {
      const text = `${JSON.stringify(await told(name), null, 2)}\n`;
      if (ARE_WRITTEN) writeFileSync(`${FOLDER}/${name}`, text);
      const isSame = readFileSync(`${FOLDER}/${name}`, 'utf8') === text;
      expect(isSame, 'written by an older server: npm run api-docs writes it anew').toBe(true);
    },
  );

  it('the OpenAPI document is valid', async () => {
    const document = Object(await told('openapi.json'));
    const { errors, valid } = await new Validator().validate(document);
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('the AsyncAPI document is valid, and its schemas take what the decoder takes', async () => {
    const document = Object(await told('asyncapi.json'));
    // The published schema brings the meta schema of JSON Schema along.
    const whole = new Ajv({ strict: false, validateFormats: false, meta: false });
    const isValid = whole.compile(Object(specs.schemas['3.0.0']));
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    const isWindow = new Ajv({ strict: false }).compile(
      document.components.messages.window.payload,
    );
    expect(isWindow(sampleWindow())).toBe(true);
    expect(isWindow({ ...sampleWindow(), name: 'Kim' })).toBe(false);
  });

  it('every channel of the contract is described, with how it travels', async () => {
    const { channels, operations } = Object(await told('asyncapi.json'));
    expect(Object.keys(channels).sort()).toEqual([...Object.keys(mqttTopics()), 'live'].sort());
    expect(Object.keys(channels)).toEqual(expect.arrayContaining(Object.keys(MESSAGES)));
    expect(channels.window.address).toBe('throng/v1/{venue}/{edge}/data/{camera}/window');
    expect(operations['receive-window'].bindings.mqtt).toMatchObject({ qos: 1, retain: false });
    expect(operations['send-desired'].bindings.mqtt).toMatchObject({ qos: 1, retain: true });
  });
});
