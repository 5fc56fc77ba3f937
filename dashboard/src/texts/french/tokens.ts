import type { PageTexts } from '../english-pages.js';
import { wordsFor } from '../words-for.js';
import { fr } from './typography.js';

const scopes: Readonly<Record<string, string>> = {
  watch: 'Voir l’image en direct',
  'see-past': 'Voir le passé',
  'handle-alerts': 'Traiter les alertes',
  'stop-show': 'Arrêter le spectacle',
  'count-by-hand': 'Compter à la main',
  'run-what-if': 'Simuler des mesures',
  'run-drill': 'Lancer des exercices',
  'edit-venue': 'Modifier le site',
  'keep-fleet': 'Gérer le parc',
  'set-notifications': 'Régler les notifications',
  'read-metrics': 'Lire les métriques',
  'keep-accounts': 'Gérer les comptes et les jetons',
  'read-audit': 'Lire le journal d’audit',
};

export const frenchTokens: PageTexts['tokens'] = {
  heading: 'Jetons d’API',
  note: 'Pour les programmes. Un jeton permet ce que disent ses droits, dans ses zones, jusqu’à son expiration.',
  none: 'Aucun programme n’a de jeton.',
  name: 'Nom',
  nameRule: '1 à 48 minuscules, chiffres et . _ -',
  scopes: 'Peut',
  scope: (word) => wordsFor(scopes, word) ?? word,
  madeBy: 'Créé par',
  made: (by, at) => `${by}, ${at}`,
  lastUsed: 'Dernier usage',
  expires: 'Expire',
  state: { heading: 'État', good: 'en vigueur', expired: 'expiré', revoked: 'révoqué' },
  add: 'Créer le jeton',
  days: 'Jours',
  revoke: 'Révoquer',
  revokeNamed: (name) => `Révoquer ${name}`,
  revokeNote: 'Le programme qui le détient n’entrera plus. C’est définitif.',
  secret: (name) =>
    fr`Le secret de ${name}. Il n’est montré que cette fois ; mettez-le en lieu sûr dès maintenant :`,
  noScope: 'Choisissez ce que le programme peut faire.',
  taken: 'Un jeton de ce nom existe déjà. Révoquez-le, ou choisissez un autre nom.',
};
