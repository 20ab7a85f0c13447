"""A language model on a server of one's own: what it is asked, what is taken of its answers, and what is said when it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from services import Fault, Services

from translate_flow.cli.group import group
from translate_flow.engines.online.llm import LanguageModel
from translate_flow.engines.online.pace import Limits, Timing
from translate_flow.errors import EngineError, Unavailable, UsageError
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.passage import Held, Passage
from translate_flow.workspace import Workspace

QUICK = Timing(pause=lambda _stop, _seconds: None)
PATIENT = Limits(deadline=5.0, attempts=2)
STATEMENT = "# Nota\n\nLa Red Muqui denuncia 12 muertes en Puno.\n\nEl paro sigue. Nadie responde.\n"
GOOD = {
    "Nota": "Note",
    "La Red Muqui denuncia 12 muertes en Puno.": "Red Muqui denounces 12 deaths in Puno.",
    "El strike sigue. Nadie responde.": "The strike goes on. Nobody answers.",
}


@pytest.fixture
def model(server: Services, monkeypatch: pytest.MonkeyPatch) -> LanguageModel:
    """The engine pointed at the local server, which knows the sentences of GOOD."""
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", server.url + "/llm")
    for name in ("MODEL", "PROMPT", "KEY"):
        monkeypatch.delenv(f"TRANSLATE_FLOW_LLM_{name}", raising=False)
    server.translate = lambda text: GOOD.get(text, text)
    return LanguageModel("", PATIENT, QUICK)


def ask(model: LanguageModel, *passages: Passage | str) -> list[str]:
    with model.start("es", "en") as engine:
        return list(engine.translate([p if isinstance(p, Passage) else Passage(p) for p in passages]))


# what it is asked


def test_a_question_holds_text_names_and_neighbours(model: LanguageModel, server: Services) -> None:
    held = Held("Red Muqui", "Red Muqui", "Red Muqui")
    ask(model, Passage("La Red Muqui denuncia.", (held,), "Antes pasó esto.", "Después, aquello."))
    body = server.seen[-1].body
    assert (body["model"], body["temperature"], body["stream"]) == ("modelo:latest", 0, False)
    assert body["max_tokens"] < 200
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "from Spanish into English" in system["content"]
    for part in (
        "Antes pasó esto.",
        "Después, aquello.",
        "letter for letter in the translation: Red Muqui\n",
    ):
        assert part in user["content"]
    assert user["content"].endswith("\n\nLa Red Muqui denuncia.")
    assert server.seen[-1].path.endswith("/v1/chat/completions")


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (("es", "en"), "from Spanish into English"),
        (("es-PE", "en-GB"), "from Spanish (Peru) into English (United Kingdom)"),
        (("qu", "ca"), "from Quechua into Catalan"),
        (("es", "quy"), "from Spanish into quy"),
    ],
)
def test_languages_are_named_in_english(
    model: LanguageModel, server: Services, tags: tuple[str, str], said: str
) -> None:
    with model.start(*tags) as engine:
        list(engine.translate([Passage("Nota")]))
    assert said in " ".join(server.seen[-1].body["messages"][0]["content"].split())


def test_a_second_question_names_the_fault(model: LanguageModel, server: Services) -> None:
    ask(model, Passage("Son 12.", fault="the source has 12, the translation 21"))
    assert (
        "rejected: the source has 12, the translation 21" in server.seen[-1].body["messages"][-1]["content"]
    )


def test_a_base_model_is_given_examples_to_go_on_from(model: LanguageModel, server: Services) -> None:
    server.models = ["gemma-3-270m-pt-q4"]
    server.translate = lambda text: "The first.\nSpanish: something more"
    ask(model, "Lo primero.")
    body = server.seen[-1].body
    assert server.seen[-1].path.endswith("/v1/completions")
    assert body["prompt"].endswith("Spanish: Lo primero.\nEnglish:")
    assert body["stop"] == ["\n"]


def test_a_template_of_ones_own(
    model: LanguageModel, server: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('user = "Al {{ target_code }}: English:\\n\\n{{ text }}"\n')
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_PROMPT", str(mine))
    assert ask(model, "Nota") == ["Note"]
    assert server.seen[-1].body["messages"] == [{"role": "user", "content": "Al en: English:\n\nNota"}]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('user = "{{ texto }}"', r"mine\.toml: user: unknown field texto; known fields: source, target"),
        ('user = "Traduzca"', r"mine\.toml: user: the field “text” is missing"),
        ('user = "{{ text "', r"mine\.toml: the prompt template cannot be read: user: "),
        ("user = ", r"mine\.toml: the prompt template cannot be read"),
        ('ask = "talk"\nuser = "{{ text }}"', 'mine.toml: ask: write ask = "chat" or "completion"'),
        ('stop = "x"\nuser = "{{ text }}"', r"mine\.toml: stop: write stop = "),
        ("user = 3", r"mine\.toml: user: write user = "),
    ],
)
def test_a_template_with_a_fault_is_named(
    model: LanguageModel, template: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.toml").write_text(template)
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_PROMPT", str(tmp_path / "mine.toml"))
    with pytest.raises(Unavailable, match=said):
        model.start("es", "en")


def test_a_template_that_is_not_there(model: LanguageModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_PROMPT", "nada.toml")
    with pytest.raises(Unavailable, match=r"nada\.toml: no such prompt template; .*examples, instruct"):
        model.start("es", "en")


# what is taken of an answer


def test_lines_come_back_or_are_asked_one_by_one(model: LanguageModel, server: Services) -> None:
    server.translate = lambda text: " ".join(text.split()).upper()
    assert ask(model, "Uno dice.\nDos responde.") == ["UNO DICE.\nDOS RESPONDE."]


# what goes wrong

FAULTS = [
    (Fault(cut=True), "broke off|no connection"),
    (Fault(body=b"{}"), "no translation in the answer"),
    (Fault(body=b'{"choices": []}'), "no translation in the answer"),
    (Fault(body=b'{"choices": [{"message": {"content": null}}]}'), "empty answer"),
    (Fault(body=b"<html>Hello</html>"), "no translation in the answer"),
    (Fault(body=b"x" * 10_000_000), "far too long"),
    (
        Fault(body=json.dumps({"choices": [{"message": {"content": "so " * 900}}]}).encode()),
        "far longer than the text",
    ),
    (Fault(status=401, body=b"bad key"), r"rejected the request \(status 401\); check the key"),
    (Fault(status=500), r"failing \(status 500\)"),
    (Fault(status=404), r"does not accept the request \(status 404\)"),
]


@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_every_failure_is_said_in_one_line_without_the_text(
    model: LanguageModel, server: Services, fault: Fault, said: str
) -> None:
    with model.start("es", "en") as engine:
        server.fail(fault, fault)
        with pytest.raises(EngineError, match=said) as caught:
            list(engine.translate([Passage("Testimonio de Ñusta Quispe.")]))
    assert "Quispe" not in str(caught.value) and "\n" not in str(caught.value)


def test_an_answer_that_was_cut_off_is_no_answer(model: LanguageModel, server: Services) -> None:
    server.finish = "length"
    with pytest.raises(EngineError, match="cut off before its end"):
        ask(model, "Nota")


def test_a_slow_model_is_given_up(model: LanguageModel, server: Services) -> None:
    slow = LanguageModel("", Limits(deadline=0.2, attempts=1), QUICK)
    with slow.start("es", "en") as engine:
        server.fail(Fault(delay=5.0))
        with pytest.raises(EngineError, match=r"no answer within 0\.2 s"):
            list(engine.translate([Passage("Nota")]))


def test_no_server(model: LanguageModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", "http://127.0.0.1:9")
    with pytest.raises(Unavailable, match=r"no server answers at http://127\.0\.0\.1:9/v1; start it"):
        model.start("es", "en")
    assert model.models() == ()


def test_a_server_of_another_kind(
    model: LanguageModel, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", server.url + "/google")
    server.fail(Fault(body=b"<html></html>"))
    with pytest.raises(Unavailable, match="does not answer as a server of language models does"):
        model.start("es", "en")


def test_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRANSLATE_FLOW_LLM_URL", raising=False)
    assert "set TRANSLATE_FLOW_LLM_URL in the environment" in str(LanguageModel().missing("es", "en"))


def test_the_model_has_to_be_there(
    model: LanguageModel, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.models = ["uno", "dos:latest"]
    assert model.models() == ("uno", "dos:latest")
    with pytest.raises(
        Unavailable, match="several models; set TRANSLATE_FLOW_LLM_MODEL to one of them: uno, dos:latest"
    ):
        model.start("es", "en")
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_MODEL", "tres")
    with pytest.raises(
        Unavailable, match="no model tres; set TRANSLATE_FLOW_LLM_MODEL to one it has: uno, dos:latest"
    ):
        model.start("es", "en")
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_MODEL", "dos")
    with model.start("es", "en") as engine:
        assert engine.version == "dos:latest"
    server.models = []
    with pytest.raises(Unavailable, match="the server has no model"):
        model.start("es", "en")


@pytest.mark.parametrize("ending", ["", "/", "/v1", "/v1/", "/v1/chat/completions", "/v1/models"])
def test_an_address_may_be_given_with_or_without_its_ending(ending: str) -> None:
    assert LanguageModel("http://localhost:8080" + ending).address == "http://localhost:8080/v1"


@pytest.mark.parametrize(
    ("model_id", "shown"),
    [
        ("/home/ana/modelos/gemma-3-4b.gguf", "gemma-3-4b.gguf"),
        ("C:\\modelos\\gemma-3-4b.gguf", "gemma-3-4b.gguf"),
        ("google/gemma-3-4b", "google/gemma-3-4b"),
        ("gemma3:4b", "gemma3:4b"),
    ],
)
def test_the_journal_has_a_models_name_and_not_its_folder(
    model: LanguageModel, server: Services, model_id: str, shown: str
) -> None:
    server.models = [model_id]
    with model.start("es", "en") as engine:
        assert engine.version == shown
        assert list(engine.translate([Passage("Nota")])) == ["Note"]
    assert server.seen[-1].body["model"] == model_id


# from the command to the journal: a draft is taken only if its facts hold


@pytest.fixture
def workspace(tmp_path: Path, model: LanguageModel, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for name in ("NAMES", "TRANSLATE_FLOW_WHO"):
        monkeypatch.delenv(name, raising=False)
    init(tmp_path, "es", ["en"])
    (tmp_path / "statements" / "nota.es.md").write_text(STATEMENT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("add", "statements/nota.es.md").exit_code == 0
    return Workspace.find(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments), catch_exceptions=False, env={"COLUMNS": "140"})


def drafts(workspace: Workspace) -> dict[str, tuple[str, str]]:
    """Source → translation and the engine it is by."""
    units = Work.open(workspace, "nota", "en").units
    return {u.segment.text: (u.target, u.events[-1].by if u.events else "") for u in units}


def test_drafts_that_hold_are_taken(workspace: Workspace, server: Services) -> None:
    done = run("draft", "--engine", "llm")
    assert done.exit_code == 0 and "3 segments drafted by llm" in done.output, done.output
    assert "rejected" not in done.output, "no table where there is nothing to tell"
    assert drafts(workspace)["El paro sigue. Nadie responde."] == (
        "The strike goes on. Nobody answers.",
        "llm",
    )


def test_a_wrong_number_is_asked_again_with_the_fault_named(workspace: Workspace, server: Services) -> None:
    source = "La Red Muqui denuncia 12 muertes en Puno."
    wrong = iter(["Red Muqui denounces 21 deaths in Puno."])
    server.translate = lambda text: next(wrong, GOOD[text]) if text == source else GOOD[text]
    done = run("draft", "--engine", "llm")
    assert done.exit_code == 0, done.output
    assert drafts(workspace)[source] == (GOOD[source], "llm")
    again = [s.body["messages"][-1]["content"] for s in server.seen if "rejected" in str(s.body)]
    assert len(again) == 1 and "“12”" in again[0] and "“21”" in again[0]


BROKEN = {
    "a number": "Red Muqui denounces 21 deaths in Puno.",
    "a name": "Muqui Network denounces 12 deaths in Puno.",
    "a place": "Red Muqui denounces 12 deaths in Cusco.",
    "a sentence more": "Red Muqui denounces 12 deaths in Puno. The government has promised to investigate them all soon.",
    "Spanish": "La Red Muqui denuncia 12 muertes en Puno.",
    "French": "Le Red Muqui dénonce les 12 morts de la ville de Puno, qui sont dans les rues.",
    "twice": "Red Muqui denounces 12 deaths in Puno. Red Muqui denounces 12 deaths in Puno.",
    "a name more": "Red Muqui and Rosa Quispe denounce 12 deaths in Puno.",
    "bold": "Red Muqui denounces **12 deaths** in Puno.",
    "chatter": "Sure! I would be glad to help you with this translation. Red Muqui denounces 12 deaths in Puno.",
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_does_not_hold_is_not_taken(workspace: Workspace, server: Services, what: str) -> None:
    source = "La Red Muqui denuncia 12 muertes en Puno."
    server.translate = lambda text: BROKEN[what] if text == source else GOOD[text]
    done = run("draft", "--engine", "llm")
    assert done.exit_code == 3, done.output
    assert "left for a person; the draft by llm modelo:latest has errors" in done.output
    assert drafts(workspace)[source] == ("", "")
    assert sum("rejected" in str(seen.body) for seen in server.seen) == 1, "asked once more, not oftener"


def test_the_next_engine_drafts_it_and_the_journal_says_why(workspace: Workspace, server: Services) -> None:
    source = "El paro sigue. Nadie responde."
    server.translate = lambda text: "The strike goes on. Somebody answers." if "Nadie" in text else GOOD[text]
    done = run("draft", "--engine", "llm", "--engine", "fake")
    assert drafts(workspace)[source][1] == "fake"
    event = next(u for u in Work.open(workspace, "nota", "en").units if u.segment.text == source).events[-1]
    assert "the draft by llm modelo:latest was rejected: negation-lost" in str(event.reason)
    lines = [line.split() for line in done.output.splitlines()]
    assert ["llm", "modelo:latest", "2", "–", "–", "1", "negation-lost", "1"] in lines, done.output


def test_a_draft_made_before_is_judged_again(workspace: Workspace, server: Services) -> None:
    server.translate = lambda text: "The strike goes on. Somebody answers." if "Nadie" in text else GOOD[text]
    assert run("draft", "--engine", "llm").exit_code == 3
    asked = len(server.seen)
    assert run("draft", "--engine", "llm").exit_code == 3
    assert len(server.seen) == asked, "the same model is not asked the same twice"
    assert drafts(workspace)["El paro sigue. Nadie responde."] == ("", "")


def test_a_confidential_statement_goes_to_a_model_on_this_machine_only(
    workspace: Workspace, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = workspace.root / "translate-flow.toml"
    settings.write_text(settings.read_text() + '\n[statements."nota"]\nconfidential = true\n')
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", "https://modelos.example.org")
    with pytest.raises(UsageError, match="another machine"):
        run("draft", "--engine", "llm")
    assert not server.seen
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", server.url + "/llm")
    assert run("draft", "--engine", "llm").exit_code == 0


def test_engines_lists_the_models_of_a_server_here(workspace: Workspace, server: Services) -> None:
    server.models = ["uno", "dos"]
    assert "models: uno, dos" in run("engines").output


def test_drafts_of_several_engines_side_by_side(workspace: Workspace, server: Services) -> None:
    server.translate = lambda text: "The strike goes on. Somebody answers." if "Nadie" in text else GOOD[text]
    done = run("draft", "--compare", "--engine", "fake", "--engine", "llm")
    assert done.exit_code == 0, done.output
    lines = [line.strip() for line in done.output.splitlines()]
    assert "nota → en: 3 segments by 2 engines" in lines
    assert "llm modelo:latest: {+Red Muqui denounces 12 deaths in+} Puno." in lines, done.output
    assert any(line.startswith("▲ negation-lost: ") for line in lines), "a fault stands under its draft"
    assert drafts(workspace) == dict.fromkeys(
        ("Nota", "La Red Muqui denuncia 12 muertes en Puno.", "El paro sigue. Nadie responde."), ("", "")
    )
    table = json.loads(
        run("draft", "--compare", "--engine", "fake", "--engine", "llm", "--format", "json").stdout
    )
    [statement] = table["statements"]
    assert [(one["engine"].split()[0], one["private"], one["drafts"]) for one in statement["engines"]] == [
        ("fake", True, 3), ("llm", True, 3),
    ]  # fmt: skip
    assert statement["engines"][1]["wrong"] == 1 and statement["engines"][1]["rules"] == {"negation-lost": 1}


def test_comparing_needs_two_engines(workspace: Workspace, server: Services) -> None:
    with pytest.raises(UsageError, match="only one engine can run here"):
        run("draft", "--compare", "--engine", "llm")
