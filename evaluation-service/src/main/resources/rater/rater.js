(()=>{
const doc=document,key="mj_unsent",seconds=20,quiet=600;
const late=new Set();
let home,held=[],forget=false,sending=false,idle=0,used=false;
const main=()=>doc.querySelector("main");
const unsent=()=>{
if(!forget)try{held=JSON.parse(localStorage.getItem(key)||"[]")}catch(none){forget=true}
return held=held.filter(one=>one.till>Date.now());
};
const keep=list=>{
held=list;
if(!forget)try{if(list.length)localStorage.setItem(key,JSON.stringify(list));else localStorage.removeItem(key)}catch(full){forget=true}
};
const waiting=()=>{const box=doc.getElementById("queue");if(box&&box.hidden){box.hidden=false;box.focus()}};
const show=page=>{
const next=new DOMParser().parseFromString(page,"text/html");
if(home===undefined&&next.getElementById("receipt"))history.replaceState(null,"","/r");
doc.title=next.title;
doc.documentElement.lang=next.documentElement.lang;
main().replaceWith(next.querySelector("main"));
begin();
scrollTo(0,0);
(doc.querySelector(".faults")||main()).focus();
};
const load=(address,body)=>fetch(address,body===undefined?{cache:"no-store"}:{method:"POST",body:new URLSearchParams(body)})
.then(answer=>{if(answer.status===429||answer.status>=500)throw answer;return answer.text()})
.then(page=>{if(!page.includes("data-mj"))throw page;return page});
const told=(page,body)=>{
const sent=new URLSearchParams(body),is=one=>one.level&&["code",one.ticket?"ticket":"matter"].every(name=>one[name].value===sent.get(name));
const form=[...doc.forms].find(is);
const busy=[...doc.forms].some(one=>one!==form&&one.level&&(one.querySelector(".pick:checked")||one.note.value));
if(!busy)return show(page);
const place=form?form.closest("section"):doc.getElementById("queue");
place.hidden=false;
place.replaceChildren(...new DOMParser().parseFromString(page,"text/html").querySelector(".card").childNodes);
place.tabIndex=-1;
place.focus();
};
const send=()=>{
const first=unsent()[0];
if(!first||sending)return;
sending=true;
load("/r",first.body).then(page=>{
keep(unsent().filter(one=>one.body!==first.body));
sending=false;
if(home===undefined)told(page,first.body);
else if(!late.has(first.body))show(page);
late.delete(first.body);
send();
}).catch(()=>{sending=false;if(home!==undefined){late.add(first.body);clear()}waiting()});
};
const clear=()=>{for(const form of doc.forms)form.reset()};
const anew=()=>{
used=false;idle=0;
clear();
load(home).then(show).catch(()=>{});
};
const begin=()=>{
const data=main().dataset;
if(data.start!==undefined){home=data.start;forget=true}
used="done"in data||home!==undefined&&data.start===undefined;
idle=0;
for(const form of doc.forms){
const note=form.note,left=form.querySelector("[data-left]");
if(note&&left){const count=()=>{left.textContent=left.dataset.left.replace("#",500-note.value.length)};note.addEventListener("input",count);count()}
form.addEventListener("submit",event=>{
const button=form.querySelector("button"),body=()=>new URLSearchParams(new FormData(form)).toString();
setTimeout(()=>{button.disabled=true},0);
if(form.receipt&&home===undefined)try{sessionStorage.setItem("mj_receipt",Date.now()+" "+form.receipt.value.replace(/[\s-]/g,""))}catch(off){}
if(form.pad){form.pad.value="";form.pad.value="0".repeat(Math.max(0,6144-body().length))}
if(!self.fetch||!self.DOMParser)return;
if(form.dataset.days){
event.preventDefault();
keep([...unsent(),{body:body(),till:Date.now()+form.dataset.days*864e5}]);
send();
}else if(home!==undefined){
event.preventDefault();
load(form.getAttribute("action"),body()).then(page=>{show(page);used=true}).catch(()=>{button.disabled=false;waiting()});
}
});
}
const field=doc.querySelector(".scan [type=text]");
if(field&&!doc.querySelector(".rate"))field.focus();
};
for(const touch of["pointerdown","keydown","input","touchstart"])addEventListener(touch,()=>{idle=0;if(home!==undefined)used=true},{passive:true});
addEventListener("keydown",event=>{
const field=doc.querySelector(".scan [type=text]"),at=doc.activeElement;
if(home!==undefined&&field&&event.key.length===1&&(at===doc.body||at===main()))field.focus();
});
setInterval(()=>{
if(home===undefined)return;
idle++;
const count=doc.querySelector(".count");
if(count){count.hidden=!used;const words=count.firstElementChild;words.textContent=words.dataset.words.replace("#",Math.max(0,seconds-idle))}
if(idle>=(used?seconds:quiet))anew();
},1e3);
setInterval(send,15e3);
addEventListener("online",send);
addEventListener("pageshow",event=>{
if(event.persisted&&home!==undefined)location.reload();
for(const button of doc.querySelectorAll("button"))button.disabled=false;
});
begin();
send();
const faults=doc.querySelector(".faults");if(faults)faults.focus();
})();
