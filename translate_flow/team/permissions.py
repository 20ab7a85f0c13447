"""What each address asks of whoever comes: the whole of it, in one table.

An address that is not listed is shut: a new page of the desk is nobody's until somebody has thought about who it is
for, and a test fails until then. Where a statement is named, its opening asks for the same role once more, for this
very statement and language (`PersonsAccess.open`); what is written asks for the role of its kind (`roles.role_for`).
"""

from __future__ import annotations

from dataclasses import dataclass

from .roles import Grant, Role, held_everywhere, held_somewhere


@dataclass(frozen=True, slots=True)
class Need:
    """What one address asks for."""

    role: Role | None = None
    """The role one must hold somewhere; None: an account is enough."""
    everywhere: bool = False
    """Whether the role must hold for all statements and languages."""
    public: bool = False
    """Whether one need not be signed in."""

    def met(self, grants: tuple[Grant, ...]) -> bool:
        """Whether somebody who is signed in, with these grants, comes in."""
        if self.role is None:
            return True
        return (held_everywhere if self.everywhere else held_somewhere)(grants, self.role)


PUBLIC = Need(public=True)
ANYBODY = Need()
TRANSLATOR = Need(Role.TRANSLATOR)
REVIEWER = Need(Role.REVIEWER)
COORDINATOR = Need(Role.COORDINATOR)
EVERYWHERE = Need(Role.COORDINATOR, everywhere=True)
ADMINISTRATOR = Need(Role.ADMINISTRATOR)

