import type { Texts } from '../english.js';
import { density, NO_BREAK, percentage, persons, rate, share, threshold } from '../numbers.js';
import { about, dateInZone, duration, timeOfDay } from '../times.js';
import { germanBottleneck } from './bottleneck.js';
import { germanDevices } from './devices.js';
import { germanExplanation } from './explanation.js';
import { germanForecast } from './forecast.js';
import { germanLifecycle } from './lifecycle.js';
import { germanLimits } from './limits.js';

/** Everything the live page says, in German. */
export const german: Texts = {
  page: {
    title: (venue, alerts) =>
      `${alerts > 0 ? `(${alerts}) ` : ''}${venue === null ? '' : `${venue} · `}Throng`,
    loading: 'Warten auf das erste Bild des Veranstaltungsorts',
    skipToAlerts: 'Zu den Alarmen springen',
    section: {
      alerts: 'Alarme',
      map: 'Karte',
      zones: 'Zonen',
      passages: 'Durchgänge',
      devices: 'Geräte',
    },
    language: 'Sprache',
    theme: { system: 'Farben: System', dark: 'Farben: dunkel', light: 'Farben: hell' },
    close: 'Schließen',
    pages: 'Seiten',
    drill: 'ÜBUNG',
    name: {
      live: 'Live',
      wall: 'Wand',
      drill: 'Übung',
      playback: 'Rückblick',
      fleet: 'Technik',
      editor: 'Ort',
      notifications: 'Meldung',
      access: 'Zugang',
    },
    opening: 'Wird geöffnet',
    notLoaded:
      'Diese Seite ließ sich nicht laden. Prüfen Sie das Netz und versuchen Sie es erneut.',
    tryAgain: 'Erneut versuchen',
  },
  time: { clock: timeOfDay, dateInZone, duration, label: 'Ortszeit' },
  band: {
    normal: 'Normal',
    watch: 'Beobachten',
    warning: 'Warnung',
    critical: 'Kritisch',
    emergency: 'Notfall',
    unknown: 'Unbekannt',
  },
  zoneKind: {
    walkway: 'Gehfläche',
    stairs: 'Treppe',
    queue: 'Warteschlange',
    viewing: 'Zuschauer',
  },
  punctuation: { clause: '; ', colon: ': ' },
  unit: { density: 'Pers./m²', densityShort: '/m²', perMinute: '/min' },
  count: {
    people: 'Personen jetzt',
    peopleKnown: 'Personen gezählt',
    persons: (value) => persons(value),
    sigma: (value) => `± ${persons(value)}`,
    atLeast: (value) => `≥ ${value}`,
    seen: (part) => `${share(part)} eingesehen`,
    zonesMeasured: (measured, zones) => `${measured} von ${zones} Zonen gemessen`,
    unknownValue: '?',
  },
  density: (value) => density(value),
  threshold: (value) => threshold(value),
  levelOfService: (letter) => `LoS ${letter}`,
  trend: {
    rising: (value) => `steigt um ${rate(value)}/min`,
    falling: (value) => `sinkt um ${rate(value)}/min`,
    steady: 'gleichbleibend',
    unknown: 'Trend noch unbekannt',
    short: (value) => `${value === 0 ? '' : value < 0 ? '−' : '+'}${rate(value)}`,
  },
  unknown: {
    'no-camera': 'von keiner Kamera erfasst',
    'never-measured': 'noch nicht gemessen',
    stale: 'Kamera stumm',
    'camera-fault': 'Kamera gestört',
    'edge-offline': 'Agent offline',
    since: (seconds) => `zuletzt gesehen vor ${duration(seconds)}`,
  },
  noForecast: {
    'too-early': `erst seit weniger als 5${NO_BREAK}min bekannt`,
    'too-little-seen': 'zu wenig davon einsehbar',
    failed: 'die Prognose ist gescheitert',
  },
  limits: germanLimits,
  alerts: {
    heading: 'Alarme',
    crowd: 'Menge',
    system: 'Technik',
    earlier: (count) => `Frühere (${count})`,
    noCrowd: 'Keine aktiven Alarme zur Menge',
    noneMeasured: (measured, zones) =>
      `${measured} von ${zones} Zonen gemessen, keine über ihrer Alarmschwelle.`,
    noneButUnknown: (names) =>
      names.length === 1
        ? `1 Zone ist unbekannt und könnte keinen auslösen: ${names.join(', ')}.`
        : `${names.length} Zonen sind unbekannt und könnten keinen auslösen: ${names.join(', ')}.`,
    noneButPartial: (names) => `Teilweise eingesehen: ${names.join(', ')}.`,
    noneButOld: 'Das Bild ist veraltet: Seither ausgelöste Alarme fehlen.',
    incident: (cause, zones) => `${cause ?? 'Eine Ursache'}: ${zones} Zonen`,
    since: (at) => `seit ${timeOfDay(at)}`,
    cleared: (at, seconds) => `geendet ${timeOfDay(at)} nach ${duration(seconds)}`,
    announced: (priority, where, what) => `${priority}: ${where}. ${what}`,
    equipmentFaults: (count) =>
      count === 1 ? '1 Störung der Technik' : `${count} Störungen der Technik`,
    flood: (minutes, count) =>
      `Alarmflut: ${count} Alarme in ${minutes}${NO_BREAK}min. Die dringendsten zuerst, die anderen sind eingeklappt.`,
    folded: (count) => `Weniger dringend (${count})`,
    countOf: (count, priority) => `${count} × ${priority}`,
  },
  bottleneck: germanBottleneck,
  explanation: germanExplanation,
  reason: {
    density: {
      now: (value, limit, seconds) =>
        `${density(value)} Personen/m² (Schwelle ${limit}) seit ${duration(seconds)}`,
      clears: (below, seconds) =>
        seconds > 0
          ? `endet nach ${duration(seconds)} unter ${threshold(below)}`
          : `endet unter ${threshold(below)}`,
      unknownNow: 'Zone derzeit nicht einsehbar',
      was: (value, limit) => `${density(value)} Personen/m² (Schwelle ${limit})`,
      seen: (part) => `nur ${share(part)} der Zone eingesehen`,
    },
    forecast: germanForecast,
    cameraLost: {
      stale: 'Es kommt keine Messung an',
      'edge-offline': (edge) => `Agent ${edge} ist offline`,
      'no-signal': 'Kein Videosignal',
      stalled: 'Das Video steht',
      'model-failed': 'Das Modell versagt an ihren Bildern',
      'not-calibrated': 'Nicht kalibriert',
      moved: 'Die Kamera wurde verstellt; nachsehen, dann bestätigen oder neu kalibrieren',
      covered: 'Das Objektiv ist verdeckt',
      frozen: 'Immer wieder dasselbe Bild',
      blinded: 'Licht scheint ins Objektiv',
      dark: 'Zu dunkel, um jemanden zu sehen',
      'never-seen': 'Es kam nie etwas an',
      last: (seconds) => `zuletzt gemessen vor ${duration(seconds)}`,
      never: 'nie gemessen',
      blinds: (zones) => `blind: ${zones.join(', ')}`,
      blindsNothing: 'keine Zone hängt von ihr allein ab',
    },
    duplicateEdge: 'Zwei Agenten laufen unter dieser Id; einen anhalten oder umbenennen',
    storeFailing: {
      where: 'Aufzeichnung',
      what: (code, rows) =>
        `Schreiben scheitert (${code}); bisher ${rows === 0 ? 'nichts' : rows === 1 ? '1 Zeile' : `${persons(rows)} Zeilen`} verloren. Das Livebild ist nicht betroffen`,
    },
  },
  connection: {
    phase: {
      connecting: 'Verbinden',
      live: 'Live',
      gap: 'Abgleich',
      waiting: 'Getrennt',
    },
    silent: 'Keine Daten',
    age: (seconds) => `${duration(seconds)} alt`,
    retry: (seconds) =>
      seconds > 0 ? `nächster Versuch in ${duration(seconds)}` : 'neuer Versuch läuft',
    outdated: (seconds) =>
      `Das Bild ist ${duration(seconds)} alt. Sie sehen Vergangenes; handeln Sie nicht allein danach.`,
    details: 'Einzelheiten zur Verbindung',
    sequence: 'Nachrichtennummer',
    losses: 'Verbindungsabbrüche',
    gaps: 'Gefundene Lücken',
    refused: 'Abgelehnte Nachrichten',
    lastRefused: 'Letzter Grund',
    mismatch: 'Server und Seite verstehen einander nicht: Laden Sie die Seite neu.',
  },
  zones: {
    heading: 'Zonen',
    name: 'Zone',
    band: 'Zustand',
    density: 'Pers./m²',
    level: 'LoS',
    persons: 'Personen',
    trend: '±/min',
    caption: 'Zonen nach Gefahr; Dichte in Personen je Quadratmeter, Level of Service A bis F.',
  },
  zone: {
    current: 'Jetzt',
    peak: 'Dichteste Stelle (P95)',
    level: 'Level of Service',
    persons: 'Personen',
    trend: 'Trend',
    band: 'Zustand',
    limits: 'Schwellen',
    coverage: 'Eingesehen',
    measured: 'Gemessen',
    ago: (seconds) => `vor ${duration(seconds)}`,
    history: (minutes, isForeseen) =>
      `Dichte, letzte ${minutes}${NO_BREAK}min${isForeseen ? ' und erwartet' : ''}`,
    historyEmpty: 'Noch kein Verlauf',
    aheadSummary: (seconds, low, high) =>
      `; erwartet in ${about(seconds)}: ${density(low)} bis ${density(high)}`,
    historySummary: (from, to) => `Dichte zwischen ${density(from)} und ${density(to)} Personen/m²`,
    ahead: `Nächste 15${NO_BREAK}min`,
    aheadCaption: `Erwartete Dichte mit dem Bereich, in dem ${percentage(80)} der Fälle liegen, Personen/m²`,
    aheadIn: (seconds) => `+${Math.round(seconds / 60)}${NO_BREAK}min`,
    between: (low, high) => `${density(low)}–${density(high)}`,
    noForecast: (why) => `Keine Prognose: ${why}`,
    hasPassed: (limit) => `Jetzt über der Schwelle ${limit}`,
    willPass: (limit, probability, withinSeconds) =>
      `Zu ${share(probability)} in ${about(withinSeconds)} über ${limit}`,
    cameras: 'Kameras dahinter',
    noCameras: 'Keine Kamera erfasst diese Zone.',
    share: (part) => `${share(part)} der Zone`,
  },
  lifecycle: germanLifecycle,
  travel: {
    label: 'Auf der Karte gezeigte Zeit',
    now: 'Jetzt',
    backToNow: 'Zurück zum Jetzt',
    phases: 'Phasen der Veranstaltung',
    at: (at, offset) =>
      `${timeOfDay(at)}, ${offset < 0 ? `vor ${duration(-offset)}` : `in ${duration(offset)}`}`,
    past: (at) => `Vergangen: ${timeOfDay(at)}. Zonen wie aufgezeichnet`,
    pastLoading: 'Vergangen: Aufzeichnung wird vom Server geholt',
    ahead: (seconds) =>
      `Erwartet in ${about(seconds)}, mit Bereichen für ${percentage(80)} der Fälle`,
    unknown: { past: 'nicht aufgezeichnet', ahead: 'nicht vorhergesagt' },
    between: (low, high) => `${density(low)} bis ${density(high)}`,
  },
  map: {
    heading: 'Karte',
    label:
      'Karte des Veranstaltungsorts mit Personendichte. Die Zonentabelle enthält dieselben Werte.',
    fit: 'Ganzen Ort zeigen',
    fullScreen: 'Vollbild',
    cameras: 'Kamerabereiche',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    legend: 'Dichte, Personen/m²',
    legendUnknown: 'unbekannt',
    legendLabel: (marks) =>
      `Farbskala von ${marks.at(0)} bis ${marks.at(-1)} Personen je Quadratmeter; schraffierte Fläche ist unbekannt`,
    unknown: (reason) => `? ${reason}`,
    warned: 'FÜLLT SICH',
    load: (load) => `${percentage(Math.round(load * 100))} ausgelastet`,
  },
  devices: germanDevices,
};
