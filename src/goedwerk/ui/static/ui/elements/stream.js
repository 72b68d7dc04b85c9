// Server-sent events with a growing pause after each failure, and polling underneath.

const POLL = 10_000
const LONGEST = 30_000

/**
 * @param {{events?: string, version?: string, onVersion: (n: number) => void, onPeople: (n: number) => void,
 *   onState: (connected: boolean) => void}} settings
 * @returns {{stop: () => void}}
 */
export function listen({ events, version, onVersion, onPeople, onState }) {
  const end = new AbortController()
  let failures = 0
  let source = null
  let retry = 0

  const connect = () => {
    if (!events || end.signal.aborted) return
    source = new EventSource(events)
    source.addEventListener("open", () => ((failures = 0), onState(true)))
    source.addEventListener("version", (event) => onVersion(Number(event.data)))
    source.addEventListener("people", (event) => onPeople(Number(event.data)))
    source.addEventListener("error", again)
  }

  const again = () => {
    source.close()
    failures += 1
    retry = setTimeout(connect, Math.min(LONGEST, 1000 * 2 ** failures) * (0.5 + Math.random() / 2))
    ask()
  }

  const ask = async () => {
    if (!version) return
    try {
      const answer = await fetch(version, { signal: end.signal, headers: { Accept: "text/plain" } })
      if (answer.ok) onVersion(Number(await answer.text()))
      onState(answer.ok)
    } catch {
      if (!end.signal.aborted) onState(false)
    }
  }

  // A phone that slept may hold a dead stream without knowing it.
  const wake = () => document.visibilityState === "visible" && ask()
  const poll = setInterval(() => source?.readyState !== EventSource.OPEN && ask(), POLL + Math.random() * 2000)
  document.addEventListener("visibilitychange", wake, { signal: end.signal })
  window.addEventListener("online", wake, { signal: end.signal })
  connect()

  return {
    stop() {
      end.abort()
      source?.close()
      clearTimeout(retry)
      clearInterval(poll)
    },
  }
}
