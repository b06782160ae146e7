import { openClient } from './client.ts';

export type WatchHandlers = {
  readonly onMessage: (payload: string) => void;
  /** Every message from now on will come; what was told before is unknown. */
  readonly onHeard: () => void;
  /** Messages may be missed from now on, until `onHeard`. */
  readonly onLost: () => void;
};

export type Watch = {
  /** Tells all who listen to the channel, this one included. */
  readonly tell: (payload: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How often the connection is asked whether it lives, and how long it may take to say so. */
const standardBeatMs = 5000;
/** Pause between two attempts to connect again. */
const retryMs = 200;

/**
 * Listens to a channel of NOTIFY on a connection of its own and says at once when that is lost: what is kept in memory
 * on the strength of messages must not be used then. A connection that is cut without a word is found by a beat, in ten
 * seconds at most. Resolves once it listens.
 */
export async function watch(
  url: string,
  channel: string,
  handlers: WatchHandlers,
  { beatMs = standardBeatMs } = {},
): Promise<Watch> {
  let isClosed = false;
  let isHearing = false;
  let retry: NodeJS.Timeout | undefined;
  const lose = () => {
    if (isHearing) handlers.onLost();
    isHearing = false;
  };
  const open = () => {
    const client = openClient(url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      fetch_types: false,
      connection: { application_name: 'passerelle watch' },
      onclose: () => {
        if (client !== sql) return;
        lose();
        scheduleHear();
      },
      // Missing in the driver's types.
      ...{ onnotify: (_channel: string, payload: string) => handlers.onMessage(payload) },
    });
    return client;
  };
  let sql = open();
  const hear = async () => {
    await sql.unsafe(`listen "${channel}"`);
    isHearing = true;
    handlers.onHeard();
  };
  function scheduleHear(): void {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      if (!isClosed && !isHearing) hear().catch(scheduleHear);
    }, retryMs);
  }
  /** Whoever tells on a silent connection would wait for as long as the kernel does, a quarter of an hour. */
  const replace = () => {
    const silent = sql;
    lose();
    sql = open();
    silent.end({ timeout: 0 }).catch(() => {});
    scheduleHear();
  };
  /** The client that has not answered the last beat. */
  let asked: typeof sql | undefined;
  const beat = setInterval(() => {
    if (!isHearing) return;
    if (asked === sql) return replace();
    const one = sql;
    const answered = () => {
      if (asked === one) asked = undefined;
    };
    asked = one;
    one`select`.then(answered, answered);
  }, beatMs);
  beat.unref();
  await hear();
  return {
    async tell(payload) {
      await sql`select pg_notify(${channel}, ${payload})`;
    },
    async close() {
      isClosed = true;
      clearInterval(beat);
      clearTimeout(retry);
      await sql.end({ timeout: 5 });
    },
  };
}
