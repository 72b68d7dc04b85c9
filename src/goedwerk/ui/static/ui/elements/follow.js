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
    const step = document.querySelector("#step")
    if (step && isBusy(step)) return this.#show("[data-moved-on]", true)
    this.#show("[data-moved-on]", false)
    if (!window.htmx || !step) return location.reload()
    await window.htmx.ajax("GET", location.href, { target: "#step", select: "#step", swap: "outerHTML" })
    if (this.current < this.newest) this.newest = this.current
    this.dispatchEvent(new CustomEvent("gw-follow:moved", { bubbles: true, detail: { version: this.current } }))
  }

  /** @param {number} people */
  count(people) {
    for (const place of document.querySelectorAll("[data-people]")) place.textContent = String(people)
  }

  get current() {
    const step = /** @type {HTMLElement | null} */ (document.querySelector("#step"))
    return Number(step?.dataset.version ?? this.dataset.current)
  }

  // Private

  #show(selector, shown) {
    this.querySelector(selector)?.toggleAttribute("hidden", !shown)
  }
}

customElements.define("gw-follow", Follow)
