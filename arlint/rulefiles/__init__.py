"""Rules as data: what a rule says lives in TOML files under rules/, how it is found in `arlint.checks`.

Start at `rule` (the value), then `reader` (TOML → rules), `examples` (the `[wrong]{right}` notation), `store`
(compiled at build time; edited files take effect at once in a checkout).
"""
