import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What Linux tells of a process from outside. A process that ended has nothing open. */

export interface OpenFile {
  readonly pid: number;
  readonly path: string;
  readonly isWritable: boolean;
}

const attempt = <Value>(look: () => Value, otherwise: Value): Value => {
  try {
    return look();
  } catch {
    return otherwise;
  }
};

/** Every open file descriptor: files, pipes, sockets, devices, by what /proc calls them. */
export const openFiles = (pid: number): OpenFile[] =>
  attempt(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) => {
    const path = attempt(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '');
    const info = attempt(() => readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8'), '');
    const flags = Number.parseInt(/^flags:\s+(\d+)/m.exec(info)?.[1] ?? '0', 8);
    return path === '' ? [] : [{ pid, path, isWritable: (flags & 3) !== 0 }];
  });

export interface OpenSocket {
  readonly protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6';
  readonly remotePort: number;
  readonly isListening: boolean;
}

const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
const LISTENING = '0A';

/** The internet sockets of a process. */
export const openSockets = (pid: number): OpenSocket[] => {
  const own = new Set(
    openFiles(pid).flatMap(({ path }) => /^socket:\[(\d+)\]$/.exec(path)?.[1] ?? []),
  );
  return PROTOCOLS.flatMap((protocol) =>
    attempt(() => readFileSync(`/proc/${pid}/net/${protocol}`, 'utf8'), '')
      .split('\n')
      .slice(1)
      .flatMap((row) => {
        const [, , remote = '', state = '', , , , , , inode = ''] = row.trim().split(/\s+/);
        if (!own.has(inode)) return [];
        const remotePort = Number.parseInt(remote.split(':')[1] ?? '0', 16);
        return [
          { protocol, remotePort, isListening: protocol.startsWith('tcp') && state === LISTENING },
        ];
      }),
  );
};

/** Bytes that a process wrote so far: by any call, and of these to a disk. */
export const writtenBytes = (pid: number): { readonly calls: number; readonly disk: number } => {
  const io = attempt(() => readFileSync(`/proc/${pid}/io`, 'utf8'), '');
  const of = (name: string): number =>
    Number(new RegExp(`^${name}: (\\d+)`, 'm').exec(io)?.[1] ?? 0);
  return { calls: of('wchar'), disk: of('write_bytes') };
};

/** `soft hard` of the core limit, and the memory that a dump would hold; undefined for a process that ended. */
export const coreLimits = (
  pid: number,
): { readonly limit: string; readonly filter: number } | undefined =>
  attempt(() => {
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
    const filter = readFileSync(`/proc/${pid}/coredump_filter`, 'utf8');
    const [, soft = '', hard = ''] = /^Max core file size\s+(\S+)\s+(\S+)/m.exec(limits) ?? [];
    return soft === '' || filter === ''
      ? undefined
      : { limit: `${soft} ${hard}`, filter: Number.parseInt(filter, 16) };
  }, undefined);
