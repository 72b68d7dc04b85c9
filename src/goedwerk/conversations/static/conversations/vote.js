// <gw-vote> around the buttons of one statement: the keys 1, 2 and 3 press them, as long as the focus is in here. The
// focus goes to each new statement, so that a screen reader reads it and the keys work at once.

class Vote extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    this.addEventListener("keydown", this.press, { signal })
    // What stood here before still has the focus until it is gone.
    document.addEventListener("htmx:after:swap", this.begin, { signal })
    this.querySelector("[data-keys]")?.removeAttribute("hidden")
    this.begin()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    this.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)?.click()
  }

  begin = () => {
    if (!this.#somebodyIsElsewhere()) this.querySelector("[data-card]")?.focus({ preventScroll: true })
  }

  // Private

  #somebodyIsElsewhere() {
    const { activeElement } = document
    return activeElement && activeElement !== document.body && activeElement.id !== "content"
  }
}

customElements.define("gw-vote", Vote)
