/** How long a test waits for what comes by itself: a busy machine is no fault of what is waited for. */
export const BUSY = { timeout: 20_000 };
