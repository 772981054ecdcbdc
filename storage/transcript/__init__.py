"""What was said in a conversation whose channel keeps no history of its own (the web chat)."""

from storage.transcript.port import Author, Ear, Entry, Rung, Said, Transcript
from storage.transcript.streams import StreamTranscript

__all__ = ["Author", "Ear", "Entry", "Rung", "Said", "StreamTranscript", "Transcript"]
