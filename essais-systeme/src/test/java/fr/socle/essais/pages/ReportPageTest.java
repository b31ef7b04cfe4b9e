package fr.socle.essais.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.essais.ReferenceProcess;
import fr.socle.essais.SocleCommand;
import fr.socle.essais.SocleCommand.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** {@code rapport.html} as it lies on a disk, of a run that has something to say. */
class ReportPageTest {
  private static final String ROWS = ".exi tbody tr";

  @TempDir private static Path folder;
  private static Chromium browser;
  private static Path page;

  @BeforeAll
  static void run() throws Exception {
    try (ReferenceProcess lps = ReferenceProcess.mutant("insi-ordre-elements")) {
      Path out = folder.resolve("rapport");
      Ended run =
          SocleCommand.run(
              folder.resolve("sortie.txt"),
              "run",
              "--lps",
              lps.describe(folder).toString(),
              "--tags",
              "@REQ:INS/va1.40 or @REQ:INSI-T07 or @REQ:INS/va1.45",
              "--out",
              out.toString());
      assertThat(run.code()).as(run.output()).isEqualTo(1);
      page = out.resolve("rapport.html");
    }
    browser = Chromium.start(Files.createDirectory(folder.resolve("profil")));
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void open() throws Exception {
    browser.requests();
    browser.complaints();
    browser.width(1280).open(page.toUri().toString());
  }

  @Test
  void opensAloneWithoutAskingForAnythingElse() throws Exception {
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.script("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.find("h1").getText()).contains("LPS de référence");
    assertThat(browser.find(".verdict").getText()).containsIgnoringCase("non conforme");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void isReadWithoutScrollingSidewaysEvenUnfolded(int width) {
    browser.width(width);
    browser.fits(width);
    browser.script("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    browser.until(() -> !browser.all(".ech .vue table").isEmpty());
    browser.fits(width);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsOnlyTheRequirementsThatAFilterAccepts() {
    WebElement form = browser.find("#matrice .filtres");
    WebElement count = form.findElement(By.tagName("output"));
    int all = browser.all(ROWS).size();
    int judged = browser.visible(ROWS).size();
    assertThat(count.getText()).isEqualTo(all + " sur " + all + " exigences");

    Chromium.choose(form.findElement(By.name("v")), "nc");

    List<WebElement> broken = browser.visible(ROWS);
    assertThat(broken).hasSizeBetween(1, judged - 1);
    assertThat(broken).allSatisfy(row -> assertThat(row.getDomAttribute("data-v")).isEqualTo("nc"));
    assertThat(broken).extracting(WebElement::getText).anyMatch(text -> text.contains("INSI-T05"));
    assertThat(count.getText()).isEqualTo(broken.size() + " sur " + all + " exigences");

    form.findElement(By.cssSelector("button[type=reset]")).click();
    browser.until(() -> count.getText().equals(all + " sur " + all + " exigences"));
    assertThat(browser.all(ROWS + "[hidden]")).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsOnlyTheScenariosThatAFilterAccepts() {
    List<WebElement> all = browser.visible(".carte");
    WebElement select = browser.find("#scenarios .filtres select");
    String style = all.get(0).getDomAttribute("data-v");

    Chromium.choose(select, style);

    assertThat(browser.visible(".carte")).hasSizeBetween(1, all.size() - 1);
    assertThat(browser.visible(".carte"))
        .allSatisfy(card -> assertThat(card.getDomAttribute("data-v")).isEqualTo(style));
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void leadsFromWhatToMendToThePlaceInTheExchange(int width) {
    browser.width(width);
    WebElement mend = browser.visible(".mend.nc").get(0);
    assertThat(mend.getText()).contains("INSI-T05");
    WebElement way = mend.findElement(By.cssSelector("a.va"));
    String anchor = way.getDomAttribute("href");
    way.click();

    WebElement exchange = browser.find(anchor);
    browser.until(exchange::isDisplayed);
    assertThat(exchange.findElements(By.cssSelector(".vue table"))).as("drawn").isNotEmpty();
    WebElement finding = exchange.findElement(By.cssSelector(".constat.nc"));
    assertThat(finding.getText()).contains("Règle INSI-T05", "Trouvé", "Attendu", "Où");

    finding.findElement(By.cssSelector(".lieu")).click();
    assertThat(browser.script("return document.activeElement.className")).isEqualTo("vise");
    assertThat(browser.script("return document.activeElement.textContent"))
        .asString()
        .contains("◀ constat");
    browser.fits(width);
    assertThat(browser.complaints()).isEmpty();
  }
}
