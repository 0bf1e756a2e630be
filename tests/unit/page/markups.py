"""The markups the portal might have: old and new, careful and careless."""

# ruff: noqa: E501 - markup reads best unbroken

from __future__ import annotations

import json

from tests.unit.page.portal import ARTICLE_URL, NEWS, Markup

_DIALOG = (
    "<h2>Kies je webmail</h2><p>Omdat het portaal twee soorten webmail heeft, vragen wij je één keer te kiezen.</p>"
    "<p><a href='https://mail.example.nl/'>Webmail een</a> <a href='https://mail.example.org/'>Webmail twee</a></p>"
)
_MENU = "".join(
    f"<li><a href='/nieuws/{name.lower()}'>{name}</a></li>"
    for name in ("Binnenland", "Buitenland", "Politiek", "Sport")
)
_FOOT = "<a href='/contact'>Contact</a> <a href='/privacy'>Privacy</a> © 2026 Portaal. Wij gebruiken cookies."


def _json_ld() -> str:
    crumbs = [
        {"@type": "ListItem", "position": at, "name": name}
        for at, name in enumerate(["Nieuws", "Buitenland"], 1)
    ]
    article = {
        "@type": "NewsArticle",
        "headline": NEWS["article"]["title"],
        "url": ARTICLE_URL,
        "articleSection": "Buitenland",
    }
    graph = {
        "@context": "https://schema.org",
        "@graph": [{"@type": "BreadcrumbList", "itemListElement": crumbs}, article],
    }
    return f"<script type='application/ld+json'>{json.dumps(graph)}</script>"


SEMANTIC = Markup(
    page=f"<!doctype html><html lang=nl><meta charset=utf-8><title>{{title}}</title><body><dialog open>{_DIALOG}</dialog>"
    f"<header><a href='/'>Portaal</a></header><nav><ul>{_MENU}</ul></nav><main>{{content}}</main><footer>{_FOOT}</footer>",
    headline="<p>{title}</p><h1>{title}</h1><p><a href='https://www.facebook.com/sharer/sharer.php?u=x'>Facebook</a></p>",
    paragraph="<p>{text}</p>",
    heading="<h2>{text}</h2>",
    list_heading="<h2>{text}</h2>",
    list_begin="<section>",
    list_end="</section>",
    teaser="<article><h3><a href='{url}'>{title}</a></h3><p>{summary}</p><footer><time>{age}</time></footer></article>",
    latest="<p><span>{place}</span> <time>{time}</time> <a href='{url}'>{title}</a></p>",
)
SOUP = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><div class=x1><div>{_DIALOG}</div></div><div><ul>{_MENU}</ul></div>"
    f"<div id=c><div>{{content}}</div></div><div>{_FOOT}</div></body></html>",
    headline="<div class=h>{title}</div><div class=h>{title}</div><div>Delen</div>",
    paragraph="<div class=p>{text}</div>",
    heading="<div class=p><b>{text}</b></div>",
    list_heading="<div class=k>{text}</div>",
    list_begin="<div class=l>",
    list_end="</div>",
    teaser="<div><div><span>ANP</span><span><a href='{url}'>{title}</a></span></div><div>{summary}</div><div>{age}</div></div>",
    latest="<div><span>{place}</span><span>{time}</span><span><a href='{url}'>{title}</a></span></div>",
)
JSON_LD = Markup(
    page=f"<!doctype html><html><head><meta charset=utf-8><title>{{title}}</title>{{extra}}</head><body><div role=dialog>{_DIALOG}"
    f"</div><div role=navigation>{_MENU}</div><div role=main>{{content}}</div><div role=contentinfo>{_FOOT}</div></body></html>",
    headline="<h1>{title}</h1><h1>{title}</h1>",
    paragraph="<p><span>{text}</span></p>",
    heading="<p><strong>{text}</strong></p>",
    list_heading="<h4>{text}</h4>",
    list_begin="<ul>",
    list_end="</ul>",
    teaser="<li><a href='{url}'><img src='/foto.jpg' alt='Foto bij het bericht'></a><h4><a href='{url}'>{title}</a></h4>"
    "<span>{age}</span><p>{summary}</p><a href='{url}'>Lees meer</a></li>",
    latest="<p>{place} {time} <a href='{url}'>{title}</a></p>",
    extra_head=_json_ld,
)
TABLES = Markup(
    page=f"<HTML><HEAD><TITLE>{{title}}</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR><TD COLSPAN=2>{_DIALOG}</TD></TR><TR>"
    f"<TD><UL>{_MENU}</UL></TD><TD>{{content}}</TD></TR><TR><TD COLSPAN=2>{_FOOT}</TD></TR></TABLE></BODY></HTML>",
    headline="<FONT SIZE=5><B>{title}</B></FONT><BR><BR>{title}<BR><BR>",
    paragraph="{text}<BR><BR>",
    heading="<B>{text}</B><BR>",
    list_heading="<B>{text}</B><BR><BR>",
    list_begin="<TABLE WIDTH='100%'>",
    list_end="</TABLE>",
    teaser="<TR><TD><A HREF='{url}'><B>{title}</B></A></TD></TR><TR><TD>{summary}</TD></TR><TR><TD><I>{age}</I></TD></TR>",
    latest="{place} {time} <A HREF='{url}'>{title}</A><BR>",
)
ONE_LINK = Markup(
    page=f"<!doctype html><html><head><title>{{title}}</title></head><body><aside hidden>{_DIALOG}</aside><ul>{_MENU}</ul>{{content}}"
    f"<footer>{_FOOT}</footer></body></html>",
    headline="<h1><span>{title}</span></h1><h2>{title}</h2>",
    paragraph="<p>{text}</p>",
    heading="<p style='font-weight: 700'>{text}</p>",
    list_heading="<h3>{text}</h3>",
    list_begin="",
    list_end="",
    teaser="<a href='{url}'><div><span>ANP</span><h4>{title}</h4><p>{summary}</p><small>{age}</small></div></a>",
    latest="<a href='{url}'><b>{place}</b> <i>{time}</i> <span>{title}</span></a>",
)
DEFINITIONS = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><div>{_DIALOG}</div><ul>{_MENU}</ul><div>{{content}}</div><div>{_FOOT}</div>"
    "</body></html>",
    headline="<h2>{title}</h2><h2>{title}</h2>",
    paragraph="<p>{text}</p>",
    heading="<p>{text}</p>",
    list_heading="<p><b>{text}</b></p>",
    list_begin="<dl>",
    list_end="</dl>",
    teaser="<dt><a href='{url}'>{title}</a></dt><dd>{summary}</dd><dd>{age}</dd>",
    latest="<dl><dt>{place} {time}</dt><dd><a href='{url}'>{title}</a></dd></dl>",
)
GLUED = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><div>{_DIALOG}</div><p>{_MENU}</p><div>{{content}}</div>{_FOOT}",
    headline="{title}<br><br>{title}<br><br>",
    paragraph="{text}<br><br>",
    heading="{text}<br>",
    list_heading="<hr>{text}<hr>",
    list_begin="<div>",
    list_end="</div>",
    teaser="<div><a href='{url}'>ANP{title}</a><br>{age}{summary}</div>",
    latest="<div>{place} {time} <a href='{url}'>{title}</a></div>",
)
SPANS = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><div>{_DIALOG}</div><div>{{content}}</div><div>{_FOOT}</div>",
    headline="<div><span>{title}</span></div><div><span>{title}</span></div>",
    paragraph="<div><span>{text}</span></div>",
    heading="<div><span>{text}</span></div>",
    list_heading="<div><span>{text}</span></div>",
    list_begin="<div>",
    list_end="</div>",
    teaser="<a href='{url}'><span>{title}</span><span>{summary}</span><span>{age}</span></a>",
    latest="<a href='{url}'><span>{place}</span><span>{time}</span><span>{title}</span></a>",
)

