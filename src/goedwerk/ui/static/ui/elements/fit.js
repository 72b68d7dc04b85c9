// <gw-fit> on the big screen: what does not fit is drawn a step smaller, as often as needed, down to just over half.
// The steps stand in the style sheet as [data-fit="1"] and so on; without script a long text runs on below.

const SMALLEST = 8

class Fit extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.watcher = new ResizeObserver(() => this.fit())
    this.watcher.observe(this)
    document.fonts.ready.then(() => this.fit())
  }

  disconnectedCallback() {
    this.watcher.disconnect()
  }

  // Actions

  fit() {
    this.removeAttribute("data-fit")
    for (let step = 1; step <= SMALLEST && this.#overflows(); step += 1) this.dataset.fit = String(step)
  }

  // Private

  #overflows() {
    return this.scrollHeight > this.clientHeight + 1 || this.scrollWidth > this.clientWidth + 1
  }
}

customElements.define("gw-fit", Fit)
