import { emptyCalendar } from '@throng/contract';
import type { MqttClient } from 'mqtt';
import type { Page } from 'playwright-core';
import {
  colleague,
  firstAdmin,
  type Guest,
} from '../integration/control-server/access/support/guest.js';
import { House } from '../integration/control-server/support/house.js';
import { type CameraId, windowAt } from '../unit/control-server/support/venue.js';
import type { BrowserWindows } from './browser.js';
import { builtDashboard } from './built-dashboard.js';

/** Persons/m² that each camera sees. */
export type Crowd = Readonly<Record<CameraId, number>>;

/** A real server with the built page, accounts and a clock moved by hand, and a crowd before its cameras. */
export class CrowdedHouse {
  #second = 0;
  #agent: MqttClient | undefined;

  private constructor(
    readonly house: House,
    readonly admin: Guest,
  ) {}

  /** `settings`: of the server, beside its usual ones. */
  static async open(settings: object = {}): Promise<CrowdedHouse> {
    const house = await House.open(emptyCalendar, { mode: 'accounts' }, builtDashboard(), settings);
    return new CrowdedHouse(house, await firstAdmin(house));
  }

  /** So many seconds pass in which the cameras see this crowd. */
  async pass(seconds: number, crowd: Crowd): Promise<void> {
    this.#agent ??= await this.house.agent();
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#second += 1;
      this.house.second();
      for (const camera of ['south', 'north', 'stage'] as const) {
        await this.house.deliver(this.#agent, windowAt(camera, this.#second, crowd[camera]));
      }
    }
  }

  /** The page as somebody with an account of their own sees it. */
  async page(
    browser: BrowserWindows,
    account: { name: string; role: string; zones: readonly string[] | null },
    options: Parameters<BrowserWindows['newContext']>[0] = {},
  ): Promise<Page> {
    const guest = await colleague(this.house, this.admin, account);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
      ...options,
    });
    await context.addCookies(
      guest.cookie.split('; ').map((pair) => {
        const [name = '', value = ''] = pair.split('=');
        return { name, value, url: this.house.server.url };
      }),
    );
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(this.house.server.url);
    await page.getByRole('heading', { name: 'Hall', exact: true }).waitFor();
    return page;
  }

  close(): Promise<void> {
    return this.house.close();
  }
}
