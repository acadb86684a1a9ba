"""Tags, classes and ids to what an element is on the page, where they say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _names(reason: str, words: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), reason)


_BY_WORD = {
    **_names("comments", "comments commentlist commentarea disqus kommentare kommentar commentaires commentaire comentarios comentario commenti reacties discussion respond replies livefyre coral viafoura"),
    **_names("newsletter", "newsletter newsletters signup optin mailchimp mailinglist mailing subscribe subscription boletin abonnez abonnement abo adhesion"),
    **_names("share links", "share sharing shares sharedaddy sharebar sharebuttons social socials sociable addthis addtoany shariff teilen partage partager compartir condividi compartilhar bookmark likes"),
    **_names("related links", "related relatedposts relacionadas relacionados recommended recommendation recommendations recommends readmore onward trending mostread mostviewed mostpopular popular outbrain taboola recirc recirculation teaser teasers richlink upnext crosslinks morestories similar linkbox"),
    **_names("advertisement", "ad ads adv advert adverts advertisement advertising advertorial adslot adunit adbox adsense mpu dfp sponsor sponsored sponsors publicidad anzeige anzeigen werbung publicite pubblicita reklame banner"),
    **_names("caption", "caption captions credit credits enlarge imagecaption figcaption legend legende bildunterschrift bildtext photocredit photographer"),
    **_names("gallery", "gallery galleries slideshow lightbox carousel galerie"),
    **_names("video player", "player jwplayer vjs videojs brightcove video audio podcast"),
    **_names("byline", "byline bylines byl author authors authorbox contributor contributors bio autor auteur autore firma timestamp datetime dateline pubdate publishdate posted metadata postmeta vcard editor editors"),
    **_names("paywall note", "paywall barrier regwall registrationwall subscribewall piano gateway metering meter tout upsell"),
    **_names("cookie notice", "cookie cookies consent gdpr cmp onetrust didomi usercentrics ccpa cookiebanner cookiebar privacy"),
    **_names("navigation", "nav navi navbar navigation subnav menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager pagenav paginator pagelinks skip skiplink skiplinks toolbar tools topbar masthead sitemap tabs search searchbox login ticker langswitch"),
    **_names("footer", "footer colophon copyright impressum imprint pied legal disclaimer"),
    **_names("sidebar", "sidebar sidebars rail widget widgets"),
    **_names("tags", "tags taglist topics keywords categories postcategories etiquetas schlagworte"),
    **_names("pull quote", "pullquote"),
    **_names("promotion", "promo promos promobox promotion promotions house cta donate donation donations membership appeal callout"),
    **_names("pop-up", "modal popup overlay interstitial toast snackbar dialog"),
    **_names("rating", "rating ratings vote votes poll feedback"),
}  # fmt: skip
"""Words of class names and ids; each stands for one kind of furniture across publishing systems and languages."""

_BY_PAIR = {
    **_names("related links", "read-next read-more read-also also-read see-also more-on more-from more-stories more-news most-read most-viewed most-watched most-popular up-next next-up next-story rich-link lire-aussi lees-ook leggi-anche story-links related-links dont-miss latest-news meme-sujet you-may in-other link-list links-block top-stories"),
    **_names("comments", "comment-list comment-body comment-content comments-area comment-respond comment-form reader-comments"),
    **_names("pull quote", "pull-quote pulled-quote quote-pull"),
    **_names("caption", "wp-caption-text photo-credit image-credit image-caption img-caption photo-caption media-caption media-credit caption-text"),
    **_names("newsletter", "sign-up email-sub email-signup mail-signup mc-embed"),
    **_names("byline", "by-line author-bio author-box author-card author-info about-author pub-date post-date entry-date publish-date publication-date post-meta entry-meta article-meta story-meta art-meta date-time posted-on"),
    **_names("advertisement", "paid-content sponsored-content ad-slot ad-unit"),
    **_names("paywall note", "subscribe-wall reg-wall pay-wall article-gate content-gate story-gate reg-gate meter-gate"),
    **_names("cookie notice", "sp-message qc-cmp fc-consent"),
    **_names("navigation", "page-links page-nav post-navigation page-no back-top jump-links skip-link top-strip"),
    **_names("footer", "site-footer page-footer"),
    **_names("tags", "tag-list topic-list tags-links cat-links filed-under tag-cloud"),
    **_names("video player", "video-player video-embed video-container"),
}  # fmt: skip

_TAGS = {
    "nav": "navigation", "footer": "footer", "aside": "aside", "figcaption": "caption", "figure": "caption",
    "form": "form", "button": "form", "select": "form", "option": "form", "textarea": "form", "fieldset": "form",
    "dialog": "pop-up", "noscript": "hidden", "template": "hidden", "iframe": "hidden", "menu": "navigation",
    "address": "byline", "amp-sidebar": "navigation", "amp-consent": "cookie notice", "amp-ad": "advertisement",
    "amp-social-share": "share links", "amp-list": "related links", "video": "video player", "datalist": "form",
    "search": "form", "input": "form",
}  # fmt: skip

_ROLES = {
    "navigation": "navigation", "contentinfo": "footer", "complementary": "aside", "search": "form",
    "dialog": "pop-up", "alertdialog": "pop-up", "menu": "navigation", "menubar": "navigation",
    "toolbar": "navigation", "tablist": "navigation", "banner": "navigation",
}  # fmt: skip

_PROPERTIES = {"author": "byline", "datepublished": "byline", "datemodified": "byline", "publisher": "byline", "comment": "comments"}

_HIDDEN_CLASS = frozenset(
    "hidden visually-hidden visuallyhidden sr-only screen-reader-text screenreader screen-reader u-hidden is-hidden "
    "element-invisible a11y-hidden offscreen vh hide d-none print-only printonly show-for-print".split()
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it is not shown, or only to those who listen."""
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    names = attributes.get("class", "")
    if names and not _HIDDEN_CLASS.isdisjoint(names.lower().split()):
        return True
    return bool(_NOT_SHOWN.search(attributes.get("style", "")[:500]))


