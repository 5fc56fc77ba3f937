import type { Refusal, RoleName } from '../english-access.js';
import type { PageTexts } from '../english-pages.js';
import { persons } from '../numbers.js';
import { date, duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const moment = (at: number): string => `${date(at)}, ${timeOfDay(at)}`;

const refusals: Readonly<Record<Refusal, string>> = {
  wrong: 'Le nom ou le mot de passe est erroné.',
  busy: 'Beaucoup de personnes se connectent en ce moment. Réessayez.',
  link: 'Ce lien a été utilisé, remplacé ou a expiré. Demandez-en un nouveau.',
  name: 'Un nom compte de 1 à 64 lettres, chiffres et . _ @ + -',
  'too-short': 'Le mot de passe doit compter au moins 12 caractères.',
  'too-long': 'Le mot de passe compte plus de 200 caractères.',
  'too-simple': 'Le mot de passe doit compter au moins 5 caractères différents.',
  'holds-name': 'Le mot de passe ne doit pas contenir le nom.',
  taken: 'Un compte de ce nom existe déjà.',
  disabled: 'Ce compte est désactivé. Adressez-vous à un administrateur.',
  'last-admin': 'C’est le dernier administrateur. Créez-en d’abord un autre.',
  'no-role': 'Aucun de vos groupes n’a de rôle ici. Adressez-vous à un administrateur.',
  provider: 'L’authentification unique a échoué. Réessayez, ou adressez-vous à un administrateur.',
  expired: 'Cela a pris trop de temps. Reconnectez-vous.',
  zones: fr`Un administrateur l’est pour tout le site ; les autres rôles exigent des zones existantes.`,
  source: fr`Ce compte se connecte ailleurs ; son mot de passe y est conservé.`,
  unreachable: 'Le serveur ne répond pas. Vérifiez le réseau.',
  'open-access': fr`Ce serveur est ouvert à tous sur sa machine : personne ne s’y connecte.`,
  'not-allowed': 'Votre rôle ne le permet pas.',
};

const roleNames: Readonly<Record<RoleName, string>> = {
  viewer: 'Observateur',
  operator: 'Opérateur',
  engineer: 'Technicien',
  admin: 'Administrateur',
  token: 'Jeton',
};

export const frenchAccess: PageTexts['access'] = {
  logIn: {
    title: (venue) => `Connexion · ${venue}`,
    heading: 'Connexion',
    name: 'Nom',
    password: 'Mot de passe',
    newPassword: 'Nouveau mot de passe',
    passwordRule: 'Au moins 12 caractères. Quelques mots font l’affaire.',
    show: 'Afficher le mot de passe',
    submit: 'Se connecter',
    or: 'ou',
    wait: (seconds) => `Trop d’échecs. Réessayez dans ${duration(seconds)}.`,
    waiting: 'Vérification',
    first: 'Créer le premier compte',
    firstNote: fr`Personne n’a encore de compte. Celui-ci est administrateur : il crée les autres.`,
    setPassword: (name) => `Un mot de passe pour ${name}`,
    save: 'Enregistrer et se connecter',
    forgotten: fr`Mot de passe oublié ? Un administrateur peut vous envoyer un nouveau lien.`,
  },
  who: {
    open: fr`Accès ouvert : cette machine seule`,
    openNote: 'Quiconque est à cette machine peut tout faire, et nul autre ne peut se connecter.',
    menu: (name, role) => fr`${name}, ${role} : menu du compte`,
    zones: 'Zones',
    wholeVenue: 'Tout le site',
    ends: 'Fin de session',
    logOut: 'Se déconnecter',
    everywhere: 'Se déconnecter partout',
    manage: 'Comptes et journal d’audit',
  },
  role: (role) => wordsFor(roleNames, role) ?? role,
  refused: (code) => wordsFor(refusals, code) ?? `Cela n’a pas fonctionné (${code}).`,
  at: moment,
  accounts: {
    heading: 'Comptes',
    account: 'Compte',
    roleHeading: 'Rôle',
    state: 'État',
    lastLogIn: 'Dernière connexion',
    never: 'jamais',
    active: 'actif',
    disabled: 'désactivé',
    elsewhere: 'authentification unique',
    add: 'Ajouter un compte',
    disable: 'Désactiver',
    enable: 'Activer',
    reset: 'Nouveau lien',
    zonesNote: fr`Aucune choisie : tout le site.`,
    disableNamed: (name) => `Désactiver ${name}`,
    enableNamed: (name) => `Activer ${name}`,
    resetNamed: (name) => `Nouveau lien pour ${name}`,
    roleOf: (name) => fr`Rôle : ${name}`,
    zonesOf: (name) => fr`Zones : ${name}`,
    save: 'Enregistrer',
    link: (name, at) =>
      fr`Donnez ce lien à ${name}. Il sert une seule fois, jusqu’au ${moment(at)} :`,
    copy: 'Copier',
    copied: 'Copié',
  },
  audit: {
    heading: 'Journal d’audit',
    note: (count) =>
      fr`${persons(count)} ${plural(count, 'entrée, chaînée', 'entrées, chacune chaînée')} à la précédente. Vérifier avec : throng-server audit verify`,
    head: 'Tête de la chaîne',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    whom: 'Sur quoi',
    outcome: 'Résultat',
    details: 'Détails',
    filterWho: 'Qui',
    filterWhat: 'Quoi',
    everything: 'Tout',
    older: 'Plus anciennes',
    refresh: 'Actualiser',
    none: 'Aucune entrée ne correspond.',
    outcomes: { done: 'fait', refused: 'refusé', failed: 'échoué' },
  },
};
