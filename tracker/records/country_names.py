"""Countries by their Dutch names, to know them in a text.

>>> countries_in("in veertien landen, waaronder Nigeria en Irak")
['Nigeria', 'Irak']
"""

import re
from typing import Final

_NAMES: Final = (
    "Afghanistan", "Albanië", "Algerije", "Andorra", "Angola", "Argentinië", "Armenië", "Australië", "Azerbeidzjan",
    "Bahrein", "Bangladesh", "Belarus", "België", "Belize", "Benin", "Bolivia", "Botswana", "Brazilië", "Bulgarije",
    "Burundi", "Cambodja", "Canada", "Chili", "China", "Colombia", "Congo", "Cuba", "Curaçao", "Cyprus",
    "Denemarken", "Djibouti", "Duitsland", "Ecuador", "Egypte", "Eritrea", "Estland", "Ethiopië", "Filipijnen",
    "Finland", "Frankrijk", "Gabon", "Gambia", "Georgië", "Ghana", "Griekenland", "Guatemala", "Guinee", "Guyana",
    "Haïti", "Honduras", "Hongarije", "Ierland", "IJsland", "India", "Indonesië", "Irak", "Iran", "Israël",
    "Italië", "Ivoorkust", "Jamaica", "Japan", "Jemen", "Jordanië", "Kameroen", "Kazachstan", "Kenia", "Koeweit",
    "Kosovo", "Kroatië", "Laos", "Letland", "Libanon", "Liberia", "Libië", "Liechtenstein", "Litouwen", "Luxemburg",
    "Madagaskar", "Malawi", "Maleisië", "Mali", "Malta", "Marokko", "Mauritanië", "Mexico", "Moldavië", "Monaco",
    "Mongolië", "Montenegro", "Mozambique", "Myanmar", "Namibië", "Nepal", "Nicaragua", "Niger", "Nigeria",
    "Noord-Macedonië", "Noorwegen", "Oekraïne", "Oezbekistan", "Oman", "Oostenrijk", "Pakistan", "Panama",
    "Paraguay", "Peru", "Polen", "Portugal", "Qatar", "Roemenië", "Rusland", "Rwanda", "Senegal", "Servië",
    "Singapore", "Slovenië", "Slowakije", "Soedan", "Somalië", "Spanje", "Suriname", "Syrië", "Tadzjikistan",
    "Tanzania", "Thailand", "Togo", "Tsjaad", "Tsjechië", "Tunesië", "Turkije", "Turkmenistan", "Uganda", "Oeganda",
    "Uruguay", "Venezuela", "Vietnam", "Zambia", "Zimbabwe", "Zuid-Afrika", "Zuid-Soedan", "Zuid-Korea", "Zweden",
    "Zwitserland",
)  # fmt: skip
_LONGER: Final = (
    "Bosnië en Herzegovina", "Costa Rica", "Dominicaanse Republiek", "El Salvador", "Burkina Faso", "Noord-Korea",
    "Nieuw-Zeeland", "Papoea-Nieuw-Guinea", "Saoedi-Arabië", "Saudi-Arabië", "Sierra Leone", "Sri Lanka",
    "Verenigd Koninkrijk", "Verenigde Staten", "Verenigde Arabische Emiraten", "Palestijnse gebieden",
)  # fmt: skip
_ALL: Final = "|".join(map(re.escape, sorted((*_NAMES, *_LONGER), key=len, reverse=True)))
_COUNTRY: Final = re.compile(rf"(?<![\w-])(?:{_ALL})(?![\w-])")


def countries_in(text: str) -> list[str]:
    """Give the countries that the text names, but for the Netherlands, in order and once."""
    return list(dict.fromkeys(found[0] for found in _COUNTRY.finditer(text)))
