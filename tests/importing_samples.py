"""A list, a letter and a page of open data as short as they can be with everything in them, for pictures and tests."""

from __future__ import annotations

LIST = """Kenmerk;Soort;Onderwerp;Vindplaats;Datum;Uiterlijk;Stand;Rubriek
TZ202605-101;toezegging;Ontwerp voor het opvanglandschap delen;28 638, nr. 259;20-05-26;voor eind 2026;openstaand;opvang
TZ202605-102;toezegging;Gesprek over non-punishment;;20-05-26;na inwerkingtreding art. 273f Sr;hangende;recht
;motie;Non-punishment jaarlijks monitoren;36 547, nr. 36;10-04-2025;jaarlijks;loopt;recht
TZ202605-103;toezegging;Brief over huisvesting;;31-02-2026;Q1 2027;openstaand;opvang
"""

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Datum 3 november 2026
Betreft Voortgang aanpak mensenhandel

Geachte voorzitter,

Met deze brief informeer ik uw Kamer over de voortgang.

Moties en toezeggingen

Motie Ceder en Bikker - Jaarlijks monitoren van het non-punishmentbeginsel
De motie van de leden Ceder en Bikker (Kamerstukken II 2024/25, 36 547, nr. 36) verzoekt de regering de toepassing jaarlijks te monitoren. Ik informeer uw Kamer hierover voor 1 juli 2027.

Toezegging opvanglandschap
Tijdens het commissiedebat Mensenhandel en prostitutie d.d. 20 mei 2026 heb ik toegezegd het ontwerp met uw Kamer te delen. Het ontwerp treft u als bijlage aan. Hiermee beschouw ik deze toezegging als afgedaan.

De minister van Justitie en Veiligheid
"""  # noqa: E501 - a letter has paragraphs

PAGE = """{"@odata.context": "$metadata#Toezegging", "value": [
 {"Nummer": "TZ202605-101", "Tekst": "De minister deelt het ontwerp voor eind 2026 met de Kamer.",
  "Aanmaakdatum": "2026-05-20T14:00:00+02:00", "Functie": "Minister van Justitie en Veiligheid", "Status": "Afgedaan",
  "DatumNakoming": "2026-11-03T00:00:00Z", "Verwijderd": false},
 {"Nummer": "TZ202605-104", "Tekst": "De minister informeert de Kamer in het eerste kwartaal van 2027.",
  "Aanmaakdatum": "2026-05-20T15:00:00+02:00", "Functie": "Minister van Justitie en Veiligheid",
  "Status": "Openstaand", "Verwijderd": false}
]}
"""
