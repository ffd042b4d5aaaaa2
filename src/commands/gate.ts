// Work that waits its turn, in the order in which it was asked for.

/** Runs work, so much of it at a time. */
export interface Gate {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** A gate that lets `width` pieces of work through at a time. */
export function createGate(width = 1): Gate {
  const waiting: (() => void)[] = [];
  let free = width;
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise(resolve => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
