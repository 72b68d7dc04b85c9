// What htmx sends may not arrive, or be answered by something that is no page of ours: a fault, a proxy, a full disk. Then
// what stands on the page stays, and the [data-not-sent] of a form says so.

const FORM_IS_NOT_RIGHT = 422

document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = event.detail
  if (holdsWhatWasAsked(ctx)) return
  const isFault = ctx.response.status >= 400
  const wasSent = ctx.request.method === "POST"
  if (!isFault && !wasSent) return
  event.preventDefault()
  if (isFault) return say(ctx)
  // The answer is another whole page.
  location.assign(ctx.response.raw.url)
})

document.addEventListener("htmx:error", (event) => say(event.detail.ctx))

function holdsWhatWasAsked({ text, select, response }) {
  if (!select) return response.status < 400 || response.status === FORM_IS_NOT_RIGHT
  return new DOMParser().parseFromString(text, "text/html").querySelector(select) !== null
}

function say(ctx) {
  const notice = ctx?.sourceElement?.closest("gw-once")?.querySelector("[data-not-sent]")
  notice?.removeAttribute("hidden")
}
