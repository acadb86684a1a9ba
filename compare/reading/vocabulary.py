"""The words of web pages about themselves: buttons, boxes and labels. A weak signal, never enough alone."""

from __future__ import annotations

from compare.reading.languages import word_set

SHARING = word_set(
    "share shares sharing tweet bookmark print email e-mail mail facebook twitter whatsapp linkedin pinterest reddit "
    "instagram telegram youtube tumblr messenger copy link links save like likes follow followers rss feed teilen "
    "drucken senden partager imprimer compartir imprimir condividi stampa"
)
"""What a share bar is made of."""

MEMBERSHIP = word_set(
    "subscribe unsubscribe subscribes subscriber subscribers subscription subscriptions newsletter newsletters "
    "signup signin sign login log register registration account inbox alerts notifications app download podcast podcasts donate "
    "membership member premium paywall trial unlimited abonnieren anmelden abo registrieren abonner inscription "
    "suscribirse suscríbete boletín iscriviti"
)
"""Newsletter boxes, pay walls, log-in lines."""

CONSENT = word_set(
    "cookie cookies consent privacy policy accept preferences settings terms conditions gdpr tracking personalised "
    "personalized browsing browser website datenschutz zustimmen akzeptieren accepter confidentialité aceptar "
    "privacidad accetta"
)
"""Cookie and consent boxes."""

PAGE = word_set(
    "home menu search navigation skip content main site sites sitemap page pages top back next previous more less "
    "read related recommended recommends trending popular sponsored advertisement advertisements advertising advert ad "
    "ads closed comment comments reply replies report loading scroll continue continued reading story stories click tap expand close "
    "open toggle video videos gallery galleries photo photos image images picture pictures slideshow watch listen play "
    "contact contacts author help faq careers archive archives copyright reserved rights imprint edition posted filed "
    "editions fullscreen view enlarge embed transcript sponsor sponsors message updates headlines latest "
    "sections section topics tags tagged categories category widget weather horoscope crossword "
    "suche inhalt startseite kontakt impressum werbung anzeige mehr accueil recherche inicio buscar cerca"
)
"""Everything else a page says about itself; many of these stand in news as well."""

WEB = SHARING | MEMBERSHIP | CONSENT | PAGE
"""What short lines on a page are made of."""

PLEA = word_set(
    "subscribe unsubscribe subscriber subscribers subscription subscriptions newsletter newsletters signup signin log "
    "register registration account inbox alerts notifications app download podcast podcasts donate premium paywall "
    "abonnieren anmelden abo registrieren abonner inscription suscribirse suscríbete boletín iscriviti "
    "cookie cookies consent privacy accept preferences gdpr tracking personalised personalized browsing browser browse "
    "datenschutz zustimmen akzeptieren accepter confidentialité aceptar privacidad accetta "
    "click tap site sites website page pages advertising ads facebook twitter instagram youtube whatsapp email e-mail "
    "tweet follow share link links resolution content updates headlines"
)
"""What whole sentences addressed to the reader of a page are made of."""

RIGHTS = frozenset({"c", "copyright", "rights"})
"""One of them, or "©", stands in every copyright line."""

CREDITED = word_set(
    "photo photos photograph photographs photographer image images picture pictures foto fotos bild credit credits ap afp "
    "epa reuters getty dpa shutterstock pa"
)
"""One of them, a slash or a bracket stands in every credit of a photograph."""

DISCLAIMING = word_set(
    "views opinions published reproduced reprinted copied redistributed republished responsible edited generated "
    "auto-generated earn taken disclaimer"
)
"""One of them stands in every disclaimer."""

FILED = word_set("photo photograph image picture frame file pictured")
SIDES = word_set("left right center centre l r c top bottom pictured file handout seen")
"""One of them stands in every caption that says what it is of, or who stands where."""

TELLING = PLEA | RIGHTS | DISCLAIMING
"""A paragraph of running text without one of these is no request, and no note of the paper on itself."""

COMMANDS = word_set(
    "click tap leave post share tweet print email follow like subscribe sign signup log login register download join get read see "
    "watch listen view enlarge skip scroll continue show hide open close accept manage enter search load add save "
    "send support donate become try start enable allow choose select"
)
"""Verbs with which a page asks its reader to do something, in the imperative."""

LABELS = frozenset(
    [
        "read more",
        "read also",
        "also read",
        "read next",
        "read",
        "more",
        "more on this",
        "more on this story",
        "related",
        "related story",
        "related stories",
        "related articles",
        "related article",
        "related coverage",
        "related content",
        "related links",
        "see also",
        "see more",
        "recommended",
        "recommended for you",
        "trending",
        "most read",
        "most popular",
        "don't miss",
        "don’t miss",
        "watch",
        "watch now",
        "watch live",
        "listen",
        "video",
        "photos",
        "gallery",
        "in pictures",
        "in photos",
        "further reading",
        "up next",
        "next",
        "keep reading",
        "more from",
        "you may also like",
        "you might also like",
        "tags",
        "topics",
        "filed under",
        "categories",
        "lesen sie auch",
        "mehr zum thema",
        "lire aussi",
        "à lire aussi",
        "lea también",
        "leggi anche",
        "leia também",
    ]
)
"""What stands before the colon of a link to another story, or above a list of such links."""
