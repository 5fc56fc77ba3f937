import { type Program, startProgram } from './programs.js';

/** One program of an evening that may die and is begun again, as a supervisor would. */
export class Part {
  #program: Program | undefined;
  #kills = 0;

  constructor(
    readonly name: string,
    private readonly begin: () => {
      readonly command: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
    },
    /** Once after each death. */
    private readonly onKilled: () => void = () => {},
  ) {}

  get kills(): number {
    return this.#kills;
  }

  get pid(): number {
    return this.#program?.pid ?? -1;
  }

  get isRunning(): boolean {
    return this.#program?.isRunning() ?? false;
  }

  start(): void {
    const { command, env } = this.begin();
    this.#program = startProgram(command, env);
  }

  async kill(): Promise<void> {
    this.#kills += 1;
    await this.#program?.kill();
    this.onKilled();
  }

  async stop(): Promise<void> {
    await this.#program?.stop();
  }

  signal(name: NodeJS.Signals): void {
    this.#program?.signal(name);
  }

  said(): string {
    return this.#program?.said() ?? '';
  }
}
