// <gw-seal data-code="…" data-answers="{…}" data-done="Kept" data-failed="…" data-closed="…"> keeps one's own answers on
// this device, sealed, when [data-keep] is pressed; lists what is kept in [data-list], each with a button that erases it
// (from a <template>); without a secure connection it shows [data-insecure] instead.
import { forget } from "../ui/elements/storage.js"
import { canSeal, keepRecord, open, record, seal, sealedKeys } from "./sealed.js"

class Seal extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    this.querySelector("[data-insecure]").hidden = canSeal()
    const button = this.querySelector("[data-keep]")
    if (button) button.hidden = !canSeal()
    button?.addEventListener("click", this.keep, { signal })
    this.addEventListener("click", this.erase, { signal })
    this.list()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  keep = async () => {
    const answers = JSON.parse(this.dataset.answers)
    const earlier = await this.#same(answers)
    const done = keepRecord(await seal(this.dataset.code, answers))
    if (done) earlier.forEach(forget)
    this.#say(done ? this.dataset.done : this.dataset.failed)
    await this.list()
  }

  erase = async (event) => {
    const button = event.target.closest("[data-erase]")
    if (!button) return
    forget(button.value)
    this.#say("")
    await this.list()
  }

  async list() {
    const rows = await Promise.all(sealedKeys().map((key) => this.#row(key)))
    this.querySelector("[data-list]").replaceChildren(...rows)
  }

  // Private

  async #row(key) {
    const row = this.querySelector("template").content.cloneNode(true)
    const opened = await open(this.dataset.code, record(key))
    row.querySelector("[data-title]").textContent = opened?.dialogue ?? this.dataset.closed
    row.querySelector("[data-erase]").value = key
    return row
  }

  // What was kept of the same rounds before is replaced.
  async #same({ answers }) {
    const rounds = new Set(answers.map(({ round }) => round))
    const same = async (key) => (await open(this.dataset.code, record(key)))?.answers.some(({ round }) => rounds.has(round))
    const keys = sealedKeys()
    const found = await Promise.all(keys.map(same))
    return keys.filter((_, index) => found[index])
  }

  #say(words) {
    this.querySelector("[role=status]").textContent = words
  }
}

customElements.define("gw-seal", Seal)
