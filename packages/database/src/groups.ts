export type GroupOptions<Request, Answer> = {
  /** What a request wants for itself while it is carried out; those that share one wait for each other. */
  readonly lanesOf: (request: Request) => readonly string[];
  /** Two requests that share one of these are never taken together. */
  readonly namesOf: (request: Request) => readonly string[];
  /** Carries requests out as if one after another in this order; throws when nothing of it was done. */
  readonly take: (requests: readonly Request[]) => Promise<Taken<Answer>>;
  /** Requests taken together at most; 1 takes each alone, waiting for nobody but in the database. */
  readonly most: number;
  /**
   * When told, a group waits until the one before has ended, or for so many milliseconds if that is held up, and whoever
   * waits goes along, wanting the same or not: what a transaction costs is then paid once for many.
   */
  readonly patienceMs?: number;
};

/** Answers in the order of the requests. With `told`, nobody is given his before that ends; the next group begins. */
export type Taken<Answer> = { readonly answers: readonly Answer[]; readonly told?: Promise<unknown> };

type Waiting<Request, Answer> = {
  readonly request: Request;
  readonly lanes: readonly string[];
  readonly names: readonly string[];
  readonly resolve: (answer: Answer | Promise<Answer>) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Takes requests for the same thing together: while one is carried out, those that come for any of its lanes wait, and
 * then go as one. A request nobody is in the way of goes at once. When a group fails, its requests are tried alone, one
 * after another, so that each has its own answer or its own error. First come, first served within a lane.
 */
export function createGroups<Request, Answer>(options: GroupOptions<Request, Answer>) {
  const { most, patienceMs } = options;
  const busy = new Set<string>();
  /** The group that others wait for. */
  let awaited: object | undefined;
  let waiting: readonly Waiting<Request, Answer>[] = [];

  function begin(): void {
    while (!awaited) {
      const group = nextGroup(waiting, busy, { most, isMixed: patienceMs !== undefined });
      if (group.length === 0) return;
      const taken = new Set(group);
      waiting = waiting.filter((each) => !taken.has(each));
      void carryOut(group);
    }
  }

  async function carryOut(group: readonly Waiting<Request, Answer>[]): Promise<void> {
    const lanes = group.flatMap((each) => each.lanes);
    for (const lane of lanes) busy.add(lane);
    const goOn = patienceMs === undefined ? () => {} : keepOthers(group, patienceMs);
    await takeTogether(group, options.take);
    for (const lane of lanes) busy.delete(lane);
    goOn();
    begin();
  }

  /** Has others wait for a group; answers how to end that. */
  function keepOthers(group: object, forMs: number): () => void {
    const goOn = () => {
      clearTimeout(timer);
      if (awaited === group) awaited = undefined;
    };
    const timer = setTimeout(() => {
      goOn();
      begin();
    }, forMs);
    awaited = group;
    return goOn;
  }

  const alone = async (request: Request) => answerOf(await options.take([request]), 0);
  if (most === 1) return alone;
  return (request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { lanesOf, namesOf } = options;
      waiting = [...waiting, { request, lanes: lanesOf(request), names: namesOf(request), resolve, reject }];
      begin();
    });
}

/** The first that nobody is in the way of, and those that wait for the same as it, or all; nobody overtakes in a lane. */
function nextGroup<W extends { readonly lanes: readonly string[]; readonly names: readonly string[] }>(
  waiting: readonly W[],
  busy: ReadonlySet<string>,
  { most, isMixed }: { readonly most: number; readonly isMixed: boolean },
): W[] {
  const blocked = new Set(busy);
  const lanes = new Set<string>();
  const names = new Set<string>();
  const group: W[] = [];
  for (const each of waiting) {
    const isFree = !each.lanes.some((lane) => blocked.has(lane));
    const isKin = isMixed || group.length === 0 || each.lanes.some((lane) => lanes.has(lane));
    const isNew = !each.names.some((name) => names.has(name));
    if (isFree && isKin && isNew && group.length < most) {
      group.push(each);
      for (const name of each.names) names.add(name);
      for (const lane of each.lanes) lanes.add(lane);
    } else {
      for (const lane of each.lanes) blocked.add(lane);
    }
  }
  return group;
}

async function takeTogether<Request, Answer>(
  group: readonly Waiting<Request, Answer>[],
  take: (requests: readonly Request[]) => Promise<Taken<Answer>>,
): Promise<void> {
  try {
    const taken = await take(group.map(({ request }) => request));
    for (const [index, { resolve }] of group.entries()) resolve(answerOf(taken, index));
  } catch (error) {
    const [alone] = group;
    if (group.length === 1) return alone?.reject(error);
    for (const each of group) await takeTogether([each], take);
  }
}

function answerOf<Answer>({ answers, told }: Taken<Answer>, index: number): Answer | Promise<Answer> {
  const answer = answers[index] as Answer;
  return told ? told.then(() => answer) : answer;
}
