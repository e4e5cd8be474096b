"""What a template cannot do whoever wrote it: reach out of its letter, or take long, or take much (row 56)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from contract.letter_values import FRIDAY, PROJECT, a_letter, rendered

from mailaide.errors import LetterError

ANSWERS: dict[str, object] = {"project": PROJECT, "sentence": "", "wrote_on": FRIDAY}
SECONDS = 2

REACHING_OUT = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ [''] | map(attribute='__class__')|list|first }}",
    "{{ [project]|map(attribute='client.__class__.__init__.__globals__')|first }}",
    "{{ [project]|selectattr('__class__.__mro__')|list|length }}",
    "{{ ([project]|groupby('__class__')|first).grouper }}",
    "{{ [project]|sum(attribute='__class__') }}",
    "{{ project.__init__.__globals__ }}",
    "{{ project.over_at(project.client.zone) }}",
    "{{ project.client.owns(to) }}",
    "{{ project.client.zone.key.__class__ }}",
    "{{ form.__globals__ }}",
    "{{ form.__code__.co_consts }}",
    "{{ form.__closure__[0].cell_contents }}",
    "{{ refuse.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.text.__func__ }}",
    "{{ loop }}",
    "{% for a in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% for a in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{% macro m() %}{{ caller.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{{ '{0.__class__}'.format(project) }}",
    "{{ '{x.__class__}'.format_map({'x': project}) }}",
    "{{ '%s'|format(project) }}",
    "{{ ''.encode() }}",
    "{{ (1).to_bytes }}",
    "{{ (1).__class__ }}",
    "{{ [].append(1) }}",
    "{{ {}.update({1: 2}) }}",
    "{{ {}.setdefault('a', 1) }}",
    "{{ {}.__class__ }}",
    "{{ config }}",
    "{{ cycler('a').next() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ url_for.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ environment }}",
    "{{ context }}",
    "{% include '../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os.system('id') }}",
    "{% from 'base/../../x' import y %}",
]
TAKING_MUCH = [
    "{{ 'x' * 1000000000 }}",
    "{{ 1000000000 * 'x' }}",
    "{{ [1] * 1000000000 }}",
    "{{ 9 ** 9 ** 9 ** 9 }}",
    "{{ 2 ** 1000000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x'|center(1000000000) }}",
    "{{ 'x'.center(1000000000) }}",
    "{{ 'x'.ljust(1000000000) }}",
    "{{ 'x'.rjust(1000000000) }}",
    "{{ '1'.zfill(1000000000) }}",
    "{{ 'a\\tb'.expandtabs(1000000000) }}",
    "{{ 'x'|indent(1000000000, true) }}",
    "{{ 'aaaa'.replace('a', 'b' ~ 'c') }}",
    "{{ ['a', 'b']|join('x') }}",
    "{{ [1]|batch(1000000000, 'x')|list|length }}",
    "{{ [1]|slice(1000000000)|list|length }}",
    "{{ 1.5|round(1000000000, 'ceil') }}",
    "{{ {'a': 1}|tojson(indent=1000000000) }}",
    "{{ wrote_on.strftime('%999999999d') }}",
    "{% for a in range(1000000000) %}{% endfor %}",
    "{{ range(1000000000)|list|length }}",
    "{{ lipsum(n=1000000) }}",
    "{% set x = 'xxxxxxxxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
    "{% set x = 'xxxxxxxxxxxxxxxx' %}" + "{% set x = x + x %}" * 40 + "{{ x }}",
    "{% set x = [1, 2] %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    "{% set x = [1, 2] %}" + "{% set x = [x, x] %}" * 40 + "{{ x|unique|list|length }}",
    "{% set x = (1, 2) %}" + "{% set x = (x, x) %}" * 40 + "{{ {x: 1}|length }}",
    "{% set x = {'a': 1} %}" + "{% set x = {'a': x, 'b': x} %}" * 40 + "{{ x == x }}",
    "{% set x %}xxxxxxxxxxxxxxxx{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
    "{% set n = 9999999999 %}" + "{% set n = n * n %}" * 40 + "{{ n }}",
    "{% set l = 'abcdefghijklmnopqrstuvwxyz'|list %}"
    + "".join(f"{{% for a{i} in l %}}" for i in range(8))
    + "{% endfor %}" * 8,
    "{% macro m(n) %}{% if n %}{% set _ = m(n - 1) %}{% set _ = m(n - 1) %}{% endif %}{% endmacro %}{{ m(200) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ self.text() }}",
    "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "{% include 'answers.j2' %}",
    "{% set n = n|default(60) - 1 %}{% if n %}{% include 'again.j2' %}{% include 'again.j2' %}{% endif %}",
]


def refusal(folder: Path, text: str) -> str:
    (folder / "nl").mkdir()
    head = '{% extends "base/message.j2" %}{% block subject %}x{% endblock %}'
    (folder / "nl" / "answers.j2").write_text(f"{head}{{% block text %}}{text}{{% endblock %}}", encoding="utf-8")
    (folder / "nl" / "again.j2").write_text(text, encoding="utf-8")
    before = time.thread_time()
    with pytest.raises(LetterError, match="Nothing was drafted") as refused:
        rendered(a_letter("answers", ANSWERS), folder)
    assert time.thread_time() - before < SECONDS
    return str(refused.value)


@pytest.mark.parametrize("text", REACHING_OUT)
def test_a_template_does_not_reach_out_of_its_letter(tmp_path: Path, text: str) -> None:
    refused = refusal(tmp_path, text)

    assert not [leak for leak in ("root:", "uid=", "<class", "<function", "<module") if leak in refused]


@pytest.mark.parametrize("text", TAKING_MUCH, ids=range(len(TAKING_MUCH)))
def test_a_template_takes_neither_long_nor_much(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text)


def test_a_letter_that_is_too_long_is_refused() -> None:
    with pytest.raises(LetterError, match="longer than 20000 characters"):
        rendered(a_letter("questions", {"project": PROJECT, "questions": ("x" * 500,) * 50, "asked_on": FRIDAY}))


def test_a_template_may_print_choose_loop_and_set(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "answers.j2").write_text(
        """\
{% extends "base/message.j2" %}
{% block subject %}{{ "een" ~ (1 + 1) }}{% endblock %}
{% block text %}
{% set names = ["b", "a", "a"]|sort|unique|list %}
{% for name in names + ["c"] %}{{ loop.index }}{{ name.upper() }}{{ ", " if not loop.last else "" }}{% endfor +%}
{{ {"x": "y"}.get("x") }} {{ names|listing }} {{ (7 // 2) + 0.5 }} {{ project.title.split()|first }}
{% for pair in [("a", 1), ("b", 2)] %}{{ pair[0] }}={{ pair[1] }} {% endfor +%}
{% endblock %}
""",
        encoding="utf-8",
    )

    assert "1A, 2B, 3C\ny a en b 3.5 Website\na=1 b=2" in rendered(a_letter("answers", ANSWERS), tmp_path).text