NEEDS: dict[tuple[str, str], Need] = {
    # Signing in
    ("GET", "/login"): PUBLIC,
    ("POST", "/login"): PUBLIC,
    ("POST", "/login/passkey/options"): PUBLIC,
    ("POST", "/login/passkey"): PUBLIC,
    ("GET", "/login/oidc"): PUBLIC,
    ("GET", "/login/oidc/back"): PUBLIC,
    ("GET", "/join"): PUBLIC,
    ("POST", "/join"): PUBLIC,
    ("GET", "/favicon.ico"): PUBLIC,
    ("GET", "/static/{edition}/{file}"): PUBLIC,
    # One's own account
    ("GET", "/account"): ANYBODY,
    ("POST", "/account/language"): ANYBODY,
    ("POST", "/account/mail"): ANYBODY,
    ("POST", "/account/password"): ANYBODY,
    ("POST", "/account/passkey/options"): ANYBODY,
    ("POST", "/account/passkey"): ANYBODY,
    ("POST", "/account/passkeys/remove"): ANYBODY,
    ("POST", "/account/leave"): ANYBODY,
    ("POST", "/account/lost"): ANYBODY,
    ("POST", "/api/me"): ANYBODY,
    # Everybody's accounts
    ("GET", "/people"): ADMINISTRATOR,
    ("POST", "/people/invite"): ADMINISTRATOR,
    ("POST", "/people/again"): ADMINISTRATOR,
    ("POST", "/people/roles"): ADMINISTRATOR,
    ("POST", "/people/disable"): ADMINISTRATOR,
    ("POST", "/people/enable"): ADMINISTRATOR,
    ("POST", "/people/signout"): ADMINISTRATOR,
    # Who may see a confidential statement
    ("GET", "/named/{language}/{name:path}"): TRANSLATOR,
    ("POST", "/named"): COORDINATOR,
    # The overview: of what one may see
    ("GET", "/"): ANYBODY,
    ("GET", "/api/statements"): ANYBODY,
    ("GET", "/events"): ANYBODY,
    # Searching, and many changes at once: each change asks for the role of its kind
    ("GET", "/find"): TRANSLATOR,
    ("POST", "/api/batch"): TRANSLATOR,
    ("POST", "/api/replace/preview"): TRANSLATOR,
    ("POST", "/api/replace"): TRANSLATOR,
    ("GET", "/api/outlook"): TRANSLATOR,
    ("POST", "/api/draft"): TRANSLATOR,
    ("POST", "/api/back"): TRANSLATOR,
    ("POST", "/api/job/cancel"): TRANSLATOR,
    ("POST", "/api/build"): COORDINATOR,
    ("GET", "/built"): TRANSLATOR,
    ("GET", "/exchange/{language}"): TRANSLATOR,
    ("GET", "/exchange/out"): TRANSLATOR,
    ("POST", "/api/upload/review"): REVIEWER,
    ("POST", "/api/upload/memory"): EVERYWHERE,
    ("POST", "/api/memory/clean"): EVERYWHERE,
    ("GET", "/align/{language}/{name:path}"): TRANSLATOR,
    ("POST", "/api/upload/align"): TRANSLATOR,
    ("GET", "/publish/{language}/{name:path}"): TRANSLATOR,
    ("GET", "/publish/look"): TRANSLATOR,
    ("GET", "/publish/zip"): TRANSLATOR,
    ("POST", "/api/imprint"): COORDINATOR,
    ("POST", "/api/signatories"): COORDINATOR,
    ("POST", "/api/signatories/paste"): TRANSLATOR,
    ("POST", "/api/reread"): COORDINATOR,
    ("POST", "/api/upload"): EVERYWHERE,
    # Settings: what engines there are, and what they cost; the server's administrator changes them
    ("GET", "/settings"): TRANSLATOR,
    ("POST", "/api/settings"): ADMINISTRATOR,
    ("POST", "/api/model"): ADMINISTRATOR,
    ("POST", "/api/engine/test"): COORDINATOR,
    ("POST", "/api/sample"): EVERYWHERE,
    ("POST", "/api/sample/remove"): EVERYWHERE,
    # Terms: a row of the glossary is for all texts of its language, and asks for the role there once more
    # (`flow.terms.allowed`)
    ("GET", "/api/term"): TRANSLATOR,
    ("POST", "/api/term/preview"): TRANSLATOR,
    ("POST", "/api/term/write"): REVIEWER,
    ("POST", "/api/term/redraft"): TRANSLATOR,
    ("GET", "/glossary/{language}"): TRANSLATOR,
    ("GET", "/glossary/{language}/{form}"): TRANSLATOR,
    ("GET", "/api/glossary/suggestions"): TRANSLATOR,
    ("POST", "/api/glossary/take"): REVIEWER,
    ("POST", "/api/glossary/change"): COORDINATOR,
    ("POST", "/api/upload/glossary"): COORDINATOR,
    # Plans of what one may see; what one changes is the coordinator's (`set_plan`)
    ("GET", "/plan"): TRANSLATOR,
    ("GET", "/plan/{file}"): TRANSLATOR,
    ("POST", "/api/plan"): COORDINATOR,
    # Findings of what one may see
    ("GET", "/findings/{language}"): TRANSLATOR,
    ("GET", "/api/findings"): TRANSLATOR,
    ("POST", "/api/findings/dismiss"): TRANSLATOR,
    ("POST", "/api/findings/undismiss"): TRANSLATOR,
    ("POST", "/api/findings/fix"): TRANSLATOR,
    # One statement
    ("GET", "/s/{language}/{name:path}"): TRANSLATOR,
    ("GET", "/review/{language}/{name:path}"): TRANSLATOR,
    ("GET", "/timeline/{language}/{name:path}"): TRANSLATOR,
    ("GET", "/api/act"): TRANSLATOR,
    ("POST", "/api/undo"): TRANSLATOR,
    ("GET", "/api/segment"): TRANSLATOR,
    ("GET", "/api/units"): TRANSLATOR,
    ("GET", "/api/find"): TRANSLATOR,
    ("GET", "/api/part"): TRANSLATOR,
    ("POST", "/api/part"): TRANSLATOR,
    ("GET", "/api/suggest"): TRANSLATOR,
    ("GET", "/api/drafters"): TRANSLATOR,
    ("GET", "/api/concordance"): TRANSLATOR,
    ("POST", "/api/look"): TRANSLATOR,
    ("POST", "/api/typing"): TRANSLATOR,
    ("POST", "/api/save"): TRANSLATOR,
    ("POST", "/api/conflict"): TRANSLATOR,
    ("POST", "/api/forget"): TRANSLATOR,
    ("POST", "/api/comment"): TRANSLATOR,
    ("POST", "/api/resolve"): TRANSLATOR,
    ("POST", "/api/dismiss"): TRANSLATOR,
    ("POST", "/api/undismiss"): TRANSLATOR,
    ("POST", "/api/here"): TRANSLATOR,
    ("POST", "/api/looked"): TRANSLATOR,
    ("POST", "/api/approve"): REVIEWER,
}
"""By method and path; what GET may, HEAD may."""
