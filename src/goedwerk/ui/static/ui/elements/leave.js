// <gw-leave data-to="/neutral"><a href="/neutral">…</a></gw-leave>: the quick way out. It erases what this device kept and
// puts a neutral page in the place of this one, so that "back" does not lead here.
import { forgetAll } from "./storage.js"

class Leave extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("click", this.leave, { signal: this.stop.signal })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  leave = (event) => {
    event.preventDefault()
    forgetAll()
    document.body.replaceChildren()
    location.replace(this.dataset.to)
  }
}

customElements.define("gw-leave", Leave)