def reason_of(tag: str, attributes: Mapping[str, str]) -> str | None:
    """What an element is by its tag, role, class or id; None where they say nothing of furniture."""
    if is_hidden(attributes):
        return "hidden"
    called = " ".join(value[:100] for key in _CALLED if (value := attributes.get(key)))
    named = _reason_of_names(attributes.get("class", "")[:300], f"{attributes.get('id', '')[:100]} {called}")
    if named:
        return named
    role = attributes.get("role", "").lower()
    item = attributes.get("itemprop", "").lower()
    return _ROLES.get(role) or _PROPERTIES.get(item) or _TAGS.get(tag)


_CALLED = ("data-component", "data-testid", "data-test-id", "data-area", "data-module", "data-block", "data-type")
"""Attributes in which systems that make up their classes say what an element is."""


@lru_cache(maxsize=4096)
def _reason_of_names(classes: str, own: str) -> str | None:
    for name in [*classes.split(), *own.split()]:
        words = [word.lower() for word in _WORD.findall(name)]
        for pair in zip(words, words[1:], strict=False):
            if reason := _BY_PAIR.get("-".join(pair)):
                return reason
        if words and words[0] not in _ABOUT_OTHERS:
            for word in words:
                if reason := _BY_WORD.get(word):
                    return reason
    return None


_ABOUT_OTHERS = frozenset("has with no without is".split())
"""First words of a name that says what stands in or beside an element ("has-sidebar"), not what it is."""

STANDFIRST = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading sub lead lede summary abstract intro excerpt chapo "
    "vorspann teaser kicker synopsis syn description strapline entradilla bajada sommario unterzeile sottotitolo".split()
)
"""Words for the lines between a title and the text."""


def is_standfirst(attributes: Mapping[str, str]) -> bool:
    """Whether an element is named as what stands between a title and the text."""
    words = {word.lower() for word in _WORD.findall(f"{attributes.get('class', '')} {attributes.get('id', '')}"[:300])}
    return not STANDFIRST.isdisjoint(words) or attributes.get("itemprop", "").lower() in ("description", "alternativeheadline")
