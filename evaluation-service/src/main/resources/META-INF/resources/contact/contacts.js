// Opens the letters of raters inside this browser, with the key file of the city office. The key and what it opens never
// leave this page: nothing of them is sent, stored or logged. HPKE as in RFC 9180: base mode, DHKEM(X25519, HKDF-SHA256),
// HKDF-SHA256, AES-256-GCM.
"use strict";

const Hpke = (() => {
  const text = new TextEncoder();
  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return all;
  };
  const two = number => new Uint8Array([number >> 8, number & 255]);
  const KEM = join(text.encode("KEM"), two(0x0020));
  const SUITE = join(text.encode("HPKE"), two(0x0020), two(0x0001), two(0x0002));
  const VERSION = text.encode("HPKE-v1");
  const NONE = new Uint8Array(0);

  const hmac = async (key, message) => {
    const imported = await crypto.subtle.importKey(
      "raw", key.length ? key : new Uint8Array(32), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, message));
  };
  const extract = (suite, salt, label, ikm) => hmac(salt, join(VERSION, suite, text.encode(label), ikm));
  // One block is enough: nothing longer than 32 bytes is asked for.
  const expand = async (suite, prk, label, info, length) =>
    (await hmac(prk, join(two(length), VERSION, suite, text.encode(label), info, new Uint8Array([1])))).slice(0, length);

  // The pair of a key file: PEM, PKCS #8, as openssl writes it.
  const pair = async pem => {
    const body = pem.replace(/-----[^-]+-----/g, "").replace(/\s+/g, "");
    const der = Uint8Array.from(atob(body), character => character.charCodeAt(0));
    const extractable = await crypto.subtle.importKey("pkcs8", der, { name: "X25519" }, true, ["deriveBits"]);
    const jwk = await crypto.subtle.exportKey("jwk", extractable);
    const publicKey = Uint8Array.from(
      atob(jwk.x.replace(/-/g, "+").replace(/_/g, "/")), character => character.charCodeAt(0));
    const privateKey = await crypto.subtle.importKey("pkcs8", der, { name: "X25519" }, false, ["deriveBits"]);
    der.fill(0);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", publicKey));
    const hex = Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
    return { privateKey, publicKey, tag: hex.slice(0, 16), fingerprint: hex.slice(0, 32).match(/.{4}/g).join(" ") };
  };

  const open = async (keys, info, sealed) => {
    const encapsulated = sealed.slice(0, 32);
    const theirs = await crypto.subtle.importKey("raw", encapsulated, { name: "X25519" }, false, []);
    const dh = new Uint8Array(
      await crypto.subtle.deriveBits({ name: "X25519", public: theirs }, keys.privateKey, 256));
    const eaePrk = await extract(KEM, NONE, "eae_prk", dh);
    const shared = await expand(KEM, eaePrk, "shared_secret", join(encapsulated, keys.publicKey), 32);
    const context = join(
      new Uint8Array([0]),
      await extract(SUITE, NONE, "psk_id_hash", NONE),
      await extract(SUITE, NONE, "info_hash", text.encode(info)));
    const secret = await extract(SUITE, shared, "secret", NONE);
    const key = await crypto.subtle.importKey(
      "raw", await expand(SUITE, secret, "key", context, 32), "AES-GCM", false, ["decrypt"]);
    const iv = await expand(SUITE, secret, "base_nonce", context, 12);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed.slice(32)));
  };

  return { pair, open };
})();

