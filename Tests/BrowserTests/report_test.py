"""Drives the report in Chromium: filters, order, address, keys, export, access, hostile text.

tools/test-report makes the reports and runs this file.
"""

import csv
import os
import pathlib
import tempfile
import unittest

from browser import chromium, prefer, resize, wait
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

REPORTS = pathlib.Path(os.environ["REPORTS"])

try:
    import axe_core_python
    AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
except ImportError:
    AXE = None


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.downloads = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.driver = cls.enterClassContext(chromium(downloads=cls.downloads))

    def open(self, state="", report="chair"):
        self.driver.get("about:blank")
        self.driver.get(f"{(REPORTS / report / 'report.html').as_uri()}{state and '#' + state}")

    def tearDown(self):
        errors = [line["message"] for line in self.driver.get_log("browser") if line["level"] == "SEVERE"]
        self.assertEqual(errors, [], "the page reports errors")

    # What the page shows.

    def all(self, selector):
        return [item for item in self.driver.find_elements(By.CSS_SELECTOR, selector) if item.is_displayed()]

    def text(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector).text

    def column(self, name):
        return [cell.text for cell in self.all(f"#rows td.{name}, #rows th.{name}")]

    def shown(self):
        return self.text("#shown")

    def count(self):
        """How many papers the list has; not all of them stand in the page yet."""
        return int(self.shown().split()[0].replace(",", ""))

    def set(self, field, value):
        field = self.driver.find_element(By.ID, field)
        if field.tag_name == "select":
            field.find_element(By.CSS_SELECTOR, f'option[value="{value}"]').click()
        else:
            field.clear()
            field.send_keys(value)

    def press(self, *keys):
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def address(self):
        return self.driver.current_url.partition("#")[2]

    def focused(self):
        return self.driver.switch_to.active_element


class Filters(ReportTest):
    def test_a_name_of_the_overview_leads_to_as_many_papers_as_it_says(self):
        self.open()
        row = self.all("#overview .chart tbody tr")[0]
        count = row.find_element(By.CSS_SELECTOR, "td.number").text
        row.find_element(By.CSS_SELECTOR, "a").click()
        self.assertEqual(self.shown(), f"{count} of 120 papers")

    def test_numbers_and_ranges(self):
        self.open("view=papers")
        self.set("numbers", "12 45, 77-80")
        self.assertEqual(self.column("paper"), ["12", "45", "77", "78", "79", "80"])
        self.assertEqual(self.shown(), "6 of 120 papers")

    def test_numbers_may_be_written_with_a_number_sign(self):
        self.open("view=papers")
        self.set("numbers", "#12 #45, #77-#79 80")
        self.assertEqual(self.column("paper"), ["12", "45", "77", "78", "79", "80"])
        self.assertEqual(self.text("#numbers-problem"), "")

    def test_what_is_no_paper_number_is_named(self):
        self.open("view=papers")
        self.set("numbers", "12 twelve")
        self.assertIn("“twelve”", self.text("#numbers-problem"))
        self.assertEqual(self.column("paper"), ["12"])

    def test_words_are_found_without_regard_to_case_and_accents(self):
        self.open("view=papers")
        self.set("words", "ÁDAPTIVE batching")
        self.assertTrue(0 < self.count() < 60)
        self.assertIn("adaptive batching", self.column("title")[0].lower())

    def test_filters_work_together_and_clear(self):
        self.open("view=papers")
        self.set("topic", "mlops")
        with_topic = self.count()
        self.set("finding", "fail")
        self.assertTrue(0 < self.count() < with_topic < 120)
        self.set("words", "no paper says this")
        self.assertEqual(self.all("#rows tr"), [])
        self.assertIn("No paper fits", self.text("#empty"))
        self.driver.find_element(By.ID, "clear").click()
        self.assertEqual(self.shown(), "120 papers")

    def test_the_list_for_a_person_gives_a_reason_for_each(self):
        self.open("view=person")
        items = self.all("#person-rows li")
        self.assertTrue(items)
        self.assertTrue(all(item.find_element(By.TAG_NAME, "p").text for item in items))
        self.set("reason", "unreadable")
        self.assertTrue(0 < len(self.all("#person-rows li")) < len(items), self.shown())


