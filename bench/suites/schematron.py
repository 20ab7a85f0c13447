"""Schematron rules in XPath 2, as those of LTAC for TBX and of OASIS for XLIFF are, which lxml cannot evaluate: by elementpath.

Of Schematron there is what those rules use: patterns, rules with a context, variables, assertions and reports. In each
pattern a node is held to the first rule whose context it fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def faults(rules: Path, document: Any) -> tuple[int, list[str]]:
    """How many assertions were tried on the tree of a root element, and what those that failed say.

    Raises what elementpath raises for rules that it cannot evaluate.
    """
    from elementpath import XPath2Parser, XPathContext

    schema = etree.parse(rules).getroot()
    spaces = {ns.get("prefix", ""): ns.get("uri", "") for ns in schema.iter(f"{_SCH}ns")}
    tree = XPathContext(document).root

    def value(text: str, node: Any, known: dict[str, Any]) -> Any:
        # XSLT's name for the node that the rule is about.
        parsed = XPath2Parser(namespaces=spaces).parse(text.replace("current()", "$rule-node"))
        return parsed.evaluate(XPathContext(tree, item=node, variables={**known, "rule-node": node}))

    tried, failed = 0, []
    for pattern in schema.iter(f"{_SCH}pattern"):
        held: set[int] = set()
        for rule in pattern.iter(f"{_SCH}rule"):
            path = XPath2Parser(namespaces=spaces).parse(f"//({rule.get('context')})")
            for node in list(path.select(XPathContext(tree))):
                if id(node) in held:
                    continue
                held.add(id(node))
                known: dict[str, Any] = {}
                for let in (*schema.findall(f"{_SCH}let"), *pattern.findall(f"{_SCH}let")):
                    known[let.get("name", "")] = value(let.get("value", ""), tree, known)
                for let in rule.findall(f"{_SCH}let"):
                    known[let.get("name", "")] = value(let.get("value", ""), node, known)
                for test in _tests(rule):
                    tried += 1
                    if bool(value(f"boolean({test.get('test')})", node, known)) is (
                        test.tag == f"{_SCH}report"
                    ):
                        failed.append(" ".join("".join(map(str, test.itertext())).split()))
    return tried, failed


def _tests(rule: Any) -> Iterator[Any]:
    return (test for test in rule if test.tag in (f"{_SCH}assert", f"{_SCH}report"))


def told(rules: Path, what: str, document: Any) -> None:
    """Print whether a root element keeps to the rules, or why that cannot be said; nothing where no rule is about it."""
    try:
        tried, failed = faults(rules, document)
    except ImportError:
        print(f"  {what} by {rules.name}: elementpath is not installed (make bench installs it)")
    except Exception as error:  # whatever XPath of the rules elementpath does not know
        print(f"  {what} by {rules.name}: not evaluated ({error})")
    else:
        if tried:
            print(f"  {what} by {rules.name}: {failed[0] if failed else f'valid, {tried} assertions'}")
