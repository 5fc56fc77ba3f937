import type { Refusal, RoleName } from '../english-access.js';
import type { PageTexts } from '../english-pages.js';
import { persons } from '../numbers.js';
import { date, duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';

const moment = (at: number): string => `${date(at)}, ${timeOfDay(at)}`;

const refusals: Readonly<Record<Refusal, string>> = {
  wrong: 'Name oder Passwort ist falsch.',
  busy: 'Gerade melden sich viele an. Versuchen Sie es erneut.',
  link: 'Dieser Link wurde benutzt, ersetzt oder ist abgelaufen. Bitten Sie um einen neuen.',
  name: 'Ein Name hat 1 bis 64 Buchstaben, Ziffern und . _ @ + -',
  'too-short': 'Das Passwort braucht mindestens 12 Zeichen.',
  'too-long': 'Das Passwort hat mehr als 200 Zeichen.',
  'too-simple': 'Das Passwort braucht mindestens 5 verschiedene Zeichen.',
  'holds-name': 'Das Passwort darf den Namen nicht enthalten.',
  taken: 'Ein Konto dieses Namens gibt es schon.',
  disabled: 'Dieses Konto ist gesperrt. Fragen Sie einen Admin.',
  'last-admin': 'Das ist der letzte Admin. Legen Sie zuerst einen weiteren an.',
  'no-role': 'Keine Ihrer Gruppen hat hier eine Rolle. Fragen Sie einen Admin.',
  provider:
    'Die zentrale Anmeldung ist gescheitert. Versuchen Sie es erneut, oder fragen Sie einen Admin.',
  expired: 'Das hat zu lange gedauert. Melden Sie sich erneut an.',
  zones:
    'Ein Admin ist für den ganzen Veranstaltungsort da; andere Rollen brauchen Zonen, die es gibt.',
  source: 'Dieses Konto meldet sich anderswo an; dort liegt auch sein Passwort.',
  unreachable: 'Der Server antwortet nicht. Prüfen Sie das Netz.',
  'open-access':
    'Dieser Server steht nur seinem eigenen Rechner offen, und dort meldet sich niemand an. Bitte dort öffnen, als http://127.0.0.1.',
  'not-allowed': 'Ihre Rolle darf das nicht.',
};

const roleNames: Readonly<Record<RoleName, string>> = {
  viewer: 'Betrachter',
  operator: 'Operator',
  engineer: 'Techniker',
  admin: 'Admin',
  token: 'Token',
};

export const germanAccess: PageTexts['access'] = {
  logIn: {
    title: (venue) => `Anmelden · ${venue}`,
    heading: 'Anmelden',
    name: 'Name',
    password: 'Passwort',
    newPassword: 'Neues Passwort',
    passwordRule: 'Mindestens 12 Zeichen. Gut sind einige Wörter.',
    show: 'Passwort anzeigen',
    submit: 'Anmelden',
    or: 'oder',
    wait: (seconds) => `Zu viele Fehlversuche. Versuchen Sie es in ${duration(seconds)} erneut.`,
    waiting: 'Wird geprüft',
    first: 'Erstes Konto anlegen',
    firstNote: 'Noch hat niemand ein Konto. Dieses ist ein Admin: Es legt die anderen an.',
    setPassword: (name) => `Ein Passwort für ${name}`,
    save: 'Speichern und anmelden',
    forgotten: 'Passwort vergessen? Ein Admin kann Ihnen einen neuen Link senden.',
  },
  who: {
    open: 'Offener Zugang: nur dieser Rechner',
    openNote: 'Wer an diesem Rechner sitzt, darf alles; niemand sonst kann sich verbinden.',
    menu: (name, role) => `${name}, ${role}: Kontomenü`,
    zones: 'Zonen',
    wholeVenue: 'Ganzer Veranstaltungsort',
    ends: 'Sitzung endet',
    logOut: 'Abmelden',
    everywhere: 'Überall abmelden',
    manage: 'Konten und Prüfprotokoll',
  },
  role: (role) => wordsFor(roleNames, role) ?? role,
  refused: (code) => wordsFor(refusals, code) ?? `Das ging nicht (${code}).`,
  at: moment,
  accounts: {
    heading: 'Konten',
    account: 'Konto',
    roleHeading: 'Rolle',
    state: 'Zustand',
    lastLogIn: 'Letzte Anmeldung',
    never: 'nie',
    active: 'aktiv',
    disabled: 'gesperrt',
    elsewhere: 'zentrale Anmeldung',
    add: 'Konto anlegen',
    disable: 'Sperren',
    enable: 'Freigeben',
    reset: 'Neuer Link',
    zonesNote: 'Keine gewählt: der ganze Veranstaltungsort.',
    disableNamed: (name) => `${name} sperren`,
    enableNamed: (name) => `${name} freigeben`,
    resetNamed: (name) => `Neuer Link für ${name}`,
    roleOf: (name) => `Rolle von ${name}`,
    zonesOf: (name) => `Zonen von ${name}`,
    save: 'Speichern',
    link: (name, at) => `Geben Sie ${name} diesen Link. Er gilt einmal, bis ${moment(at)}:`,
    copy: 'Kopieren',
    copied: 'Kopiert',
  },
  audit: {
    heading: 'Prüfprotokoll',
    note: (count) =>
      `${persons(count)} Einträge, jeder mit dem vorigen verkettet. Prüfen mit: throng-server audit verify`,
    head: 'Kopf der Kette',
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    whom: 'Woran',
    outcome: 'Ergebnis',
    details: 'Einzelheiten',
    filterWho: 'Wer',
    filterWhat: 'Was',
    everything: 'Alles',
    older: 'Ältere',
    refresh: 'Aktualisieren',
    none: 'Kein Eintrag entspricht dem.',
    outcomes: { done: 'erledigt', refused: 'abgelehnt', failed: 'gescheitert' },
  },
};
