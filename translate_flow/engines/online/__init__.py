"""Engines that answer over HTTP; they need the extra `online`.

    pace     when the next request may start, and how long to wait after a refusal
    wire     one HTTP exchange: no redirects, nothing logged, broken off from outside
    service  what the adapter has to know about one service, and where keys come from
    attempt  a call with a hard deadline
    job      requests with retries, and what counts as an answer
    crew     worker threads
    adapter  the `Engine` all services share: order, and an end at any moment
    factory  the `Factory` all services share

Each service is one file beside these: its address, limits, language codes (for `google` and `mymemory`
deep-translator's lists), its request and where the translation is in the answer.
"""
