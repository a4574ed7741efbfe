/** Does something now and every hour; what goes wrong is told, and tried again the next hour. The answer ends it. */
export function everyHour(work: () => Promise<void>, onFault: (error: Error) => void): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const begin = (): void => {
    running = running.then(work).catch(onFault);
  };
  begin();
  const timer = setInterval(begin, 3_600_000).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
