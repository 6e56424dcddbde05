"""Puts code that says the same in several ways behind tabs.

The pages have one labelled block below the other, which reads well anywhere; on the site
the labels become tabs. MkDocs calls `on_page_markdown` for every page.

It also ranks what the search finds, and puts the script beside the site that the search
needs where no server is; left to itself, the `offline` plugin has every reader fetch it
from another host.
"""

import re
from pathlib import Path
from typing import Any

# What it gives is not escaped again by those templates that do it themselves.
from markupsafe import escape

# A label on a line of its own, then a fenced block.
_BLOCK = re.compile(
    r"^(?P<label>Python|Python, async|cURL):\n\n"
    r"(?P<code>(?P<fence>`{3,})\w*\n.*?\n(?P=fence)\n)",
    re.DOTALL | re.MULTILINE,
)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page with every run of labelled blocks as tabs."""
    parts = []
    at = 0
    while (match := _BLOCK.search(markdown, at)) is not None:
        parts.append(markdown[at : match.start()])
        at = match.start()
        while (match := _BLOCK.match(markdown, at)) is not None:
            parts.append(_tab(match))
            at = match.end()
            # The empty line between two blocks.
            at += markdown.startswith("\n", at)
    return "".join([*parts, markdown[at:]])


def _tab(match: re.Match[str]) -> str:
    lines = [f"    {line}" if line else "" for line in match["code"].splitlines()]
    return "\n".join([f'=== "{match["label"]}"', "", *lines, "", ""])


def on_config(config: Any, **_: Any) -> Any:
    """Has names shown as text: MkDocs puts them into its pages as they are."""
    config["site_name"] = escape(config["site_name"])
    config["site_description"] = escape(config["site_description"] or "")
    return config


def on_nav(nav: Any, **_: Any) -> Any:
    """The same for the names in the menu."""
    todo = list(nav.items)
    while todo:
        item = todo.pop()
        if item.title:
            item.title = escape(item.title)
        todo += item.children or []
    return nav


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Has the search show what can be called before what it is made of, and keeps titles."""
    if not page.is_homepage:
        # Otherwise Material takes the escaping back for the title of the window.
        page.meta["title"] = page.title
    boost = {"sdks": 4, "models": 0.5}.get(page.file.src_uri.partition("/")[0])
    if boost is not None:
        page.meta.setdefault("search", {"boost": boost})
    return html


def on_post_page(output: str, **_: Any) -> str:
    """Names the search for those who hear the page."""
    bare = 'data-md-component="search" role="dialog"'
    return output.replace(bare, f'{bare} aria-label="Search"', 1)


def on_post_build(config: Any, **_: Any) -> None:
    """Writes what `extra.polyfills` in `mkdocs.yml` names."""
    file = Path(config["site_dir"], "assets", "javascripts", "iframe-worker.js")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_IFRAME_WORKER, encoding="utf-8")


# The shim of https://www.npmjs.com/package/iframe-worker 1.0.4.
_IFRAME_WORKER = r"""/*
Copyright (c) 2020-2022 Martin Donath <martin.donath@squidfunk.com>

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to
deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NON-INFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
IN THE SOFTWARE.
*/
"use strict";(()=>{function c(s,n){parent.postMessage(s,n||"*")}function d(...s){return s.reduce((n,e)=>n.then(()=>new Promise(r=>{let t=document.createElement("script");t.src=e,t.onload=r,document.body.appendChild(t)})),Promise.resolve())}var o=class extends EventTarget{
constructor(e){super();this.url=e;this.m=e=>{e.source===this.w&&(this.dispatchEvent(new MessageEvent("message",{data:e.data})),this.onmessage&&this.onmessage(e))};this.e=(e,r,t,i,m)=>{if(r===`${this.url}`){let a=new ErrorEvent("error",{message:e,filename:r,lineno:t,colno:i,error:m});this.dispatchEvent(a),this.onerror&&this.onerror(a)}};
let r=document.createElement("iframe");r.hidden=!0,document.body.appendChild(this.iframe=r),this.w.document.open(),
this.w.document.write(`<html><body><script>postMessage=${c};importScripts=${d};\
addEventListener("error",({error})=>{parent.dispatchEvent(new ErrorEvent("error",{filename:"${e}",error}))})<\/script>\
<script src=${e}?${+Date.now()}><\/script></body></html>`),
this.w.document.close(),onmessage=this.m,onerror=this.e,this.r=new Promise((t,i)=>{this.w.onload=t,this.w.onerror=i})}
terminate(){this.iframe.remove(),onmessage=onerror=null}
postMessage(e){this.r.catch().then(()=>{this.w.dispatchEvent(new MessageEvent("message",structuredClone({data:e})))})}
get w(){return this.iframe.contentWindow}};
window.IFrameWorker=o;location.protocol==="file:"&&(window.Worker=o);})();
"""
