import type { PageTexts } from '../english-pages.js';
import { wordsFor } from '../words-for.js';

const scopes: Readonly<Record<string, string>> = {
  watch: 'Ver el directo',
  'see-past': 'Ver lo pasado',
  'handle-alerts': 'Atender alertas',
  'stop-show': 'Parar el espectáculo',
  'count-by-hand': 'Contar a mano',
  'run-what-if': 'Simular medidas',
  'run-drill': 'Iniciar simulacros',
  'edit-venue': 'Editar el recinto',
  'keep-fleet': 'Gestionar los equipos',
  'set-notifications': 'Configurar avisos',
  'read-metrics': 'Leer métricas',
  'keep-accounts': 'Gestionar cuentas y claves',
  'read-audit': 'Leer el registro de auditoría',
};

export const spanishTokens: PageTexts['tokens'] = {
  heading: 'Claves de API',
  note: 'Para programas. Una clave permite lo que dicen sus permisos, en sus zonas, hasta que caduca.',
  none: 'Ningún programa tiene clave.',
  name: 'Nombre',
  nameRule: 'De 1 a 48 minúsculas, cifras y . _ -',
  scopes: 'Puede',
  scope: (word) => wordsFor(scopes, word) ?? word,
  madeBy: 'Creada por',
  made: (by, at) => `${by}, ${at}`,
  lastUsed: 'Último uso',
  expires: 'Caduca',
  state: { heading: 'Estado', good: 'vigente', expired: 'caducada', revoked: 'revocada' },
  add: 'Crear clave',
  days: 'Días',
  revoke: 'Revocar',
  revokeNamed: (name) => `Revocar ${name}`,
  revokeNote: 'El programa que la tiene ya no podrá entrar. No se puede deshacer.',
  secret: (name) =>
    `El secreto de ${name}. Solo se muestra esta vez; guárdelo ahora en lugar seguro:`,
  noScope: 'Elija qué puede hacer el programa.',
  taken: 'Ya hay una clave con ese nombre. Revóquela o elija otro nombre.',
};