class Order(ReportTest):
    def head(self, column):
        return self.driver.find_element(By.CSS_SELECTOR, f"#heads [data-sort={column}]")

    def test_each_column_sorts_both_ways_and_back(self):
        self.open("view=papers")
        for head in [item.get_attribute("data-sort") for item in self.all("#heads button")]:
            self.head(head).click()
            first = self.driver.find_element(By.CSS_SELECTOR, f"th.{head}").get_attribute("aria-sort")
            self.head(head).click()
            second = self.driver.find_element(By.CSS_SELECTOR, f"th.{head}").get_attribute("aria-sort")
            self.assertEqual({first, second}, {"ascending", "descending"})
            self.head(head).click()
            self.assertEqual(self.address(), "view=papers")

    def test_numbers_sort_as_numbers(self):
        self.open("view=papers&sort=-pages")
        pages = [int(text) for text in self.column("pages") if text]
        self.assertEqual(pages, sorted(pages, reverse=True))
        self.open("view=papers&sort=-paper")
        numbers = [int(text) for text in self.column("paper")[:20] if text.isdigit()]
        self.assertEqual(numbers, sorted(numbers, reverse=True))


class Address(ReportTest):
    def test_the_address_holds_what_is_shown(self):
        self.open("view=papers")
        self.set("topic", "mlops")
        self.set("words", "\"release the traces\"")
        self.driver.find_element(By.CSS_SELECTOR, "#heads [data-sort=title]").click()
        titles, address = self.column("title"), self.address()
        self.open(address)
        self.assertEqual(self.column("title"), titles)
        self.assertEqual(self.driver.find_element(By.ID, "words").get_attribute("value"), "\"release the traces\"")

    def test_back_leads_to_the_last_place(self):
        self.open("view=papers")
        self.set("topic", "mlops")
        filtered = self.address()
        self.all("#rows a")[0].click()
        self.assertTrue(self.all("#paper h1"))
        self.driver.back()
        self.assertEqual(self.address(), filtered)
        self.assertTrue(self.all("#rows tr"))

    def test_an_unknown_address_shows_the_overview(self):
        self.open("view=nonsense&paper=nobody&__proto__=1")
        self.assertTrue(self.all("#overview h1"))


class Keyboard(ReportTest):
    def test_a_paper_is_found_read_and_left_with_keys_alone(self):
        self.open()
        self.press("l", "j", "j")
        first = self.focused().text
        self.press(Keys.ENTER)
        self.assertEqual(self.text("#paper-title"), first)
        self.assertIn("2 of 120", self.text(".paper-bar"))
        self.press("j")
        self.assertIn("3 of 120", self.text(".paper-bar"))
        third = self.text("#paper-title")
        self.press("k", "j", Keys.ESCAPE)
        self.assertEqual(self.focused().text, third)

    def test_keys_rest_while_a_field_is_typed_in(self):
        self.open("view=papers")
        self.press("/", "j", "l")
        self.assertEqual(self.focused().get_attribute("value"), "jl")
        self.press(Keys.ESCAPE, "c")
        self.assertEqual(self.shown(), "120 papers")

    def test_the_keys_are_explained(self):
        self.open()
        self.press("?")
        self.assertIn("previous paper", self.text("#help"))
        self.press(Keys.ESCAPE)
        self.assertFalse(self.all("#help"))

    def test_the_theme_changes(self):
        self.open()
        self.press("t")
        self.assertEqual(self.driver.execute_script("return getComputedStyle(document.body).backgroundColor"), "rgb(20, 23, 27)")
        self.press("t", "t")

    def test_the_end_of_a_long_list_is_reached(self):
        self.open("view=papers")
        for _ in range(119):
            self.press("j")
        self.press("j", "j", Keys.ENTER)
        self.assertIn("120 of 120", self.text(".paper-bar"))


