"""Each written timeline goes as it is written."""

from __future__ import annotations

import pytest
from scenarios.play import Play
from scenarios.story import Story, stories

STORIES = stories()


@pytest.mark.parametrize("story", STORIES, ids=[f"{one.file}: {one.title}" for one in STORIES])
def test_the_story_goes_as_written(story: Story):
    Play(story=story).perform()


def test_every_row_about_meaning_has_a_story():
    shown = {row for story in STORIES for row in story.rows}

    assert set(range(45, 56)) | {62, 63, 70} <= shown


def test_there_are_stories_enough_in_both_languages():
    by_language = [sum(story.language == language for story in STORIES) for language in ("nl", "en")]

    assert min(by_language) >= 20
    assert sum(by_language) >= 60
