import type { Catalogue } from '../catalogue.js';
import type { englishDrill } from '../english-drill.js';

export const germanDrill: Catalogue<typeof englishDrill> = {
  tell: 'Auch Menschen außerhalb der Leitstelle benachrichtigen',
  tellNote: (word) =>
    `Ordner per Push und alle Kanäle der Regeln, als wäre es echt, jede Nachricht mit ${word} davor. Ohne dies erfährt draußen niemand davon.`,
  peopleTold: 'Menschen außerhalb der Leitstelle werden benachrichtigt.',
  nobodyTold: 'Außerhalb der Leitstelle erfährt niemand davon.',
  heading: 'Übung',
  explained:
    'Eine aufgezeichnete oder simulierte Menge auf dem echten Weg, auf einer eigenen Seite. Der echte Ort wird die ganze Zeit beobachtet; von einer Übung bleibt nichts.',
  none: 'Es gibt keine Aufzeichnungen zum Üben. Nennen Sie in den Einstellungen einen Ordner (drills.folder), und schreiben Sie eine mit „throng-server simulate“.',
  mayNot: 'Ihre Rolle beginnt keine Übungen.',
  scenario: 'Aufzeichnung',
  speed: 'Tempo',
  fromMinute: 'Ab Minute',
  begin: 'Übung beginnen',
  end: 'Übung beenden',
  open: 'Übung öffnen',
  leave: 'Zum echten Ort',
  looking: 'Der Server wird gefragt',
  over: 'Die Übung ist vorbei.',
  runs: (scenario, by, speed) =>
    `„${scenario}“ läuft${speed === 1 ? '' : ` mit ${speed}-fachem Tempo`}, begonnen von ${by}. Nichts hier ist echt.`,
  real: 'ECHTER ORT',
  realCalm: 'keine Alarme zur Menge',
  realUnknown: 'derzeit nicht bekannt: Die Verbindung ist weg',
  interrupted: 'Das ist keine Übung',
  realStop: 'Die echte Show wird gestoppt.',
  toReal: 'Zum echten Ort',
  fault: (code) => `Das ging nicht (${code}); es ist nichts geschehen.`,
};