AGE_FIRST = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><form>{_DIALOG}<button>Kies</button></form><main>{{content}}</main>",
    headline="<header><h1>{title}</h1></header><figure><img src='/boot.jpg' alt=''></figure><h1>{title}</h1>",
    paragraph="<p>{text}</p>",
    heading="<h3>{text}</h3>",
    list_heading="<h2>{text}</h2>",
    list_begin="<aside><ol>",
    list_end="</ol></aside>",
    teaser="<li><small>{age}</small><h3><a href='{url}'>{title}</a></h3><p>{summary}</p></li>",
    latest="<div><b>{place}</b><br>{time}<br><a href='{url}'>{title}</a></div>",
)
LATE_LINK = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><section>{_DIALOG}</section><section>{{content}}</section>"
    f"<section>{_FOOT}</section>",
    headline="<h1>{title}</h1><h1>{title}</h1><ul><li><a href='https://wa.me/?text=x'>WhatsApp</a></li></ul>",
    paragraph="<section>{text}</section>",
    heading="<section><strong>{text}</strong></section>",
    list_heading="<h5>{text}</h5>",
    list_begin="<section>",
    list_end="</section>",
    teaser="<section><h4>{title}</h4><p>{summary}</p><p>{age} <a href='{url}'>Lees verder</a></p></section>",
    latest="<p>{place} {time} <a href='{url}'>{title}</a></p>",
)
COLUMNS = Markup(
    page=f"<html><head><title>{{title}}</title></head><body><table><tr><td>{_DIALOG}</td></tr></table>{{content}}<p>{_FOOT}",
    headline="<h1>{title}</h1><p><b>{title}</b></p>",
    paragraph="<p>{text}",
    heading="<p><b>{text}</b>",
    list_heading="<p><b>{text}</b>",
    list_begin="<table border=1>",
    list_end="</table>",
    teaser="<tr><td><a href='{url}'>{title}</a></td><td>{summary}</td><td>{age}</td></tr>",
    latest="<table><tr><td>{place}</td><td>{time}</td><td><a href='{url}'>{title}</a></td></tr></table>",
)

ALL = {
    "age_first": AGE_FIRST,
    "columns": COLUMNS,
    "definitions": DEFINITIONS,
    "glued": GLUED,
    "json_ld": JSON_LD,
    "late_link": LATE_LINK,
    "one_link": ONE_LINK,
    "semantic": SEMANTIC,
    "soup": SOUP,
    "spans": SPANS,
    "tables": TABLES,
}
