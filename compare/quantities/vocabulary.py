"""Words that qualify numbers and words that numbers are counted in: closed classes."""

from __future__ import annotations

QUALIFIERS = {
    **dict.fromkeys(
        "about around roughly approximately some estimated circa approx".split() + ["an estimated", "or so"], "about"
    ),
    **dict.fromkeys(
        ["over", "above", "at least", "more than", "no fewer than", "no less than", "not less than", "upwards of",
         "upward of", "as many as", "well over", "minimum of", "exceeding", "topped", "past"], "over"
    ),
    **dict.fromkeys(
        ["nearly", "almost", "under", "below", "less than", "fewer than", "up to", "at most", "no more than",
         "close to", "just under", "just shy of", "not quite", "maximum of"], "under"
    ),
}  # fmt: skip
"""Words before a number, and on which side of it they say that the amount lies."""
QUALIFIERS["as many as"] = QUALIFIERS["as much as"] = "under"
QUALIFIERS["close to"] = "about"

LONGEST_QUALIFIER = 3
LAST_OF_QUALIFIERS = frozenset(words.split()[-1] for words in QUALIFIERS)

CURRENCIES = {"$": "$", "£": "£", "€": "€", "¥": "¥", "₹": "₹", "₽": "₽"}

MONEY = {
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "€", "euros": "€", "eur": "€", "sterling": "£", "quid": "£",
    "yen": "¥", "rupee": "₹", "rupees": "₹", "ruble": "₽", "rubles": "₽", "rouble": "₽", "roubles": "₽",
    "yuan": "yuan", "peso": "peso", "pesos": "peso", "franc": "franc", "francs": "franc", "cent": "cent",
    "cents": "cent",
}  # fmt: skip

MEASURES = {
    form: name
    for name, forms in {
        "%": "% pct", "point": "point points", "mile": "mile miles", "kilometre": "kilometer kilometers km",
        "metre": "meter meters", "centimetre": "centimeter centimeters cm", "foot": "foot feet ft",
        "inch": "inch inches", "acre": "acre acres", "hectare": "hectare hectares", "tonne": "ton tons tonne tonnes",
        "kilogram": "kilogram kilograms kilo kilos kg", "pound": "pound pounds lb lbs", "ounce": "ounce ounces",
        "gallon": "gallon gallons", "litre": "liter liters", "barrel": "barrel barrels", "degree": "degree degrees",
        "mph": "mph", "kph": "kph", "watt": "watt watts", "kilowatt": "kilowatt kilowatts",
        "megawatt": "megawatt megawatts mw",
    }.items()
    for form in forms.split()
}  # fmt: skip

VOTING = frozenset(
    "vote votes voted voting pass passed passes approve approved approves reject rejected majority margin ruling ruled "
    "decision defeated ballot roll-call tally".split()
)

NAMING = frozenset(
    "no number numbers nos section sections article articles title chapter flight route highway interstate page "
    "room channel type grade apollo boeing airbus proposition prop resolution amendment act bill rule".split()
)
"""Words before a number that names, not counts ("Section 230", "Route 66")."""

STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd lane drive square place court highway way broadway".split()
)
