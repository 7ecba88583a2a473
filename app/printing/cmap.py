"""What a reader of a PDF needs to know which sign each code of a font stands for."""

_BFCHARS = 100  # a block may not hold more


def to_unicode(name: str, subset: list[int]) -> str:
    """Return the CMap of a font: code by code the sign, as UTF-16."""
    pairs = [
        f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for code, sign in enumerate(subset)
    ]
    blocks = [pairs[at : at + _BFCHARS] for at in range(0, len(pairs), _BFCHARS)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
