import gc


def live(needle):
    gc.collect()
    out = []
    seen = set()

    def look(o, path, depth):
        for r in gc.get_referents(o):
            if isinstance(r, (str, bytes, bytearray)):
                t = r if isinstance(r, str) else bytes(r).decode("latin1")
                if needle in t and id(r) not in seen:
                    seen.add(id(r))
                    out.append(
                        (
                            path,
                            t[:100],
                            [type(x).__name__ for x in gc.get_referrers(o)][:8],
                            [str(x)[:200] for x in gc.get_referrers(o) if not isinstance(x, (dict, list))][
                                :4
                            ],
                        )
                    )
            elif depth < 4 and not gc.is_tracked(r) and isinstance(r, (dict, tuple, list)):
                look(r, path + ">" + type(r).__name__, depth + 1)

    for o in gc.get_objects():
        look(
            o,
            type(o).__name__
            + ":"
            + (repr(o)[:120] if not isinstance(o, (dict, list)) else str(list(o)[:6])[:200]),
            0,
        )
    return out
