for(const f of document.forms){const t=f.note,c=f.querySelector("[data-left]");if(t&&c){const s=()=>{c.textContent=c.dataset.left.replace("#",500-t.value.length)};t.addEventListener("input",s);s()}
f.addEventListener("submit",()=>{const b=f.querySelector("button");setTimeout(()=>{b.disabled=true},0);const p=f.pad;if(p){p.value="";const n=new URLSearchParams(new FormData(f)).toString().length;p.value="0".repeat(Math.max(0,6144-n))}})}
addEventListener("pageshow",()=>{for(const b of document.querySelectorAll("button"))b.disabled=false});
const e=document.querySelector(".faults");if(e)e.focus();