class Paper(ReportTest):
    def test_it_shows_what_is_known(self):
        self.open("view=papers&paper=12")
        self.assertIn("Paper 12", self.text(".facts"))
        self.assertIn("Ada Lovelace", self.text(".authors"))
        self.assertTrue(self.all("mark.for"))
        self.set("marked-tag", "")
        self.assertFalse(self.all(".abstract mark"))
        self.assertIn("in 10", self.text(".scores"))

    def test_a_blind_report_shows_no_authors(self):
        self.open("view=papers&paper=12", report="blind")
        self.assertFalse(self.all(".authors"))
        self.assertNotIn("lovelace", self.driver.page_source.lower())


class Picture(ReportTest):
    def picture(self, selector):
        """The picture, when it has been loaded."""
        image = self.driver.find_element(By.CSS_SELECTOR, selector)
        wait(lambda: self.driver.execute_script("return arguments[0].complete && arguments[0].naturalWidth > 0", image))
        return image

    def is_loaded(self, image):
        return self.driver.execute_script("return arguments[0].naturalWidth > 0", image)

    def test_it_stands_beside_the_title_in_the_report_or_in_its_folder(self):
        for report in ("pictures", "beside"):
            self.open("view=papers&paper=7", report=report)
            image = self.picture("figure.page img")
            self.assertTrue(self.is_loaded(image), report)
            self.assertEqual(image.get_attribute("alt"), "First page of paper 7, authors covered")
            self.assertLess(image.rect["y"], 400)
            self.assertEqual(image.get_attribute("src").startswith("data:"), report == "pictures")

    def test_keys_enlarge_it_and_lead_back(self):
        self.open("view=papers&paper=7", report="pictures")
        self.press("f")
        self.assertTrue(self.is_loaded(self.picture("#picture img")))
        self.assertIn("paper 7", self.text("#picture-title"))
        self.press("j")
        self.assertIn("paper 7", self.text("#picture-title"), "keys of the page below rest")
        self.press("f")
        self.assertFalse(self.all("#picture"))
        self.press("f", Keys.ESCAPE)
        self.assertFalse(self.all("#picture"))
        self.assertEqual(self.text(".facts").split()[:2], ["Paper", "7"], "Esc closes the picture, not the paper")

    def test_clicks_enlarge_it_and_lead_back(self):
        self.open("view=papers&paper=7", report="pictures")
        self.all("button.page")[0].click()
        self.assertTrue(self.all("#picture img"))
        self.all("#picture img")[0].click()
        self.assertFalse(self.all("#picture"))

    def test_where_there_is_none_the_page_says_why(self):
        self.open("view=papers&paper=10", report="pictures")
        self.assertIn("not certain what would have to be covered", self.text(".no-picture"))
        self.press("f")
        self.assertFalse(self.all("#picture"))
        self.open("view=papers&paper=10", report="blind")
        self.assertFalse(self.all(".no-picture"), "no pictures were drawn at all")

    @unittest.skipUnless(AXE, "axe-core is not installed (pip install axe-core-python)")
    def test_axe_finds_nothing(self):
        for scheme in ("light", "dark"):
            prefer(self.driver, scheme)
            for width in (1280, 390):
                resize(self.driver, width)
                self.open("view=papers&paper=7", report="pictures")
                self.assertLessEqual(self.driver.execute_script("return document.documentElement.scrollWidth"), width)
                for is_large in (False, True):
                    if is_large:
                        self.press("f")
                    self.driver.execute_script(AXE)
                    result = self.driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
                    found = [(item["id"], item["nodes"][0]["html"][:200]) for item in result["violations"]]
                    self.assertEqual(found, [], f"{width} {scheme} {is_large}")
        prefer(self.driver, "light")
        resize(self.driver, 1280)


