"""The slips of every template that is shipped, as the help shows them."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2

from app import places
from app.desk.slips import sample
from app.forms.load import load
from app.printing import slip

_AT = datetime(2026, 11, 22, 16, 5)


def templates(folder: Path, lang: str = "zh_CN") -> None:
    """Draw the first page of each, with invented answers of a form it is for."""
    forms = load(places.forms())
    for name, template in forms.slips.items():
        form = forms.get((template.forms or ("gas_repair",))[0])
        sheet = sample(form, forms, template, lang, _AT)
        document = pypdfium2.PdfDocument(slip.in_memory(replace(sheet, centre="临江燃气客服中心")))
        document[0].render(scale=1.1).to_pil().save(folder / f"slip-{name}.png")
        document.close()
