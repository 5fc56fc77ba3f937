import type { ShowAct, ShowStop, StopOrder } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOnShow } from '../../../../control-server/src/show-stop/act-on-show.js';
import {
  isStopped,
  runningShow,
  withoutLapsed,
} from '../../../../control-server/src/show-stop/show-state.js';
import { START } from '../support/venue.js';

const RULES = { confirmSeconds: 60, checklist: ['Music stopped', 'House lights up'] };
const ORDER: StopOrder = { reason: 'crowd-density', note: 'front left', zones: ['east'] };

/** A show that people act on, with a clock that is moved by hand. */
class Show {
  state: ShowStop = runningShow(true);
  now = START;

  act(by: string, act: ShowAct): string {
    const done = actOnShow(this.state, act, by, this.now, RULES);
    if (done.ok) this.state = done.value;
    return done.ok ? 'done' : done.code;
  }
  ask = (by: string) => this.act(by, { kind: 'ask-stop', order: ORDER });
  confirm = (by: string, ask = this.state.ask?.at ?? 'none') =>
    this.act(by, { kind: 'confirm', ask });
}

const stoppedShow = (): Show => {
  const show = new Show();
  show.ask('ada');
  show.confirm('sam');
  return show;
};

describe('[U] stopping a show', () => {
  it('[SS1] one asks, another confirms, and both stand in it', () => {
    const show = new Show();
    expect(show.ask('ada')).toBe('done');
    expect(isStopped(show.state)).toBe(false);
    show.now += 5_000;
    expect(show.confirm('sam')).toBe('done');
    expect(show.state).toMatchObject({
      ask: null,
      stop: { order: ORDER, asked: { by: 'ada' }, confirmed: { by: 'sam' } },
    });
  });

  it.each(['ada', 'ADA', ' Ada '])('[SS1] %o is not somebody else', (name) => {
    const show = new Show();
    show.ask('ada');
    expect(show.confirm(name)).toBe('same-person');
    expect(isStopped(show.state)).toBe(false);
  });

  it('[SS2] an ask lapses, and cannot be confirmed any more', () => {
    const show = new Show();
    show.ask('ada');
    const meant = show.state.ask?.at;
    show.now += 59_999;
    expect(withoutLapsed(show.state, show.now)).toBe(show.state);
    show.now += 1;
    expect(withoutLapsed(show.state, show.now)).toMatchObject({
      ask: null,
      last: { how: 'lapsed', by: 'ada' },
    });
    expect(show.confirm('sam', meant)).toBe('no-such-ask');
    expect(show.ask('sam')).toBe('done');
    expect(show.confirm('ada', meant)).toBe('no-such-ask');
  });

  it('[SS2] one ask stands at a time, and only whoever asked withdraws it', () => {
    const show = new Show();
    show.ask('ada');
    const ask = show.state.ask?.at ?? '';
    expect(show.ask('sam')).toBe('already-asked');
    expect(show.act('sam', { kind: 'withdraw', ask })).toBe('not-yours');
    expect(show.act('ada', { kind: 'withdraw', ask })).toBe('done');
    expect(show.state.last).toMatchObject({ how: 'withdrawn', by: 'ada' });
    expect(show.confirm('sam', ask)).toBe('no-such-ask');
  });

  it('[SS3] it goes on again by two people only', () => {
    const show = stoppedShow();
    expect(show.ask('ada')).toBe('already-stopped');
    expect(show.act('sam', { kind: 'ask-resume' })).toBe('done');
    expect(show.confirm('sam')).toBe('same-person');
    expect(isStopped(show.state)).toBe(true);
    expect(show.confirm('ada')).toBe('done');
    expect(show.state).toMatchObject({ stop: null, last: { how: 'resumed', by: 'ada' } });
    expect(show.act('ada', { kind: 'ask-resume' })).toBe('not-stopped');
  });

  it('[SS4] ticks carry name and time, and can be taken back', () => {
    const show = stoppedShow();
    const items = () => show.state.stop?.checklist;
    expect(show.act('eva', { kind: 'tick', item: 1, done: true })).toBe('done');
    expect(items()).toMatchObject([
      { done: null },
      { text: 'House lights up', done: { by: 'eva' } },
    ]);
    show.act('eva', { kind: 'tick', item: 1, done: false });
    expect(items()?.[1]?.done).toBeNull();
    expect(show.act('eva', { kind: 'tick', item: 2, done: true })).toBe('no-such-item');
  });

  it('[SS1] whatever is done in whatever order, never is it stopped or resumed by one person', () => {
    const step = fc.record({
      by: fc.constantFrom('ada', 'Ada', 'sam'),
      what: fc.constantFrom('ask-stop', 'ask-resume', 'confirm', 'withdraw', 'old-confirm'),
      wait: fc.integer({ min: 0, max: 90_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const show = new Show();
        let old = 'none';
        for (const { by, what, wait } of steps) {
          show.now += wait;
          const before = show.state;
          const ask = before.ask?.at ?? 'none';
          if (what === 'ask-stop') show.ask(by);
          else if (what === 'old-confirm') show.confirm(by, old);
          else if (what === 'ask-resume') show.act(by, { kind: what });
          else show.act(by, { kind: what, ask });
          old = ask;
          if (isStopped(show.state) === isStopped(before)) continue;
          // It changed: by a confirmation, in time, of somebody else than who asked.
          expect(['confirm', 'old-confirm']).toContain(what);
          expect(before.ask?.by.toLowerCase()).not.toBe(by.toLowerCase());
          expect(show.now).toBeLessThan(Date.parse(before.ask?.lapsesAt ?? ''));
        }
      }),
    );
  });
});