class Export(ReportTest):
    def saved(self):
        path = self.downloads / "papers-shown.csv"
        wait(path.exists)
        text = path.read_text()
        path.unlink()
        return text

    def test_all_rows_are_the_table_beside_the_report(self):
        for report in ("chair", "blind"):
            self.open("view=papers", report=report)
            self.press("e")
            self.assertEqual(self.saved(), (REPORTS / report / "papers.csv").read_text())

    def test_only_the_rows_shown_are_saved_in_their_order(self):
        self.open("view=papers&numbers=77-80+12&sort=-paper")
        self.driver.find_element(By.ID, "export").click()
        rows = list(csv.DictReader(self.saved().splitlines()))
        self.assertEqual([row["id"] for row in rows], ["80", "79", "78", "77", "12"])

    def test_no_cell_is_a_formula(self):
        self.open("view=papers", report="hostile")
        self.press("e")
        cells = [cell for row in csv.reader(self.saved().splitlines()) for cell in row]
        self.assertIn("'=HYPERLINK(\"http://x.example\")", cells)
        self.assertFalse([cell for cell in cells if cell[:1] in ("=", "@", "+")])


class Hostile(ReportTest):
    def test_no_text_of_a_paper_becomes_part_of_the_page(self):
        for state in ("", "view=papers", "view=person", *(f"view=papers&paper=@{place}" for place in range(1, 14))):
            for width in (1280, 390):
                resize(self.driver, width)
                self.open(state, report="hostile")
                self.assertIsNone(self.driver.execute_script("return window.planted"))
                self.assertEqual(self.all("main img, main iframe, main script"), [])
                self.assertLessEqual(
                    self.driver.execute_script("return document.documentElement.scrollWidth"), width, f"{state} is too wide")
        resize(self.driver, 1280)

    def test_no_link_leaves_the_page(self):
        for report in ("hostile", "chair"):
            for state in ("", "view=papers", "view=person", "view=papers&paper=@3"):
                self.open(state, report=report)
                links = self.driver.execute_script("return [...document.links].map((link) => link.getAttribute('href'))")
                self.assertTrue(all(link.startswith("#") for link in links), links)


class Access(ReportTest):
    states = ("", "view=papers", "view=person", "view=papers&paper=12", "view=papers&words=nothing+at+all")

    @unittest.skipUnless(AXE, "axe-core is not installed (pip install axe-core-python)")
    def test_axe_finds_nothing(self):
        for scheme in ("light", "dark"):
            prefer(self.driver, scheme)
            for width in (1280, 390):
                resize(self.driver, width)
                for state in self.states:
                    self.open(state)
                    self.driver.execute_script(AXE)
                    result = self.driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
                    found = [(item["id"], item["impact"], item["nodes"][0]["html"][:200], item["nodes"][0]["failureSummary"])
                             for item in result["violations"]]
                    self.assertEqual(found, [], f"{state} at {width} in {scheme}")
        prefer(self.driver, "light")
        resize(self.driver, 1280)

    def test_nothing_is_wider_than_a_phone(self):
        resize(self.driver, 360)
        for state in self.states:
            self.open(state)
            self.assertLessEqual(self.driver.execute_script("return document.documentElement.scrollWidth"), 360, state)
        resize(self.driver, 1280)

    def test_a_printed_list_has_all_its_rows(self):
        self.open("view=papers")
        self.driver.print_page()
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#rows tr').length"), 120)


class WithoutScript(unittest.TestCase):
    def test_overview_and_papers_can_be_read(self):
        with chromium(javascript=False) as driver:
            driver.get((REPORTS / "blind" / "report.html").as_uri())
            self.assertTrue(driver.find_element(By.CSS_SELECTOR, "#overview .chart").is_displayed())
            self.assertEqual(len(driver.find_elements(By.CSS_SELECTOR, "noscript tbody tr")), 120)
            self.assertFalse(driver.find_element(By.ID, "filters").is_displayed())


if __name__ == "__main__":
    unittest.main(verbosity=2)
