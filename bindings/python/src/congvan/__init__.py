"""The lifecycle of a provincial directive in Viet Nam: typed values, one register, refusals that teach."""

from ._native.congvan import *  # noqa: F403
