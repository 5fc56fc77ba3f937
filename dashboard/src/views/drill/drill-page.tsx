import { useState } from 'react';
import { beginDrill, endDrill } from '../../adapters/drill-desk.js';
import { pageOfLane } from '../../adapters/lane.js';
import { lacks } from '../../state/session.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { useDashboard } from '../dashboard-context.js';
import { useDrills } from './use-drills.js';
import './drill.css';

const SPEEDS = [1, 2, 5, 10] as const;

/** Where drills begin and end. The drill itself is looked at on a page of its own. */
const DrillPage = () => {
  const words = pageTexts('drill');
  const { session } = useDashboard();
  const { desk, fault, take } = useDrills();
  const [chosen, choose] = useState<string | null>(null);
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);
  const [fromMinute, setFromMinute] = useState(0);
  const [tellsPeople, setTells] = useState(false);
  const seesAll = session !== null && session.zones === null;
  const mayRun = session !== null && !lacks(session, 'run-drill');
  const running = desk?.running ?? null;
  const scenario = chosen ?? desk?.scenarios[0];
  return (
    <main className="page drill-page" id="drill">
      <header className="page-head">
        <h2>{words.heading}</h2>
        <p className="note">{words.explained}</p>
      </header>
      {fault === null ? null : (
        <p className="act-fault" role="alert">
          {words.fault(fault)}
        </p>
      )}
      {running !== null ? (
        <>
          <p>{words.runs(running.scenario, running.by, running.speed)}</p>
          <p>{running.tellsPeople ? words.peopleTold : words.nobodyTold}</p>
          <a className="button" href={pageOfLane('drill')} target="_blank" rel="noreferrer">
            {words.open}
          </a>{' '}
          {mayRun ? (
            <button type="button" className="button" onClick={async () => take(await endDrill())}>
              {words.end}
            </button>
          ) : null}
        </>
      ) : desk !== null && desk.scenarios.length === 0 ? (
        <p>{words.none}</p>
      ) : mayRun ? (
        <form
          onSubmit={async (event) => {
            event.preventDefault();
            if (scenario === undefined) return;
            take(await beginDrill({ scenario, speed, fromMinute, tellsPeople }));
          }}
        >
          <label>
            {words.scenario}
            <select value={scenario} onChange={({ target }) => choose(target.value)}>
              {desk?.scenarios.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
          <label>
            {words.speed}
            <select value={speed} onChange={({ target }) => setSpeed(Number(target.value))}>
              {SPEEDS.map((each) => (
                <option key={each} value={each}>
                  {each}×
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.fromMinute}
            <input
              type="number"
              min={0}
              max={1440}
              value={fromMinute}
              onChange={({ target }) => setFromMinute(target.valueAsNumber || 0)}
            />
          </label>
          {seesAll ? (
            <label className="drill-tells">
              <span>
                <input
                  type="checkbox"
                  checked={tellsPeople}
                  onChange={({ target }) => setTells(target.checked)}
                />{' '}
                {words.tell}
              </span>
              <span className="note">{words.tellNote(texts.page.drill)}</span>
            </label>
          ) : null}
          <button type="submit" className="button">
            {words.begin}
          </button>
        </form>
      ) : (
        <p>{words.mayNot}</p>
      )}
    </main>
  );
};

export default DrillPage;
