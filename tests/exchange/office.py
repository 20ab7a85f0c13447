"""The real LibreOffice, driven by a small Basic macro as a person would drive it by menu."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..needs import need

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Review"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Review" script:language="StarBasic">
Sub Run(source As String, commands As String, target As String, filter As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each command In Split(commands, "+")
    If Left(command, 8) = "replace " Then
      words = Split(Mid(command, 9), "=")
      finder = document.createReplaceDescriptor()
      finder.SearchString = words(0)
      finder.ReplaceString = words(1)
      finder.SearchCaseSensitive = True
      document.replaceAll(finder)
    ElseIf Left(command, 8) = "comment " Then
      words = Split(Mid(command, 9), "=")
      finder = document.createSearchDescriptor()
      finder.SearchString = words(0)
      found = document.findFirst(finder)
      remark = document.createInstance("com.sun.star.text.textfield.Annotation")
      remark.Author = words(1)
      remark.Content = words(2)
      found.Text.insertTextContent(found, remark, False)
    ElseIf Left(command, 7) = "delete " Then
      document.TextTables.getByIndex(0).Rows.removeByIndex(CInt(Mid(command, 8)), 1)
    ElseIf command = "untracked" Then
      document.RecordChanges = False
    ElseIf command &lt;&gt; "" Then
      dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, none())
    End If
  Next
  saved(0).Name = "FilterName"
  saved(0).Value = filter
  document.storeToURL(target, saved())
  document.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8", ".pdf": "writer_pdf_Export"}


def office(source: Path, target: Path, *commands: str, person: tuple[str, str] = ("", "")) -> Path:
    """Open the document, do what is asked for, save it as `target` in the format of its name.

    Commands are those of the menus (`AcceptAllTrackedChanges`), `replace OLD=NEW`,
    `comment WORD=AUTHOR=TEXT`, `delete ROW` (of the table, its head being 0), and `untracked`.
    """
    profile = target.parent / "profile"
    start = [need("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    basic = profile / "user" / "basic" / "Standard"
    if not basic.is_dir():
        # The first start fills the profile, and would overwrite a library that is there.
        _run([*start, "--terminate_after_init"])
    (basic / "script.xlb").write_text(_LIBRARY, "utf-8")
    (basic / "Review.xba").write_text(_MODULE, "utf-8")
    settings = "".join(
        f'<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="{n}" oor:op="fuse"><value>{v}</value></prop></item>'
        for n, v in zip(("givenname", "sn"), person, strict=True)
    )
    registry = profile / "user" / "registrymodifications.xcu"
    registry.write_text(
        registry.read_text("utf-8").replace("</oor:items>", f"{settings}</oor:items>"), "utf-8"
    )
    arguments = [source.as_uri(), "+".join(commands), target.as_uri(), FILTERS[target.suffix]]
    call = "macro:///Standard.Review.Run(" + ",".join(f'"{a}"' for a in arguments) + ")"
    _run([*start, call])
    assert target.is_file(), "LibreOffice has not saved the document"
    return target


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)
