"""What operators decide about files: the part ``helpdesk.files`` of the configuration."""

from typing import Literal

from pydantic import Field, field_validator

from bot.helpdesk.files.limits import MB, FileLimits
from bot.helpdesk.files.scanning import ClamAv
from bot.helpdesk.files.taking import FileRules
from bot.sections import Section


class FilesSection(Section):
    """Photos and documents of users and agents. `clamav`: the address of clamd, empty where there is none."""

    keep_days: int = Field(30, ge=1, le=365)
    largest_mb: int = Field(10, ge=1, le=20)
    kept_mb: int = Field(5, ge=1, le=10)
    per_ticket: int = Field(30, ge=1, le=500)
    per_user_a_day: int = Field(20, ge=1, le=500)
    pdf_pages: int = Field(30, ge=1, le=500)
    clamav: str = ""
    without_clamav: Literal["refuse", "wait"] = "refuse"

    @field_validator("clamav")
    @classmethod
    def _address(cls, value: str) -> str:
        if value:
            ClamAv(value)
        return value

    def limits(self) -> FileLimits:
        """For whoever opens files."""
        return FileLimits(sent=self.largest_mb * MB, kept=self.kept_mb * MB, pages=self.pdf_pages)

    def rules(self) -> FileRules:
        """For whoever takes them."""
        return FileRules(self.per_ticket, self.per_user_a_day, waits_for_scanner=self.without_clamav == "wait")

    def scanner(self) -> ClamAv | None:
        """Whoever looks for what is known to be harmful, if anybody."""
        return ClamAv(self.clamav) if self.clamav else None
