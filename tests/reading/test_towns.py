"""Towns, provinces and time zones, as people name them and as a location shows them."""

import pytest

from flows.reading.towns import Zone, distance, read_town, towns, zone_at


@pytest.mark.parametrize(
    ("text", "name", "province", "zone"),
    [
        ("saya di Makassar", "Makassar", "Sulawesi Selatan", "WITA"),
        ("kota medan", "Medan", "Sumatera Utara", "WIB"),
        ("JAYAPURA", "Jayapura", "Papua", "WIT"),
        ("balikpapn", "Balikpapan", "Kalimantan Timur", "WITA"),
        ("lombok timur kak", "Lombok Timur", "Nusa Tenggara Barat", "WITA"),
        ("cari kantor bpjs di cirebon dong", "Cirebon", "Jawa Barat", "WIB"),
        ("kabupaten kudus jawa tengah", "Kudus", "Jawa Tengah", "WIB"),
        ("pematang siantar", "Pematangsiantar", "Sumatera Utara", "WIB"),
        ("jogja", "Jogja", "DI Yogyakarta", "WIB"),
        ("kalimantan selatan", "", "Kalimantan Selatan", "WITA"),
        ("waktu WITA aja", "", "", "WITA"),
        ("sulawesi", "", "", "WITA"),
    ],
)
def test_a_town_is_read(text: str, name: str, province: str, zone: str) -> None:
    """The longest name wins, a town before its province, and a typing error is forgiven."""
    town = read_town(text)
    assert town is not None
    assert (town.name, town.province, town.zone) == (name, province, zone)


@pytest.mark.parametrize(
    "text", ["", "asdfgh", "halo", "makasih kak", "1", "saya mau tanya", "😀", "petugas", "x" * 4000]
)
def test_what_names_no_town_is_not_guessed(text: str) -> None:
    """Other words are no towns."""
    assert read_town(text) is None


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        ((-6.2, 106.8), "WIB"),  # Jakarta
        ((-8.21, 114.37), "WIB"),  # Banyuwangi, opposite Bali
        ((-8.4, 114.65), "WITA"),  # Jembrana
        ((-2.2, 113.9), "WIB"),  # Palangka Raya
        ((-3.0, 114.4), "WIB"),  # Kuala Kapuas
        ((-3.32, 114.59), "WITA"),  # Banjarmasin
        ((0.1, 111.5), "WIB"),  # Sintang
        ((-1.3, 116.8), "WITA"),  # Balikpapan
        ((-10.2, 123.6), "WITA"),  # Kupang
        ((4.0, 126.7), "WITA"),  # Talaud
        ((0.8, 127.4), "WIT"),  # Ternate
        ((-2.5, 140.7), "WIT"),  # Jayapura
        ((-8.5, 140.4), "WIT"),  # Merauke
    ],
)
def test_a_location_has_the_zone_of_its_province(place: tuple[float, float], zone: Zone) -> None:
    """Also where zones meet."""
    assert zone_at(*place) == zone


def test_all_provinces_are_there() -> None:
    """38 provinces, each in one zone."""
    zones: dict[str, set[str]] = {}
    for town in towns().values():
        zones.setdefault(town.province, set()).add(town.zone)
    assert len(zones) == 38
    assert all(len(of_one) == 1 for of_one in zones.values())


def test_distances_are_those_of_the_globe() -> None:
    """Jakarta to Surabaya is about 660 km as the crow flies."""
    assert distance(-6.2, 106.82, -7.25, 112.75) == pytest.approx(663, abs=6)
    assert distance(1.0, 2.0, 1.0, 2.0) == 0
