// <gw-follow data-events="…" data-version="…" data-current="12"> keeps `#step` in step with the group. The server pushes
// version numbers (`event: version`) and the number of phones (`event: people`); where that fails, the version is asked
// for every ten seconds. A page that somebody is filling in is never replaced: the notice [data-moved-on] is shown.
import { isBusy } from "./fields.js"
import { listen } from "./stream.js"

const JITTER = 1500

class Follow extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.newest = this.current
    this.stream = listen({
      events: this.dataset.events,
      version: this.dataset.version,
      onVersion: (version) => this.arrive(version),
      onPeople: (people) => this.count(people),
      onState: (connected) => this.#show("[data-lost]", !connected),
    })
  }

  disconnectedCallback() {
    this.stream.stop()
    clearTimeout(this.waiting)
  }

  // Actions

  /** @param {number} version */
  arrive(version) {
    if (!(version > this.current) || version <= this.newest) return
    this.newest = version
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.move(), Math.random() * JITTER)
  }

  async move() {
    if (this.#holdBack()) return
    const page = await fetchPage(location.href)
    if (!page) return this.#tryAgainLater()
    if (this.#holdBack()) return
    this.#put(page)
  }

  /** @param {number} people */
  count(people) {
    for (const place of document.querySelectorAll("[data-people]")) place.textContent = String(people)
  }

  get current() {
    const step = /** @type {HTMLElement} */ (document.querySelector("#step"))
    return Number(step.dataset.version ?? this.dataset.current)
  }

  // Private

  // Somebody is filling in this page: it stays, and a link leads on.
  #holdBack() {
    const busy = isBusy(document.querySelector("#step"))
    this.#show("[data-moved-on]", busy)
    return busy
  }

  #put(page) {
    const old = document.querySelector("#step")
    const fresh = page.querySelector("#step")
    if (!fresh) return location.reload()
    const focusIsLost = old.contains(document.activeElement)
    old.replaceWith(document.adoptNode(fresh))
    window.htmx?.process(fresh)
    document.title = page.title
    this.querySelector("[data-arrived]").textContent = page.title
    if (focusIsLost) document.querySelector("#content").focus({ preventScroll: true })
    window.scrollTo(0, 0)
    this.#tryAgainLater()
    this.dispatchEvent(new CustomEvent("gw-follow:moved", { bubbles: true, detail: { version: this.current } }))
  }

  // What this page shows is what counts: a newer version may be told once more.
  #tryAgainLater() {
    this.newest = this.current
  }

  #show(selector, shown) {
    this.querySelector(selector)?.toggleAttribute("hidden", !shown)
  }
}

async function fetchPage(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } })
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null
  } catch {
    return null
  }
}

customElements.define("gw-follow", Follow)
