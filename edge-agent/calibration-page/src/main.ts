import { askAssessment, askClose, askNewStill, askSave, askStart } from './api.js';
import { Cursor } from './cursor.js';
import { byId, html } from './dom.js';
import { LensPanel } from './lens-panel.js';
import { Loupe } from './loupe.js';
import { addPoint, draftOf, marksOf, scaleMarks } from './marks.js';
import { MeasuresPanel } from './measures-panel.js';
import { PairsTable } from './pairs-table.js';
import { PictureView } from './picture-view.js';
import { PlanView } from './plan-view.js';
import { ResultPanel } from './result-panel.js';
import { Store, type Tool } from './store.js';

const TOOLS: readonly (readonly [Tool, string])[] = [
  ['pair', 'Pair'],
  ['length', 'Length'],
  ['standing', 'Height'],
  ['edge', 'Edge'],
];

const button = (id: string) => byId(id, HTMLButtonElement);
const saved = byId('saved', HTMLParagraphElement);

/** Asks what the newest marks amount to, one question at a time: a drag must not pile them up. */
const assess = (store: Store): (() => void) => {
  let isAsking = false;
  let isStale = false;
  const ask = async (): Promise<void> => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      const reply = await askAssessment(draftOf(store.marks));
      store.found = reply.ok ? reply.value : { ok: false, message: reply.fault };
      store.tell();
    }
    isAsking = false;
  };
  return () => void ask();
};

const describeStill = (store: Store, fault: string): void => {
  const { calibratedAt, calibratedBy, camera, venue } = store.start;
  byId('camera-name', HTMLHeadingElement).textContent = `Calibrate ${camera.name}`;
  const before =
    calibratedAt === null
      ? 'not calibrated with this page yet'
      : `calibrated ${calibratedAt.slice(0, 10)} by ${calibratedBy}`;
  byId('camera-note', HTMLParagraphElement).textContent = `${venue.name} · ${before}`;
  const line = byId('still-fault', HTMLParagraphElement);
  line.textContent = fault;
  line.hidden = fault === '';
};

const showStill = (): void => {
  byId('still', HTMLImageElement).src = `/api/still?at=${Date.now()}`;
};

const renewStill = async (store: Store): Promise<void> => {
  button('renew').disabled = true;
  const reply = await askNewStill();
  button('renew').disabled = false;
  describeStill(store, reply.ok ? reply.value.stillFault : reply.fault);
  if (!reply.ok || reply.value.still === null) return;
  const [width, height] = reply.value.size;
  const [across, down] = [width / store.size[0], height / store.size[1]];
  store.size = reply.value.size;
  if (across !== 1 || down !== 1) store.edit(scaleMarks(store.marks, across, down));
  showStill();
};

const save = async (store: Store, isLast: boolean): Promise<void> => {
  const by = byId('by', HTMLInputElement);
  if (!by.reportValidity()) return;
  saved.textContent = 'Saving…';
  saved.className = '';
  const reply = await askSave(draftOf(store.marks), by.value.trim());
  saved.className = reply.ok ? 'good' : 'bad';
  saved.textContent = reply.ok
    ? `Saved. The file as it was: ${reply.value.backup}`
    : `Not saved: ${reply.fault}`;
  if (!reply.ok || !isLast) return;
  await askClose();
  document.body.replaceChildren(
    html('p', { class: 'farewell', role: 'status' }, 'Saved. You can close this page.'),
  );
};

const wireTools = (store: Store): (() => void) => {
  const place = byId('tools', HTMLDivElement);
  const radios = TOOLS.map(([tool, name]) => {
    const radio = html('input', { type: 'radio', name: 'tool', value: tool });
    radio.addEventListener('change', () => store.show({ tool }));
    place.append(html('label', {}, radio, html('span', {}, name)));
    return radio;
  });
  return () => {
    for (const radio of radios) radio.checked = radio.value === store.shown.tool;
  };
};

/** Picture or plan: a phone has room for one of them. */
const wireSwitch = (): void => {
  const show = (view: 'picture' | 'plan') => {
    document.body.dataset.view = view;
    button('show-picture').setAttribute('aria-pressed', `${view === 'picture'}`);
    button('show-plan').setAttribute('aria-pressed', `${view === 'plan'}`);
  };
  button('show-picture').addEventListener('click', () => show('picture'));
  button('show-plan').addEventListener('click', () => show('plan'));
  show('picture');
};

const wireKeys = (store: Store): void => {
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) store.redo();
    else store.undo();
  });
};

const wireButtons = (store: Store): void => {
  button('undo').addEventListener('click', () => store.undo());
  button('redo').addEventListener('click', () => store.redo());
  button('renew').addEventListener('click', () => void renewStill(store));
  button('add-pair').addEventListener('click', () => {
    const [width, height] = store.size;
    const added = addPoint(store.marks, 'pixel', [width / 2, height / 2]);
    store.shown = { ...store.shown, selected: added.index };
    store.edit(added.marks);
    document.querySelector<SVGElement>(`#picture [data-key="pair-${added.index}"]`)?.focus();
  });
  button('plan-extent').addEventListener('click', () => {
    store.show({ wholeVenue: !store.shown.wholeVenue });
    button('plan-extent').setAttribute('aria-pressed', `${store.shown.wholeVenue}`);
  });
  const grid = byId('show-grid', HTMLInputElement);
  grid.addEventListener('change', () => store.show({ grid: grid.checked }));
  const map = byId('show-map', HTMLInputElement);
  map.addEventListener('change', () => store.show({ errorMap: map.checked }));
  byId('save-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void save(store, false);
  });
  button('save-close').addEventListener('click', () => void save(store, true));
};

const open = async (): Promise<void> => {
  const reply = await askStart();
  if (!reply.ok) {
    document.body.replaceChildren(html('p', { class: 'farewell', role: 'alert' }, reply.fault));
    return;
  }
  const start = reply.value;
  const store = new Store(start, marksOf(start.draft));
  byId('by', HTMLInputElement).value = start.calibratedBy;
  describeStill(store, start.stillFault);
  if (start.still !== null) showStill();

  const loupe = new Loupe();
  const cursor = new Cursor((place) => {
    picture.drawFigure(place);
    plan.drawFigure(place);
  });
  const picture: PictureView = new PictureView(store, (at) => {
    loupe.show(at, store.size);
    cursor.ask(at && { pixel: at });
  });
  const plan: PlanView = new PlanView(store, (at) => cursor.ask(at && { ground: at }));
  const views = [
    picture,
    plan,
    new PairsTable(store),
    new ResultPanel(store),
    new MeasuresPanel(store),
    new LensPanel(store),
  ];
  const drawTools = wireTools(store);
  wireSwitch();
  wireKeys(store);
  wireButtons(store);
  store.listen(() => {
    for (const view of views) view.draw();
    drawTools();
    button('undo').disabled = !store.canUndo;
    button('redo').disabled = !store.canRedo;
    button('save').disabled = store.found?.ok !== true;
    button('save-close').disabled = store.found?.ok !== true;
  });
  const ask = assess(store);
  store.onMarks(ask);
  store.onMarks(() => {
    saved.textContent = '';
  });
  store.tell();
  ask();
};

await open();
