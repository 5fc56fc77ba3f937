import { CalendarDefinition, Identifier, VenueDefinition } from '@throng/contract';
import { usualEgressMinutes } from '@throng/crowd';
import Type from 'typebox';
import { Language } from '../language.js';
import { AccessSettings } from './access-settings.js';
import { AlertSettings } from './alert-settings.js';
import { AuditSettings } from './audit-settings.js';
import { ClusterSettings } from './cluster-settings.js';
import { DrillSettings } from './drill-settings.js';
import { EnrolmentSettings } from './enrolment-settings.js';
import { HomeAssistantSettings } from './home-assistant-settings.js';
import { NotificationSettings } from './notification-settings.js';
import { PostgresSettings } from './postgres-settings.js';
import { ReportSettings } from './report-settings.js';
import { ShowStopSettings } from './show-stop-settings.js';

const Host = Type.String({ minLength: 1, maxLength: 253 });
const Port = Type.Integer({ minimum: 0, maximum: 65_535 });
const Path = Type.String({ minLength: 1, maxLength: 1_000 });
const seconds = (minimum: number, maximum: number, byDefault: number) =>
  Type.Number({ minimum, maximum, default: byDefault });

const closed = { additionalProperties: false, default: {} } as const;

/** Where page and broker listen when nothing is said: this machine only. */
export const DEFAULT_ADDRESS = { host: '127.0.0.1', pagePort: 8080, brokerPort: 1883 } as const;

const Listen = Type.Object(
  {
    host: Type.String({ ...Host, default: DEFAULT_ADDRESS.host }),
    port: Type.Integer({ ...Port, default: DEFAULT_ADDRESS.pagePort }),
    /** Origins beside the server's own whose pages may open the live channel. */
    allowedOrigins: Type.Array(Type.String({ maxLength: 300 }), { default: [], maxItems: 50 }),
    /** Certificate (with its chain) and private key, PEM: page, API and live channel then speak TLS only. */
    tls: Type.Optional(
      Type.Object({ certFile: Path, keyFile: Path }, { additionalProperties: false }),
    ),
  },
  closed,
);

const Broker = Type.Object(
  {
    /** An external broker; without it the server brings its own. */
    url: Type.Optional(Type.String({ pattern: '^mqtts?://[^\\s/]+', maxLength: 500 })),
    username: Type.Optional(Type.String({ maxLength: 200 })),
    password: Type.Optional(Type.String({ maxLength: 500 })),
    passwordFile: Type.Optional(Path),
    caFile: Type.Optional(Path),
    /** Certificate of this server and its key, PEM, for a broker that asks for one. */
    certFile: Type.Optional(Path),
    keyFile: Type.Optional(Path),
    embedded: Type.Object(
      {
        host: Type.String({ ...Host, default: DEFAULT_ADDRESS.host }),
        port: Type.Integer({ ...Port, default: DEFAULT_ADDRESS.brokerPort }),
        /** As `listen.tls`; with `caFile` an agent is let in only by a certificate whose common name is its edge id. */
        tls: Type.Optional(
          Type.Object(
            {
              ...{ certFile: Path, keyFile: Path, caFile: Type.Optional(Path) },
              /** Names of certificates that read everything and speak for no box: Home Assistant, a recorder. */
              readers: Type.Optional(Type.Array(Identifier, { maxItems: 20 })),
            },
            { additionalProperties: false },
          ),
        ),
      },
      closed,
    ),
  },
  closed,
);

const Store = Type.Object(
  {
    file: Type.String({ minLength: 1, maxLength: 1_000, default: 'throng.db' }),
    /** Measurements and alerts go to this database instead of the file. */
    postgres: Type.Optional(PostgresSettings),
    retentionHours: Type.Number({ minimum: 1, maximum: 87_600, default: 168 }),
    /** What an evening was like, minute by minute, is kept longer: the next ones are learnt from it. */
    profileDays: Type.Number({ minimum: 1, maximum: 36_500, default: 400 }),
    /** The file grows no further: the server then says so, before the disk is full. */
    maxMegabytes: Type.Optional(Type.Number({ minimum: 1, maximum: 1_000_000 })),
  },
  closed,
);

const Forecast = Type.Object(
  {
    /** Whether the next minutes are: not where the clock is not the crowd's, as in fast motion. */
    enabled: Type.Boolean({ default: true }),
    /** Former events of the same plan that an event is expected to be like. */
    formerEvenings: Type.Integer({ minimum: 0, maximum: 20, default: 3 }),
  },
  closed,
);

/** What the venue's safety officer decides of its capacity. */
const SafeCapacityRules = Type.Object(
  {
    egressMinutes: Type.Number({ minimum: 1, maximum: 60, default: usualEgressMinutes }),
    entryPointMetres: Type.Number({ minimum: 0.5, maximum: 10, default: 1 }),
  },
  closed,
);

/** How the server runs; everything has a default. Environment: `THRONG_LISTEN_PORT` and the like. */
export const ServerSettings = Type.Object(
  {
    listen: Listen,
    access: AccessSettings,
    broker: Broker,
    enrolment: Type.Optional(EnrolmentSettings),
    store: Store,
    /** This server is one of several. */
    cluster: Type.Optional(ClusterSettings),
    audit: AuditSettings,
    alerts: AlertSettings,
    forecast: Forecast,
    safeCapacity: SafeCapacityRules,
    report: ReportSettings,
    showStop: ShowStopSettings,
    drills: DrillSettings,
    /** Told to Home Assistant only where this is set. */
    homeAssistant: Type.Optional(HomeAssistantSettings),
    notifications: NotificationSettings,
    /** In which people are told who have chosen none. The page has its own, and faults are in English. */
    language: Type.Unsafe<Language>({ ...Language, default: 'en' }),
    staleAfterSeconds: seconds(1, 600, 5),
    lateAfterSeconds: seconds(1, 600, 5),
    futureToleranceSeconds: seconds(0, 600, 5),
    /** Folder of the built page; by default the one beside this package. */
    dashboard: Type.Optional(Path),
    logLevel: Type.Union(
      [
        Type.Literal('trace'),
        Type.Literal('debug'),
        Type.Literal('info'),
        Type.Literal('warn'),
        Type.Literal('error'),
        Type.Literal('silent'),
      ],
      { default: 'info' },
    ),
  },
  closed,
);
export type ServerSettings = Type.Static<typeof ServerSettings>;

/** One file: the venue, its events, and how its server runs. */
export const VenueFile = Type.Object(
  { venue: VenueDefinition, calendar: CalendarDefinition, server: ServerSettings },
  { additionalProperties: false, $id: 'venue-file' },
);
export type VenueFile = Type.Static<typeof VenueFile>;