addEventListener("DOMContentLoaded", () => {
  const INFO = "mingjing contact 1";
  const desk = document.getElementById("contacts");
  if (!desk) return;
  const words = desk.dataset;
  const say = (text, bad) => {
    const said = document.getElementById("opening");
    said.textContent = text;
    said.className = bad ? "errors" : "done";
    said.hidden = false;
  };
  const bytes = base64 => Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const read = padded => new TextDecoder().decode(padded.slice(2, 2 + (padded[0] << 8) + padded[1]));
  const post = async (path, fields) => {
    const answer = await fetch(path, {
      method: "POST", credentials: "same-origin", redirect: "follow",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields || {}),
    });
    return answer;
  };
  let keys = null;
  let names = null;

  const fact = (list, name, value) => {
    const term = document.createElement("dt");
    term.textContent = name;
    const told = document.createElement("dd");
    told.textContent = value;
    list.append(term, told);
  };

  const show = (row, lines, notes) => {
    const list = document.createElement("dl");
    list.className = "facts";
    const [, place, day, level, reasons, leaf, phone, address] = lines;
    fact(list, words.phone, phone);
    fact(list, words.address, address);
    fact(list, words.place, names.places[place] || place);
    fact(list, words.day, day);
    fact(list, words.level, names.levels[level] || level);
    fact(list, words.reasons, reasons ? reasons.split(",").map(code => names.reasons[code] || code).join("；") : "—");
    if (leaf) fact(list, words.leaf, leaf);
    for (const note of notes) fact(list, words.note, note);
    row.querySelector(".letter").replaceChildren(list);
  };

  const openRow = async row => {
    const answer = await post("/evaluation/contacts/" + row.dataset.contact + "/unwrapping");
    if (!answer.ok) throw new Error(words.failed);
    const handedOut = await answer.json();
    if (handedOut.letter.keyTag !== keys.tag) throw new Error(words.otherKey);
    const lines = read(await Hpke.open(keys, INFO, bytes(handedOut.letter.sealed))).split("\n");
    if (lines[0] === "K") {
      const told = await post("/evaluation/contacts/" + row.dataset.contact + "/canary", { word: lines[1] });
      row.querySelector(".letter").textContent = (told.ok ? words.canary : words.canaryFailed) + " " + lines[2];
      for (const form of row.querySelectorAll("form")) form.remove();
      return;
    }
    const notes = [];
    for (const note of handedOut.words) {
      notes.push(note.keyTag === keys.tag
        ? read(await Hpke.open(keys, INFO, bytes(note.sealed))) : words.otherKey);
    }
    show(row, lines, notes);
  };

  const chooser = document.getElementById("key");
  const readKey = async () => {
    keys = null;
    try {
      const [file] = chooser.files;
      if (!file) return;
      keys = await Hpke.pair(await file.text());
      say(words.keyRead + " " + keys.fingerprint, desk.dataset.fingerprint && desk.dataset.fingerprint !== keys.fingerprint);
    } catch (notAKey) {
      say(words.notAKey, true);
    }
    chooser.value = "";
    document.getElementById("open").disabled = keys === null;
  };
  chooser.addEventListener("change", readKey);
  // Chosen while the page was still loading.
  if (chooser.files.length) readKey();

  document.getElementById("open").addEventListener("click", async event => {
    event.target.disabled = true;
    let failed = 0;
    try {
      names = names || await (await fetch("/evaluation/contacts/names", { credentials: "same-origin" })).json();
      for (const row of desk.querySelectorAll("[data-contact]")) {
        try {
          await openRow(row);
        } catch (problem) {
          failed++;
          row.querySelector(".letter").textContent = problem instanceof DOMException ? words.otherKey : problem.message;
        }
      }
      say(failed ? words.someFailed : words.opened, failed > 0);
    } catch (unreachable) {
      say(words.failed, true);
    }
    event.target.disabled = false;
  });

  // A call or a deletion is recorded without leaving the page: otherwise the key would have to be chosen again.
  desk.addEventListener("submit", async event => {
    const form = event.target;
    event.preventDefault();
    const row = form.closest("[data-contact]");
    const said = row.querySelector(".said");
    try {
      const answer = await post(form.action, new FormData(form, event.submitter));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok) {
        const errors = page.querySelector(".errors");
        said.textContent = errors ? errors.textContent : words.failed;
        return;
      }
      if (form.dataset.act === "delete") {
        row.remove();
        return;
      }
      row.querySelector(".state").textContent = words.recorded;
      form.closest("details").remove();
    } catch (unreachable) {
      said.textContent = words.failed;
    }
  });
});
