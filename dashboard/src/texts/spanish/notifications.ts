import { deliveryFault } from '../delivery-fault.js';
import type { NotificationTexts } from '../english-notifications.js';
import { NO_BREAK } from '../numbers.js';
import { moment } from '../times.js';
import { spanishFaults } from './faults.js';

const faults: Readonly<Record<string, string>> = {
  'private-address': 'su dirección es privada; permítala en los ajustes (allowedNetworks)',
  'not-encrypted': 'su dirección no es https',
  timeout: `sin respuesta en 10${NO_BREAK}s`,
  'logged-out': 'su dueño ha cerrado la sesión',
  'queue-full': 'esperaban demasiados',
  econnrefused: 'allí no escucha nadie',
  enotfound: 'ese equipo no existe',
  eauth: 'el usuario o la contraseña no son correctos',
  network: 'la red ha fallado',
  econnreset: 'el otro lado ha cortado',
  etimedout: 'sin respuesta a tiempo',
  esocket: 'el otro lado ha cortado',
  econnection: 'sin conexión con el servidor de correo',
  edns: 'ese servidor no existe',
  'bad-key': 'el teléfono dio una clave inservible',
  'no-such-channel': 'el canal ya no está configurado',
  unreachable: 'el servidor no responde',
  unreadable: 'la respuesta del servidor no tiene sentido',
  'bad-request': 'el canal ya no está configurado',
  'not-allowed': 'no tiene permiso para ello',
  'too-many-requests': 'demasiadas pruebas; espere un minuto',
};

const why = (code: string): string =>
  deliveryFault(faults, (status) => `el otro lado respondió ${status}`, code);

export const spanishNotifications: NotificationTexts = {
  heading: 'Notificaciones',
  hint: 'A quién se avisa de qué alertas y por qué vía. Solo cifras de lugares: ni nombres ni imágenes.',
  phones: 'El personal abre esto en su teléfono, inicia sesión y acepta que se le avise:',
  channels: 'Canales',
  channelsNote: 'Los canales y sus secretos están en el fichero del recinto.',
  kind: {
    push: 'Push web',
    email: 'Correo',
    webhook: 'Webhook firmado',
    slack: 'Slack',
    teams: 'Teams',
  },
  subscriptions: (count) => (count === 1 ? '1 navegador' : `${count} navegadores`),
  never: 'Aún no se ha enviado nada',
  sent: (at) => `Enviado el ${moment(at)}`,
  failed: (at, code) => `Falló el ${moment(at)}: ${why(code)}`,
  test: 'Enviar una prueba',
  testOf: (channel) => `Enviar una prueba por ${channel}`,
  testPhone: 'Se prueba en cada teléfono',
  tested: 'La prueba se ha enviado.',
  notTested: (code) => `La prueba ha fallado: ${why(code)}.`,
  rules: 'Reglas',
  table: 'Reglas en tabla',
  rulesFrom: {
    file: 'Como en el fichero del recinto.',
    page: (by, at) => `Fijadas aquí por ${by}, ${moment(at)}.`,
  },
  columns: {
    id: 'Regla',
    channel: 'Canal',
    who: 'Quién',
    what: 'Desde',
    where: 'Zonas',
    phases: 'Fases',
    quiet: 'Horas de silencio',
    cooldown: 'Pausa (s)',
    step: 'Tras avisos',
    cleared: 'También fin',
  },
  everywhere: 'Todas',
  everyone: 'Todos',
  categories: { crowd: 'Multitud', system: 'Técnica' },
  quietFrom: 'Silencio desde',
  quietTo: 'Silencio hasta',
  list: 'separados por comas',
  explain:
    'Las alertas críticas, las peticiones de ayuda y lo que nadie responde pasan por encima de las horas de silencio y las pausas. «Tras avisos» 1 solo se avisa cuando una vez no ha respondido nadie.',
  add: 'Añadir una regla',
  remove: (rule) => `Quitar la regla ${rule}`,
  removeShort: 'Quitar',
  save: 'Guardar las reglas',
  reset: 'Volver al fichero',
  saved: 'Guardado.',
  fault: spanishFaults,
  refused: 'No se ha guardado:',
  notDone: 'No se ha guardado: el servidor no lo ha aceptado. Inténtelo de nuevo.',
  role: {
    viewer: 'Observador',
    operator: 'Operador',
    engineer: 'Técnico',
    admin: 'Administrador',
  },
  unavailable: 'El servidor no responde. Inténtelo de nuevo.',
  notAllowed: 'Eso es para técnicos y administradores que ven todo el recinto.',
};
