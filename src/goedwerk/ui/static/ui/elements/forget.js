// <gw-forget data-done="…"> for a tablet that goes round: erases everything this device kept. With a button or form inside
// when that is used, otherwise at once, because the page that holds it is the end of somebody's turn.
import { forgetAll } from "./storage.js"

class Forget extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    if (!this.querySelector("button")) return this.forget()
    this.addEventListener("click", (event) => event.target.closest("button") && this.forget(), { signal })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  forget() {
    forgetAll()
    const status = this.querySelector("[role=status]")
    if (status) status.textContent = this.dataset.done
  }
}

customElements.define("gw-forget", Forget)
