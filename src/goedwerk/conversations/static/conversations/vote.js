// <gw-vote> around the buttons of one statement: the keys 1, 2 and 3 press them, as long as the focus is in here. The
// focus goes to each new statement, so that a screen reader reads it and the keys work at once.

class Vote extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("keydown", this.press, { signal: this.stop.signal })
    this.querySelector("[data-keys]")?.removeAttribute("hidden")
    if (!this.#somebodyIsElsewhere()) this.querySelector("[data-card]")?.focus({ preventScroll: true })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  press = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    this.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)?.click()
  }

  // Private

  #somebodyIsElsewhere() {
    const { activeElement } = document
    return activeElement && activeElement !== document.body && activeElement.id !== "content"
  }
}

customElements.define("gw-vote", Vote)
