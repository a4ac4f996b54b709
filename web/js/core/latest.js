/**
 * Keeps a stream of changes, as from a dragged slider, from queueing up: at most one is
 * under way, and those that come meanwhile are sent together after it.
 * @template {object} Changes
 * @param {(changes: Changes) => Promise<unknown>} send
 */
export function latest(send) {
  /** @type {Changes | null} */
  let next = null;
  /** @type {Promise<void> | null} */
  let underWay = null;

  async function drain() {
    try {
      while (next) {
        const changes = next;
        next = null;
        await send(changes);
      }
    } finally {
      underWay = null;
      next = null;
    }
  }

  /**
   * Resolves when these changes, and those that joined them, are done.
   * @param {Changes} changes
   */
  function change(changes) {
    next = { ...next, ...changes };
    underWay ??= drain();
    return underWay;
  }

  return Object.defineProperty(change, "busy", { get: () => underWay !== null });
}

/**
 * Asks one question at a time; of those that come meanwhile the newest is asked next. A refusal is
 * of what has gone stale: its data or its run are gone.
 * @template Question, Answer
 * @param {(question: Question) => Promise<Answer>} ask
 * @param {(question: Question, answer: Answer) => void} take
 * @returns {(question: Question) => void}
 */
export function newest(ask, take) {
  const send = latest(async (/** @type {{question: Question}} */ { question }) => {
    const answer = await ask(question).catch(() => null);
    if (answer !== null) take(question, answer);
  });
  return (question) => void send({ question });
}
