"""Engines that answer over HTTP, through deep-translator.

    pieces   a text cut into what one request may hold, and joined again
    pace     when the next request may start, and how long to wait after a refusal
    wire     one HTTP exchange: hard deadline, no redirects, nothing logged
    service  what the adapter has to know about one service, and where keys come from
    adapter  workers, retries, order: the `Engine` all services share

Each service is one file beside these: its address, limits, language codes, and which
class of deep-translator speaks to it.
"""
