"use strict";
(() => {
  const KEY = "mj_receipt";
  const TOO_OLD = 60000;
  const forms = [...document.forms].filter(form => form.elements.receipt);

  // What was typed travels to the next page of this tab once, within a minute, so that it need not be typed again.
  let handed = "";
  try {
    const [at, code] = (sessionStorage.getItem(KEY) || "").split(" ");
    sessionStorage.removeItem(KEY);
    if (code && Date.now() - Number(at) < TOO_OLD) handed = code;
  } catch (storageIsOff) { /* then it is typed again */ }

  const handOn = code => {
    try {
      sessionStorage.setItem(KEY, Date.now() + " " + code.replace(/[\s-]/g, ""));
    } catch (storageIsOff) { /* then it is typed again */ }
  };

  for (const form of forms) {
    const field = form.elements.receipt;
    if (handed && field.value === "") field.value = handed;
    form.addEventListener("submit", () => {
      handOn(field.value);
      const pad = form.elements.pad;
      if (pad) {
        pad.value = "";
        pad.value = "0".repeat(Math.max(0, 6144 - new URLSearchParams(new FormData(form)).toString().length));
      }
      setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; }, 0);
    });
  }

  const kept = document.getElementById("kept");
  if (kept && handed) {
    // The other language of this very page: it was an answer to a form, so the form is sent again.
    const other = document.querySelector("a.lang");
    other.addEventListener("click", event => {
      event.preventDefault();
      const again = document.createElement("form");
      again.method = "post";
      again.action = other.href;
      const receipt = again.appendChild(document.createElement("input"));
      receipt.type = "hidden";
      receipt.name = "receipt";
      receipt.value = handed;
      document.body.append(again);
      handOn(handed);
      again.submit();
    });
    const keep = document.getElementById("keep");
    keep.textContent = handed.length === 13 ? handed.replace(/^(.{4})(.{4})/, "$1-$2-") : handed;
    kept.hidden = false;
    const copy = kept.querySelector("[data-copy]");
    copy.hidden = !navigator.clipboard;
    copy.addEventListener("click", () => navigator.clipboard.writeText(keep.textContent).then(
      () => { copy.textContent = copy.dataset.done; },
      () => getSelection().selectAllChildren(keep)));
  }

  addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("button")) button.disabled = false;
  });
  const faults = document.querySelector(".faults");
  if (faults) faults.focus();
})();
