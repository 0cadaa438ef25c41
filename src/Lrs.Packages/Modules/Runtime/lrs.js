// Talking to the LRS: reading documents, and an outbox that sends one thing after the other until it has arrived.

const RETRY_SECONDS = [1, 2, 5, 10, 20, 30];
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function makeLrs(launch, authorization) {
  const headers = { "X-Experience-API-Version": "1.0.3", Authorization: authorization };
  const address = (path, query) => `${launch.endpoint}${path}${query ? `?${new URLSearchParams(query)}` : ""}`;

  // keepalive: what is on its way when the page closes still arrives.
  const send = (method, path, query, body) =>
    fetch(address(path, query), { method, headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body), keepalive: true });

  return {
    stateOf: (stateId) => ({ activityId: launch.activityId, agent: launch.actor, ...(launch.registration ? { registration: launch.registration } : {}), stateId }),

    // A document as a value, or null when there is none. A failing answer is asked for again, a few times.
    async read(path, query) {
      for (let turn = 0; ; turn += 1) {
        try {
          const answer = await fetch(address(path, query), { headers });
          if (answer.status === 404 || answer.status === 204) {
            return null;
          }
          if (answer.ok) {
            return await answer.json();
          }
          if (answer.status < 500 && answer.status !== 429) {
            throw new RangeError(`${path} answered ${answer.status}.`);
          }
        } catch (error) {
          if (error instanceof RangeError || turn === 3) {
            throw error;
          }
        }
        if (turn === 3) {
          throw new RangeError(`${path} did not answer.`);
        }
        await pause(RETRY_SECONDS[turn]);
      }
    },

    sendStatements: (statements) => send("POST", "statements", null, statements),
    sendState: (query, value) => send("PUT", "activities/state", query, value),
  };
}

function makeOutbox(lrs, say) {
  const waiting = [];
  let trouble = null;
  let failing = false;
  const whenEmpty = [];
  let pumping = false;
  let wake = () => {};

  // Waits before the next try, but not longer than until the network is back.
  const rest = (seconds) => Promise.race([pause(seconds), new Promise((resolve) => (wake = resolve))]);
  window.addEventListener("online", () => wake());

  const deliver = (item) => ("statement" in item ? lrs.sendStatements(item.statement) : lrs.sendState(lrs.stateOf("resume"), item.state));

  // true: arrived, or will never be taken; false: to be sent again. 409 means that a statement with this id is there already.
  async function attempt(item) {
    try {
      const answer = await deliver(item);
      if (answer.ok || answer.status === 409) {
        return true;
      }
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
        return false;
      }
      if (item.mayBeThere) {
        return true;
      }
      console.error(`The learning system refused a record: ${answer.status} ${await answer.text()}`);
      trouble = answer.status === 401 || answer.status === 403 ? "lost" : trouble ?? "refused";
      return true;
    } catch {
      return false;
    }
  }

  async function pump() {
    say("saving");
    for (let turn = 0; waiting.length > 0; ) {
      const item = waiting.shift();
      if (await attempt(item)) {
        turn = 0;
        failing = false;
      } else {
        waiting.unshift(item);
        failing = true;
        say("unsaved");
        await rest(RETRY_SECONDS[Math.min(turn, RETRY_SECONDS.length - 1)]);
        turn += 1;
      }
    }
    pumping = false;
    say(trouble ?? "saved");
    whenEmpty.splice(0).forEach((resolve) => resolve());
  }

  function add(item) {
    waiting.push(item);
    if (!pumping) {
      pumping = true;
      pump();
    }
  }

  return {
    // Whether something could not be sent; what is merely on its way arrives without the page.
    failing: () => failing,
    // mayBeThere: said again because it is not known whether it arrived; a refusal then means that it did.
    send: (statement, mayBeThere = false) => add({ statement, mayBeThere }),

    // Only the newest state matters. It goes behind the statements that wait, so that it never says "completed" before they do.
    keep(value) {
      const older = waiting.findIndex((item) => "state" in item);
      if (older >= 0) {
        waiting.splice(older, 1);
      }
      add({ state: structuredClone(value) });
    },

    empty: () => (pumping ? new Promise((resolve) => whenEmpty.push(resolve)) : Promise.resolve()),

    // The page is going: everything that waits goes out at once, the statements as one list so that their order holds.
    flush(statements) {
      const all = [...waiting.filter((item) => "statement" in item).map((item) => item.statement), ...statements];
      const state = waiting.find((item) => "state" in item);
      if (state) {
        deliver(state).catch(() => {});
      }
      waiting.length = 0;
      if (all.length > 0) {
        lrs.sendStatements(all).catch(() => {});
      }
    },
  };
}
