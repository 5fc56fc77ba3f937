import { IDENTIFIER_PATTERN } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeRules } from '../../../../control-server/src/broker/edge-rules.js';

const { mayBeCalled, mayRead, mayWrite } = edgeRules('hall');
const identifier = fc.stringMatching(new RegExp(IDENTIFIER_PATTERN));
const BOX = 'throng/v1/hall/box-1';

describe('[U] what a box may do', () => {
  it('[EN6] writes below its own topic, but not what is wanted of it', () => {
    for (const topic of ['status', 'health', 'data/south/window', 'fleet/reported']) {
      expect(mayWrite('box-1', `${BOX}/${topic}`), topic).toBe(true);
    }
    const foreign = ['throng/v1/hall/box-10/status', 'throng/v1/arena/box-1/status', BOX, '$SYS/x'];
    for (const topic of [`${BOX}/fleet/desired`, 'throng/v1/hall/server/status', ...foreign]) {
      expect(mayWrite('box-1', topic), topic).toBe(false);
    }
  });

  it('[EN6] reads what is wanted of it and whether the server is there, by no wildcard', () => {
    expect(mayRead('box-1', `${BOX}/fleet/desired`)).toBe(true);
    expect(mayRead('box-1', 'throng/v1/hall/server/status')).toBe(true);
    const foreign = ['#', `${BOX}/#`, `${BOX}/status`, 'throng/v1/+/server/status'];
    for (const filter of [...foreign, 'throng/v1/hall/box-2/fleet/desired', '$share/a/#']) {
      expect(mayRead('box-1', filter), filter).toBe(false);
    }
  });

  it('[EN6] whoever another box is, nothing that is its own is this one’s', () => {
    fc.assert(
      fc.property(identifier, identifier, fc.string({ maxLength: 30 }), (one, other, rest) => {
        fc.pre(one !== other);
        const topic = `throng/v1/hall/${other}/${rest}`;
        expect(mayWrite(one, topic)).toBe(false);
        expect(mayRead(one, `throng/v1/hall/${other}/fleet/desired`)).toBe(false);
        expect(mayBeCalled(one, `throng-edge-hall-${other}`)).toBe(false);
      }),
    );
  });

  it('[EN6] a reader hears everything, and speaks for no box', () => {
    const rules = edgeRules('hall', new Set(['home-assistant']));
    expect(rules.mayRead('home-assistant', 'throng/v1/hall/#')).toBe(true);
    expect(rules.mayRead('box-1', 'throng/v1/hall/#')).toBe(false);
    expect(rules.mayWrite('home-assistant', 'homeassistant/status')).toBe(true);
    const foreign = ['throng/v1/hall/home-assistant/status', `${BOX}/status`, 'homeassistant/x'];
    for (const topic of foreign) expect(rules.mayWrite('home-assistant', topic)).toBe(false);
    expect(rules.mayBeCalled('home-assistant', 'throng-edge-hall-box-1')).toBe(false);
  });

  it('[EN6] takes no other agent’s session, and who names no edge may do nothing', () => {
    expect(mayBeCalled('box-1', 'throng-edge-hall-box-1')).toBe(true);
    expect(mayBeCalled('box-1', 'throng-doctor-42')).toBe(true);
    expect(mayBeCalled(null, 'anything')).toBe(false);
    expect(mayWrite(null, 'throng/v1/hall/null/status')).toBe(false);
    expect(mayRead(null, 'throng/v1/hall/server/status')).toBe(false);
  });
});
