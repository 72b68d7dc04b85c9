// <gw-once> around a form: pressing twice sends once. The button keeps its label and says that it is busy.

const PATIENCE = 10_000

class Once extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    this.addEventListener("submit", this.send, { signal, capture: true })
    this.addEventListener("htmx:finally:request", this.release, { signal })
    window.addEventListener("pageshow", this.release, { signal })
  }

  disconnectedCallback() {
    this.stop.abort()
    clearTimeout(this.timer)
  }

  // Actions

  send = (event) => {
    if (this.busy) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    this.busy = event.submitter ?? event.target
    this.busy.setAttribute("aria-busy", "true")
    this.timer = setTimeout(this.release, PATIENCE)
  }

  release = () => {
    clearTimeout(this.timer)
    this.busy?.removeAttribute("aria-busy")
    this.busy = null
  }
}

customElements.define("gw-once", Once)
